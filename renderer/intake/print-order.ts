import type { TFunction } from 'i18next'
import { problemOf } from '../app/api.ts'
import { fetchWords, type WordsPrefix } from '../app/i18n.ts'
import { sayNotice } from '../kit/notices.ts'

/** The forms and what they say, fetched once one is printed. */
const paper = {
  words: ['sheets'],
  load: () => import('../sheets/public.ts'),
} satisfies { words: WordsPrefix[]; load: () => Promise<unknown> }

/** Prints the dispatch order (售后派工单 F11) of a ticket, the technician's part left blank, and says so when that failed. */
export async function printOrder(ticketId: string, t: TFunction): Promise<void> {
  let why = t('intake.printFailed')
  try {
    const [{ printSheet }] = await Promise.all([paper.load(), fetchWords(paper.words)])
    if ((await printSheet({ formId: 'F11', ticketId, mode: 'half' })) !== 'failed') return
  } catch (error) {
    const { failure } = problemOf(error)
    if (failure) why = t(failure.text, { ...failure.facts })
    else console.error('the order could not be printed', error)
  }
  sayNotice(why, { kind: 'late' })
}
