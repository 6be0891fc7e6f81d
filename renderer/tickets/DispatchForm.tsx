import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { dayOf } from '../../shared/kit/calendar.ts'
import { houseVisits } from '../../shared/presets/house-visits.ts'
import { rankTechnicians } from '../../shared/tickets/rules-technicians.ts'
import type { DispatchRow, TicketRow } from '../../shared/tickets/schema.ts'
import { api } from '../app/api.ts'
import type { VisitWindow } from '../../shared/kit/visit-time.ts'
import { LedgerBlock, LedgerCell, LedgerRow } from '../kit/LedgerForm.tsx'
import { LedgerInput, LedgerText } from '../kit/LedgerInput.tsx'
import { sayNotice } from '../kit/notices.ts'
import { useNow } from '../kit/use-now.ts'
import { FormFrame } from './FormFrame.tsx'
import { PromiseRows } from './PromiseRows.tsx'
import { TechnicianChips } from './TechnicianChips.tsx'
import { useFieldProblems } from './use-field-problems.ts'
import { usePolicy } from './use-policy.ts'
import { useStepForm } from './use-step-form.ts'
import { keptDispatch, readDispatch, type DispatchDraft } from './visit-form.ts'
import { VisitCell } from './VisitCell.tsx'

interface DispatchFormProps {
  ticket: TicketRow
  /** The order before, when somebody else goes instead or it came back. */
  before?: DispatchRow | undefined
  /** Where it was dropped on the time grid. */
  technicianId?: string | undefined
  window?: VisitWindow | undefined
  onDone: () => void
  onCancel: () => void
}

const fields = ['visitFromAt', 'visitToAt', 'technicianId', 'within3h', 'rescheduleReason', 'consent']

/** 派工 F11: when, who, what to bring, and the three-hour promise (R041, R042, R044, R045). */
export function DispatchForm({ ticket, before, technicianId, window, onDone, onCancel }: DispatchFormProps) {
  const { t } = useTranslation()
  const nowAt = useNow()
  const { zone, preset } = usePolicy(ticket.policyId)
  const dropped = { technicianId: technicianId ?? null, window: window ?? null, typed: '' }
  const makeEmpty = (): DispatchDraft => ({
    ...dropped,
    cause: before?.cause ?? '',
    measure: before?.measure ?? '',
    parts: before?.parts ?? '',
    within3h: null,
    rescheduleReason: '',
    consent: null,
  })
  const form = useStepForm(makeEmpty, {
    revive: (kept) => ({ ...keptDispatch(kept, nowAt), ...(window ? dropped : {}) }),
    isOnVersion: true,
  })
  const { value: draft, set } = form
  const read = readDispatch(draft, ticket, preset ?? { promise: null, visits: houseVisits }, nowAt, zone)
  const day = dayOf(read.window?.fromAt ?? nowAt, zone)
  const loads = useQuery(api.tickets.technicians.queryOptions({ day }))
  const ranked = rankTechnicians(
    loads.data ?? [],
    {
      region: ticket.region,
      visitFromAt: read.window?.fromAt ?? null,
      visitToAt: read.window?.toAt ?? null,
    },
    preset?.visits.usualMinutes,
  )
  const assign = useMutation(
    api.tickets.assign.mutationOptions({
      onError: form.refused,
      onSuccess: (order) => {
        form.forget()
        sayNotice(t('tickets.dispatch.done', { number: order.number, name: order.technicianName }), { kind: 'ok' })
        onDone()
      },
    }),
  )
  const problems = useFieldProblems(assign.error, fields)
  const isRefused = read.gate.way === 'arrangeOtherwise'
  const submit = () => {
    if (!read.window || !draft.technicianId || !read.within3h || isRefused) return
    const { fromAt, toAt } = read.window
    const isLate = read.within3h === 'no'
    assign.mutate({
      ...{ id: form.id, ticketId: ticket.id, technicianId: draft.technicianId, version: form.version },
      ...{ visitFromAt: fromAt, visitToAt: toAt, within3h: read.within3h },
      ...{ cause: draft.cause, measure: draft.measure, parts: draft.parts },
      rescheduleReason: isLate ? draft.rescheduleReason : '',
      consent: isLate ? draft.consent : null,
    })
  }

  return (
    <FormFrame
      title={t(ticket.state === 'dispatched' ? 'tickets.step.redispatch' : 'tickets.step.dispatch')}
      submit={t('tickets.dispatch.submit')}
      missing={read.missing.length}
      onSubmit={submit}
      onCancel={onCancel}
      isSending={assign.isPending}
      problem={problems.rest}
      draft={form.draft}
    >
      <LedgerBlock head={t('tickets.block.dispatch')}>
        <VisitCell
          ticketId={ticket.id}
          draft={draft}
          read={read}
          zone={zone}
          nowAt={nowAt}
          set={set}
          problems={problems}
        />
        <LedgerRow>
          <LedgerCell
            label={t('tickets.field.technician')}
            isRequired
            isGap={draft.technicianId === null}
            {...problems.of('technicianId')}
          >
            <TechnicianChips
              ranked={ranked}
              hasTime={read.window !== null}
              value={draft.technicianId}
              onChange={(next) => set({ technicianId: next })}
            />
          </LedgerCell>
        </LedgerRow>
        {preset?.promise ? (
          <PromiseRows
            withinMinutes={preset.promise.withinMinutes}
            draft={draft}
            read={read}
            set={set}
            problems={problems}
          />
        ) : null}
        <LedgerRow columns="1fr 1fr">
          <LedgerCell label={t('tickets.field.cause')}>
            <LedgerText rows={1} maxLength={500} value={draft.cause} onChange={(cause) => set({ cause })} />
          </LedgerCell>
          <LedgerCell label={t('tickets.field.measure')}>
            <LedgerText rows={1} maxLength={500} value={draft.measure} onChange={(measure) => set({ measure })} />
          </LedgerCell>
        </LedgerRow>
        <LedgerRow>
          <LedgerCell label={t('tickets.field.partsToBring')}>
            <LedgerInput maxLength={500} value={draft.parts} onChange={(parts) => set({ parts })} />
          </LedgerCell>
        </LedgerRow>
      </LedgerBlock>
    </FormFrame>
  )
}
