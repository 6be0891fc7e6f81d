import type { LeftOutPart, LostPart, PolicyPlace } from '../../shared/admin/policy-schema.ts'
import { Failure, textFacts } from '../../shared/kit/failure.ts'
import type { Text } from '../../shared/kit/words.ts'
import { laidOver, type LeftOut } from '../../shared/presets/layers.ts'
import type { Plain } from '../../shared/presets/merge.ts'
import { clockKey, type Policy, readPolicy } from '../../shared/presets/schema.ts'
import { unworkable } from '../../shared/presets/workable.ts'
import type { PolicyBook, PolicyLayer, PolicyVersion } from '../house/policies/policy-book.ts'

/** A version of a layer as far as it is laid; `document` of the company the whole. */
interface Lying {
  layer: PolicyLayer
  key: string
  document: Plain
}

/** What counts at an instant or begins later, the draft in the place of what it follows. */
function lyingFrom(book: PolicyBook, draft: Lying, at: string): Lying[] {
  const stands = book.versions.filter(
    ({ id, layer, key, effectiveAt, withdrawnAt }) =>
      withdrawnAt === null &&
      !(layer === draft.layer && key === draft.key) &&
      (effectiveAt > at || book.newest(layer, key, at)?.id === id),
  )
  return [draft, ...stands.map(({ layer, key, document }) => ({ layer, key, document: document as Plain }))]
}

const of = (lying: readonly Lying[], layer: PolicyLayer) => lying.filter((each) => each.layer === layer)

/** Refuses a draft by which some category and product type together could not be worked, now or from a day that is known. Names the layer. */
export function refuseUnworkable(book: PolicyBook, { layer, key }: PolicyPlace, document: object, at: string): void {
  const draft: Lying = { layer, key, document: document as Plain }
  const lying = lyingFrom(book, draft, at)
  for (const ground of of(lying, 'company').map((each) => readPolicy(each.document)))
    for (const category of [undefined, ...of(lying, 'category')])
      for (const type of [undefined, ...of(lying, 'productType')]) {
        const layers = [category, type].flatMap((each) => each ?? [])
        if (layer !== 'company' && !layers.includes(draft)) continue
        const policy = layers.reduce((below, each) => laidOver(below, each.document).policy, ground)
        if (unworkable(policy).length === 0) continue
        const named = layers.findLast((each) => each !== draft) ?? draft
        const facts = textFacts('layer', nameOf(ground, named))
        throw new Failure('ruleBroken', 'admin.failure.layerUnworkable', facts, 'policy')
      }
}

/** What layers say of things the draft takes away: it would count no more. What counts no more today already is not named again. */
export function lostParts(book: PolicyBook, { layer, key }: PolicyPlace, document: object, at: string): LostPart[] {
  if (layer !== 'company') return []
  const draft: Lying = { layer, key, document: document as Plain }
  const [was, is] = [book.at(at).policy, readPolicy(document)]
  return lyingFrom(book, draft, at)
    .filter((each) => each.layer !== 'company')
    .flatMap((each) => {
      const lost = laidOver(is, each.document).leftOut
      const before = laidOver(was, each.document).leftOut
      return lost
        .filter(({ part, key: of }) => !before.some((other) => other.part === part && other.key === of))
        .map((piece): LostPart => ({ layer: nameOf(was, each), part: piece.part, item: itemOf(was, each, piece) }))
    })
}

/** What of a layer's version the company's policies do not carry, now or on its first day where that is still to come. */
export function leftOutOf(book: PolicyBook, version: PolicyVersion, now: string): LeftOutPart[] {
  if (version.layer === 'company' || version.withdrawnAt !== null) return []
  const { layer, key, effectiveAt } = version
  const lying: Lying = { layer, key, document: version.document as Plain }
  const ground = book.at(effectiveAt > now ? effectiveAt : now).policy
  const was = book.at(effectiveAt).policy
  return laidOver(ground, lying.document).leftOut.map((piece) => ({
    part: piece.part,
    item: itemOf(was, lying, piece),
  }))
}

const everywhere = (text: string): Text => ({ 'zh-CN': text, 'zh-TW': text, en: text })

function nameOf({ categories, productTypes, name }: Policy, { layer, key }: Lying): Text {
  const choices = layer === 'category' ? categories : productTypes
  return layer === 'company' ? name : (choices.find(({ code }) => code === key)?.text ?? everywhere(key))
}

/** What a limit or a duty line is called where the layer still had its ground. */
function itemOf(ground: Policy, { document }: Lying, { part, key }: LeftOut): Text | null {
  if (key === null) return null
  const { clocks, duty } = laidOver(ground, document).policy
  const found =
    part === 'clocks' ? clocks.find((each) => clockKey(each) === key) : duty.find(({ code }) => code === key)
  return found?.text ?? everywhere(key)
}
