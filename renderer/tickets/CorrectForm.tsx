import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { correctableFields, type CorrectableLine } from '../../shared/intake/correct-line.ts'
import { modelsOf } from '../../shared/presets/offered.ts'
import { api, client, problemOf, queries } from '../app/api.ts'
import { useProblemText } from '../app/problem-text.ts'
import { usePolicies } from '../app/use-policies.ts'
import { Asked } from '../kit/Asked.tsx'
import { besideModel } from '../kit/beside-model.tsx'
import { ConflictNote } from '../kit/ConflictNote.tsx'
import { LedgerDay } from '../kit/LedgerDay.tsx'
import { LedgerBlock, LedgerCell, LedgerRow } from '../kit/LedgerForm.tsx'
import { LedgerInput, LedgerText } from '../kit/LedgerInput.tsx'
import { LedgerSelect } from '../kit/LedgerSelect.tsx'
import { sayNotice } from '../kit/notices.ts'
import { SuggestInput } from '../kit/SuggestInput.tsx'
import { useNow } from '../kit/use-now.ts'
import { FormFrame } from './FormFrame.tsx'
import { useFieldProblems } from './use-field-problems.ts'
import { useStepForm } from './use-step-form.ts'

type Field = (typeof correctableFields)[number]

interface Typed {
  /** Version the typing began at; null while nothing is typed. */
  seen: number | null
  changes: Partial<Pick<CorrectableLine, Field>>
}

interface CorrectFormProps {
  ticketId: string
  onDone: () => void
  onCancel: () => void
}

/** 更正登记: what was written down wrong in the register, field by field. */
export function CorrectForm({ ticketId, onDone, onCancel }: CorrectFormProps) {
  return (
    <Asked query={useQuery(api.intake.line.queryOptions({ ticketId }))} lines={8}>
      {(line) => <LineForm line={line} onDone={onDone} onCancel={onCancel} />}
    </Asked>
  )
}

const longFields: readonly Field[] = ['symptom', 'note']
const mostLetters: Readonly<Partial<Record<Field, number>>> = { address: 200, symptom: 2000, note: 1000 }

