import { useEffect, useState } from 'react'
import { dropDraft, readKeptDrafts } from '../app/drafts.ts'
import { useMe } from '../app/use-house.ts'
import type { TicketPage } from '../../shared/tickets/schema.ts'
import { isStored, readKeptStep, stepDraftPrefix, type KeptSteps } from './step-draft.ts'
import { steps } from './steps.ts'

/** A form waits no longer than this for the store of the computer. */
const patienceMs = 1_000

/**
 * The forms of a ticket this member left unfinished, null until they are read. Read again when `turn` changes. What reached the
 * station although its answer did not is let go.
 */
export function useKeptSteps(ticketId: string, turn: unknown, page: TicketPage | null): KeptSteps | null {
  const memberId = useMe()?.id ?? null
  const [read, setRead] = useState<{ turn: unknown; kept: KeptSteps } | null>(null)
  useEffect(() => {
    let isGone = false
    const give = (kept: KeptSteps) => !isGone && setRead({ turn, kept })
    const late = setTimeout(() => give({}), patienceMs)
    void readSteps(stepDraftPrefix(memberId ?? '', ticketId), page)
      .catch(() => ({}))
      .then(give)
      .finally(() => clearTimeout(late))
    return () => {
      isGone = true
      clearTimeout(late)
    }
    // The page changes with every hint; what is kept does not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [memberId, ticketId, turn, page?.ticket.version])
  return read !== null && read.turn === turn ? read.kept : null
}

async function readSteps(prefix: string, page: TicketPage | null): Promise<KeptSteps> {
  const found = (await readKeptDrafts(prefix)).flatMap(({ key, savedAt, value }) => {
    const kept = readKeptStep(value)
    const step = steps.find((each) => key === `${prefix}${each}`)
    return kept && step ? [{ key, step, kept, savedAt }] : []
  })
  const isOver = ({ kept }: (typeof found)[number]) => page !== null && isStored(page, kept.id)
  await Promise.all(found.filter(isOver).map(({ key }) => dropDraft(key)))
  return Object.fromEntries(
    found.filter((each) => !isOver(each)).map(({ step, kept, savedAt }) => [step, { kept, savedAt }]),
  )
}
