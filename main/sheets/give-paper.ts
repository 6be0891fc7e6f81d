import type { z } from 'zod'
import { isForTheWay } from '../../shared/sheets/rules-give.ts'
import type { paperSchema, SheetRecord } from '../../shared/sheets/schema.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { audit } from '../house/audit.ts'
import { type Counted, refuseOverQuota, withinQuota } from '../house/quota.ts'
import { readTicket } from '../tickets/public.ts'
import { fillSheet } from './fill-sheet.ts'

type PaperWish = z.output<typeof paperSchema>

/**
 * What fills a paper that is about to be printed or saved. While the case is open the paper carries the whole telephone number, whatever the
 * screen covers: the technician phones before he leaves (R046). The entry that says so is in the audit chain before the number is given, and
 * how many tickets a member takes so is limited.
 */
export async function givePaper(services: Services, seat: Seat, wish: PaperWish): Promise<SheetRecord> {
  if (!(await services.database.read((reader) => isGivenWhole(services, reader, seat, wish))))
    return fillSheet(services, seat, wish)
  return withinQuota(services, seat, counted(wish), async (tx) => {
    const record = await fillSheet(services, seat, wish, true)
    await audit(services, tx, seat, {
      action: 'sheets.give',
      subject: subjectOf(wish),
      details: { formId: wish.formId },
    })
    return record
  })
}

/** Refuses beforehand, where it can be said, what `givePaper` would refuse while the paper is drawn out of sight. */
export async function refuseToGive(services: Services, seat: Seat, wish: PaperWish): Promise<void> {
  return services.database.read(async (reader) => {
    if (await isGivenWhole(services, reader, seat, wish)) await refuseOverQuota(services, reader, seat, counted(wish))
  })
}

async function isGivenWhole(services: Services, reader: Reader, seat: Seat, wish: PaperWish): Promise<boolean> {
  const { state } = await readTicket(services, reader, seat, wish.ticketId)
  return wish.mode !== 'blank' && isForTheWay(state)
}

const subjectOf = ({ ticketId }: PaperWish) => `ticket:${ticketId}`

const counted = (wish: PaperWish): Counted => ({
  actions: ['sheets.give'],
  quota: 'paper',
  subject: subjectOf(wish),
  refusal: { action: 'sheets.giveRefused', text: 'sheets.failure.paperLimit' },
})