/** The same where the line stands on screen already. */
export function LineForm({ line, onDone, onCancel }: Omit<CorrectFormProps, 'ticketId'> & { line: CorrectableLine }) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const nowAt = useNow()
  const policy = usePolicies()?.policy
  const form = useStepForm<Typed>(() => ({ seen: null, changes: {} }))
  const [decided, setDecided] = useState<readonly Field[]>([])
  const [notDay, setNotDay] = useState<string | null>(null)
  const { seen, changes } = form.value
  const put = (field: Field, value: string | null) => {
    const { [field]: _before, ...others } = changes
    const next = value === line[field] ? others : { ...changes, [field]: value }
    form.set({ seen: seen ?? line.version, changes: next })
  }
  const correct = useMutation(
    api.intake.correct.mutationOptions({
      onSuccess: ({ registerNo, id, isCaseChanged }) => {
        form.forget()
        void queries.invalidateQueries()
        const undo = () =>
          void client.history.undoLast.mutate({ kind: 'intake.register', id }).then(
            () => queries.invalidateQueries(),
            (error: unknown) => sayNotice(problemText(error).what, { kind: 'warn' }),
          )
        sayNotice(t(isCaseChanged ? 'tickets.correct.doneWithCase' : 'tickets.correct.done', { number: registerNo }), {
          kind: 'ok',
          undo,
        })
        onDone()
      },
      onError: (error) => {
        if (problemOf(error).failure?.kind !== 'changedByOther') return
        setDecided([])
        void queries.invalidateQueries({ queryKey: [['intake', 'line']] })
      },
    }),
  )
  const refused = problemOf(correct.error).failure?.conflicts ?? []
  const conflicts = refused.flatMap(({ field, theirs, yours, by }) => {
    const known = correctableFields.find((each) => each === field)
    const said = (text: string) => (known === 'outcome' && text !== '' ? t(`tickets.outcome.${text}`) : text)
    return known && known in changes && !decided.includes(known)
      ? [{ field: known, mine: said(yours), theirs: said(theirs), by }]
      : []
  })
  const problems = useFieldProblems(refused.length > 0 ? null : correct.error, correctableFields)
  const label = (field: Field) => t(`tickets.correct.field.${field}`)
  const isEmpty = Object.keys(changes).length === 0
  const submit = () => {
    if (isEmpty) return onCancel()
    // What was decided was decided over the line as it stands now.
    const version = refused.length > 0 ? line.version : (seen ?? line.version)
    correct.mutate({ id: line.id, version, changes })
  }
  const productName = changes.productName ?? line.productName
  const otherModel = besideModel(policy, productName, changes.model ?? line.model, () => put('model', ''))
  return (
    <FormFrame
      title={t('tickets.step.correct')}
      submit={t('tickets.step.correct')}
      missing={conflicts.length + (notDay === null ? 0 : 1)}
      onSubmit={submit}
      onCancel={onCancel}
      isSending={correct.isPending}
      problem={problems.rest}
      draft={form.draft}
    >
      {conflicts.length > 0 ? (
        <ConflictNote
          label={label}
          conflicts={conflicts}
          onMine={(field) => setDecided([...decided, field])}
          onTheirs={(field) => {
            const { [field]: _mine, ...others } = changes
            form.set({ changes: others })
          }}
        />
      ) : null}
      <LedgerBlock head={t('tickets.block.correct')}>
        {correctableFields
          .filter((field) => field !== 'outcome' || line.outcomes.length > 0)
          .map((field) => (
            <LedgerRow key={field} {...(longFields.includes(field) ? { rows: 2 } : {})}>
              <LedgerCell
                label={label(field)}
                source={field === 'model' ? otherModel : undefined}
                {...(field === 'purchasedOn' && notDay ? { error: notDay } : problems.of(field))}
              >
                <FieldInput
                  field={field}
                  value={changes[field] === undefined ? line[field] : changes[field]}
                  outcomes={line.outcomes}
                  models={policy ? modelsOf(policy, productName) : []}
                  nowAt={nowAt}
                  onChange={(value) => put(field, value)}
                  onUnreadable={setNotDay}
                />
              </LedgerCell>
            </LedgerRow>
          ))}
      </LedgerBlock>
    </FormFrame>
  )
}

interface FieldInputProps {
  field: Field
  value: string | null
  /** What the outcome may be. */
  outcomes: readonly string[]
  /** Of the product, as the policies name them. */
  models: readonly string[]
  nowAt: string
  onChange: (value: string | null) => void
  onUnreadable: (problem: string | null) => void
}

function FieldInput({ field, value, outcomes, models, nowAt, onChange, onUnreadable }: FieldInputProps) {
  const { t } = useTranslation()
  if (field === 'purchasedOn')
    return <LedgerDay value={value} nowAt={nowAt} onChange={onChange} onUnreadable={onUnreadable} />
  if (field === 'outcome')
    return (
      <LedgerSelect
        value={value ?? ''}
        choices={outcomes.map((code) => ({ value: code, text: t(`tickets.outcome.${code}`) }))}
        onChange={onChange}
      />
    )
  const maxLength = mostLetters[field] ?? 60
  const shown = value ?? ''
  if (field === 'model' && models.length > 0)
    return (
      <SuggestInput
        label={t('tickets.correct.field.model')}
        value={shown}
        options={models}
        maxLength={maxLength}
        onChange={onChange}
      />
    )
  return longFields.includes(field) ? (
    <LedgerText rows={2} maxLength={maxLength} value={shown} onChange={onChange} />
  ) : (
    <LedgerInput maxLength={maxLength} value={shown} onChange={onChange} />
  )
}
