import { useEffect, useState } from 'react'
import { dropDraft, holdDraft, holdsDraft, letDraftsGo, readKeptDrafts } from '../app/drafts.ts'
import { isOnItsWay } from '../app/outbox.ts'
import { newId } from '../app/new-id.ts'
import { useMe } from '../app/use-house.ts'
import type { TicketPage } from '../../shared/tickets/schema.ts'
import { besidePlace, isStored, readKeptStep, stepAt, stepDraftPrefix, type KeptSteps } from './step-draft.ts'
import type { Step } from './steps.ts'

/** A form waits no longer than this for the store of the computer. */
const patienceMs = 1_000

/** Names this window among those of the computer. */
const thisWindow = newId()

/**
 * The forms of a ticket this member left unfinished, null until they are read; read again when another form opens. What reached the station
 * although its answer did not is let go. The open form is this window's alone: one that another window has open is neither shown nor overwritten.
 */
export function useKeptSteps(ticketId: string, open: Step | null, page: TicketPage | null): KeptSteps | null {
  const memberId = useMe()?.id ?? null
  const [read, setRead] = useState<{ place: string; kept: KeptSteps } | null>(null)
  const prefix = stepDraftPrefix(memberId ?? '', ticketId)
  const place = `${prefix}${open ?? ''}`
  useEffect(() => {
    let isGone = false
    const give = (kept: KeptSteps) => !isGone && setRead({ place, kept })
    const late = setTimeout(() => give({}), patienceMs)
    void readSteps(prefix, open, page)
      .catch(() => ({}))
      .then(give)
      .finally(() => clearTimeout(late))
    return () => {
      isGone = true
      clearTimeout(late)
    }
    // The page changes with every hint; what is kept does not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [prefix, open, page?.ticket.version])
  // The form keeps its place however often the ticket goes on under it.
  useEffect(() => () => void letDraftsGo(prefix), [prefix, open])
  return read?.place === place ? read.kept : null
}

async function readSteps(prefix: string, open: Step | null, page: TicketPage | null): Promise<KeptSteps> {
  const found = (await readKeptDrafts(prefix)).flatMap(({ key, savedAt, value }) => {
    const kept = readKeptStep(value)
    const step = stepAt(key.slice(prefix.length))
    return kept && step ? [{ key, step, kept, savedAt }] : []
  })
  const isOver = ({ kept }: (typeof found)[number]) => page !== null && isStored(page, kept.id)
  await Promise.all(found.filter(isOver).map(({ key }) => dropDraft(key)))
  const kept: KeptSteps = Object.fromEntries(
    found.filter((each) => !isOver(each)).map(({ key, step, kept, savedAt }) => [step, { kept, savedAt, key }]),
  )
  if (!open) return kept
  // What waits to be sent is a record already; refused it comes back to be corrected.
  const left = found.filter((each) => each.step === open && !isOver(each) && !isOnItsWay(each.kept.id)).reverse()
  const usual = `${prefix}${open}`
  const key = await placeAmong([...left.map((each) => each.key), usual, besidePlace(usual, thisWindow)])
  const draft = left.find((each) => each.key === key)
  return { ...kept, [open]: { kept: draft?.kept ?? null, savedAt: draft?.savedAt ?? null, key } }
}

/** The place this window has already, else the first one that no other window has. */
async function placeAmong(places: readonly string[]): Promise<string> {
  const own = places.find(holdsDraft)
  if (own !== undefined) return own
  for (const place of places) if (await holdDraft(place)) return place
  return places.at(-1)!
}
