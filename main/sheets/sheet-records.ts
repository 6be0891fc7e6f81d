import type { FormRecord, FormValue } from '../../shared/forms/grammar.ts'
import { paperValues } from '../../shared/kit/field-entry.ts'
import type { WarrantyVerdict } from '../../shared/products/schema.ts'
import { caseFields } from '../../shared/tickets/fields.ts'
import type { DispatchRow, TicketPage } from '../../shared/tickets/schema.ts'

/** Tracking sheet F01 (售后服务跟踪单) by the paths of shared/forms/f01.ts. `files`: what the customer's and the product's file say on it. */
export function trackingSheetRecord(page: TicketPage, files: FormRecord, phone: string): FormRecord {
  const { ticket, result, dispatches } = page
  const [dispatch] = dispatches
  return {
    ...files,
    ...casePaths('F01', page, phone),
    serviceNo: page.sheetNumber,
    receivedAt: ticket.receivedAt,
    channel: ticket.channel,
    operatorName: ticket.operatorName,
    customerCategory: ticket.category,
    warrantyUntilOn: page.warranty?.freeUntilOn ?? null,
    causeAndParts: [dispatch?.cause, dispatch?.measure, dispatch?.parts].filter(Boolean).join('\n') || null,
    sameFaultCount: page.sameFault.length === 0 ? null : String(page.sameFault.length),
    dispatchedAt: dispatch?.dispatchedAt ?? null,
    technicianName: dispatch?.technicianName ?? null,
    ...visitPaths(dispatch),
    arrivedAt: result?.arrivedAt ?? null,
    finishedAt: result?.finishedAt ?? null,
    ...resultPaths(page),
    outcome: result?.outcome ?? null,
    receipt: result?.receipt ?? null,
    followups: [],
    customerOpinion: result?.opinion || null,
    satisfaction: result?.satisfaction ?? null,
    customerSign: null,
    technicianSign: null,
    supervisorSign: null,
  }
}

/** Dispatch order F11 (售后派工单) by the paths of shared/forms/f11.ts. `openCases`: what the technician carries today. */
export function dispatchOrderRecord(
  page: TicketPage,
  dispatch: DispatchRow,
  files: FormRecord,
  phone: string,
  openCases: number,
): FormRecord {
  const { ticket } = page
  return {
    ...files,
    ...casePaths('F11', page, phone),
    dispatchNo: dispatch.number,
    dispatchedAt: dispatch.dispatchedAt,
    dispatcherName: dispatch.dispatcherName,
    productType: [ticket.productName, ticket.model].filter(Boolean).join(' '),
    cause: dispatch.cause || null,
    measure: dispatch.measure || null,
    parts:
      dispatch.parts === ''
        ? []
        : dispatch.parts
            .split(/[,，、;；\n]+/u)
            .filter(Boolean)
            .map((name) => ({ name: name.trim() })),
    technicianName: dispatch.technicianName,
    technicianLoad: openCases === 0 ? null : String(openCases),
    ...visitPaths(dispatch),
    withinThreeHours: dispatch.within3h,
    rescheduleReason: dispatch.rescheduleReason || null,
    customerConsent: dispatch.consent,
    fedBackAt: dispatch.fedBackAt,
    ...resultPaths(page),
    technicianSign: null,
    customerSign: null,
  }
}

function casePaths(form: string, { ticket, warranty }: TicketPage, phone: string): Record<string, FormValue> {
  return {
    ...paperValues(form, caseFields, ticket),
    phone,
    warrantyState: stageOf(warranty),
  }
}

function visitPaths(dispatch: DispatchRow | undefined): Record<string, FormValue> {
  return {
    appointmentAt: dispatch?.visitFromAt ?? null,
    appointmentEndAt: dispatch?.visitToAt ?? null,
    contactAttempts: (dispatch?.attempts ?? []).map(({ at, result, note }) => ({ at, result, note })),
  }
}

function resultPaths({ result }: TicketPage): Record<string, FormValue> {
  return {
    result: result?.result ?? null,
    partsUsed: result?.parts.map((part) => ({ ...part })) ?? [],
    chargeCents: result?.chargeCents ?? null,
  }
}

const stageOf = (warranty: WarrantyVerdict | null): FormValue => warranty?.stage ?? 'unknown'
