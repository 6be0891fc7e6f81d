import { useTranslation } from 'react-i18next'
import type { Language } from '../../../shared/kit/words.ts'
import { ownChoice } from '../../../shared/presets/own-figures.ts'
import type { CaseKind, Choice, Level, Policy, ProductType } from '../../../shared/presets/schema.ts'
import { LedgerCell } from '../../kit/LedgerForm.tsx'
import { LedgerSelect } from '../../kit/LedgerSelect.tsx'
import { CommaCell } from './CommaCell.tsx'
import { ListPart } from './ListPart.tsx'
import { sameText, TextCell } from './TextCell.tsx'

/** Parts of the policies that are lists of choices with a code and a text. */
export const choiceParts = [
  'faults',
  'levels',
  'productTypes',
  'channels',
  'kinds',
  'categories',
  'beforeLeaving',
] as const
export type ChoicePart = (typeof choiceParts)[number]

interface ChoicesPartProps {
  part: ChoicePart
  policy: Policy
  /** As it was when editing began: what stands there was published and may stand in records. */
  base: Policy
  /** Translated: why a line may not be published as it is called. */
  problemOf: (code: string) => string | undefined
  onChange: (part: Partial<Policy>) => void
}

/** One list of choices. A code is made once and kept: what is stored under it keeps its meaning whatever it is called. */
export function ChoicesPart({ part, policy, base, problemOf, onChange }: ChoicesPartProps) {
  const { t, i18n } = useTranslation()
  const language = i18n.language as Language
  const items = policy[part] as readonly Choice[]
  const published = base[part] as readonly Choice[]
  // A case keeps its own version of what to get ready, so that nothing of it needs to stay.
  const isKept = ({ code }: Choice) => part !== 'beforeLeaving' && published.some((each) => each.code === code)
  const put = (list: readonly Choice[]) =>
    onChange({ [part]: part === 'levels' ? list.map((level, at) => ({ ...level, severity: at + 1 })) : list })
  return (
    <ListPart
      head={t(`admin.policy.part.${part}`)}
      items={part === 'levels' ? [...(items as readonly Level[])].sort((a, b) => a.severity - b.severity) : items}
      nameOf={({ text }) => text[language]}
      onChange={put}
      make={() => freshChoice(part, items, t('admin.policy.newLine'))}
      isRetired={({ isRetired }) => isRetired === true}
      retire={(item) => (isKept(item) ? turned(item) : null)}
      least={part === 'channels' || part === 'kinds' || part === 'categories' ? 1 : 0}
    >
      {(item, change) => (
        <>
          <TextCell
            label={t('admin.policy.name')}
            text={item.text}
            error={problemOf(item.code)}
            onChange={(text) => change(ownChoice(item, { text }))}
          />
          {part === 'levels' ? (
            <TextCell
              label={t('admin.policy.meaning')}
              text={(item as Level).meaning}
              onChange={(meaning) => change(ownChoice(item, { meaning } as Partial<Choice>))}
            />
          ) : null}
          {part === 'kinds' ? (
            <LedgerCell label={t('admin.policy.handling')}>
              <LedgerSelect
                choices={(['dispatch', 'guidance'] as const).map((value) => ({
                  value,
                  text: t(`admin.policy.handling.${value}`),
                }))}
                value={(item as CaseKind).handling}
                onChange={(handling) => change(ownChoice(item, { handling } as Partial<Choice>))}
              />
            </LedgerCell>
          ) : null}
          {part === 'productTypes' ? (
            <CommaCell
              label={t('admin.policy.models')}
              items={(item as ProductType).models ?? []}
              onChange={(models) => change({ models } as Partial<Choice>)}
            />
          ) : null}
        </>
      )}
    </ListPart>
  )
}

/** The choice the other way round: retired, or offered again. */
function turned({ isRetired, ...choice }: Choice): Choice {
  return isRetired ? choice : { ...choice, isRetired: true }
}

function freshChoice(part: ChoicePart, items: readonly Choice[], name: string): Choice {
  const nth = Array.from({ length: 200 }, (_, at) => at + 1).find(
    (each) => !items.some(({ code }) => code === `own${each}`),
  )
  const choice: Choice = { code: `own${nth ?? 0}`, text: sameText(`${name} ${nth ?? 0}`) }
  if (part === 'levels') return { ...choice, meaning: choice.text, severity: items.length + 1 } as Level
  return part === 'kinds' ? ({ ...choice, handling: 'dispatch' } as Choice) : choice
}
