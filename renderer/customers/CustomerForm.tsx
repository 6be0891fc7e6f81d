import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { customerFields } from '../../shared/customers/fields.ts'
import type { CustomerRow } from '../../shared/customers/schema.ts'
import { api, problemOf, queries } from '../app/api.ts'
import { useCommands } from '../app/hotkeys.ts'
import { useKnownChoices, usePhoneHome } from '../app/use-policies.ts'
import { useProblemText } from '../app/problem-text.ts'
import { ErrorNote } from '../kit/ErrorNote.tsx'
import { FieldCells } from '../kit/FieldCells.tsx'
import { KeyButton } from '../kit/KeyButton.tsx'
import { focusFirstGap } from '../kit/ledger-field.ts'
import { LedgerBlock, LedgerForm } from '../kit/LedgerForm.tsx'
import { sayNotice } from '../kit/notices.ts'
import { ConflictNote } from '../kit/ConflictNote.tsx'
import {
  besideStored,
  type CustomerDraft,
  draftGaps,
  inputOf,
  isDirty,
  keepMine,
  takeTheirs,
} from './customer-draft.ts'
import look from './CustomerForm.module.css'
import { PeopleRows } from './PeopleRows.tsx'
import { PhoneRows } from './PhoneRows.tsx'

interface CustomerFormProps {
  /** As stored now; undefined for a new customer. */
  stored?: CustomerRow
  draft: CustomerDraft
  onDraft: (draft: CustomerDraft) => void
  /** Takes the save back again; absent where nobody may. */
  onUndo?: (() => void) | undefined
  /** Saved (then with the row) or given up. */
  onDone: (saved: CustomerRow | null) => void
}

/** The archive record as a form, in place. What was typed stays whatever the station says. */
export function CustomerForm({ stored, draft: typed, onDraft, onUndo, onDone }: CustomerFormProps) {
  const { t } = useTranslation()
  const explain = useProblemText()
  const form = useRef<HTMLDivElement>(null)
  const whole = useRef<HTMLDivElement>(null)
  const [isTried, setTried] = useState(false)
  const save = useMutation(api.customers.save.mutationOptions())
  const { draft, conflicts } = stored ? besideStored(typed, stored) : { draft: typed, conflicts: [] }
  const change = (part: Partial<CustomerDraft>) => onDraft({ ...draft, ...part })
  const home = usePhoneHome()
  const gaps = isTried ? draftGaps(draft, home) : {}
  const problem = save.error ? explain(save.error) : null
  const errors = { name: gaps.name ? t(gaps.name) : undefined }
  const known = useKnownChoices()
  const cells = { fields: customerFields, values: draft, onChange: change, errors, choices: known }

  const submit = () => {
    setTried(true)
    if (conflicts.length > 0) return whole.current?.querySelector<HTMLElement>('[role=alert] button')?.focus()
    if (Object.keys(draftGaps(draft, home)).length > 0) {
      setTimeout(() => form.current && focusFirstGap(form.current))
      return
    }
    save.mutate(inputOf(draft, stored?.version), {
      onSuccess: (row) => {
        void queries.invalidateQueries({ queryKey: [['customers']] })
        // Nothing changed is nothing to take back: the way back would meet an earlier edit.
        const undo = onUndo && row.version !== stored?.version ? { undo: onUndo } : {}
        sayNotice(t('customers.form.saved', { name: row.name }), undo)
        onDone(row)
      },
      onError: (error) => {
        if (problemOf(error).failure?.kind === 'changedByOther')
          void queries.invalidateQueries({ queryKey: [['customers']] })
      },
    })
  }
  const giveUp = () => {
    if (isDirty(typed)) sayNotice(t('customers.form.givenUp'), { undo: () => onDraft(typed) })
    onDone(null)
  }
  useCommands([
    { id: 'customers.save', text: 'kit.button.save', keys: ['F9'], run: submit },
    { id: 'customers.giveUp', text: 'kit.button.cancel', keys: ['Escape'], run: giveUp },
  ])

  return (
    <div className={look.form} ref={whole}>
      {conflicts.length > 0 && stored ? (
        <ConflictNote
          label={(field) => t(`customers.field.${field}`)}
          conflicts={conflicts.map((one) =>
            one.field === 'category'
              ? { ...one, mine: known.categoryText(one.mine), theirs: known.categoryText(one.theirs) }
              : one,
          )}
          onMine={(field) => onDraft(keepMine(draft, field, stored))}
          onTheirs={(field) => onDraft(takeTheirs(draft, field, stored))}
        />
      ) : null}
      <LedgerForm label={t('customers.form.title')} onEnd={submit} ref={form}>
        <LedgerBlock head={t('customers.form.who')}>
          <FieldCells group="who" isFirst {...cells} />
        </LedgerBlock>
        <PeopleRows draft={draft} onChange={change} />
        <PhoneRows draft={draft} gaps={gaps} onChange={change} />
        <LedgerBlock head={t('customers.form.where')}>
          <FieldCells group="where" {...cells} />
        </LedgerBlock>
        <LedgerBlock head={t('customers.form.agreed')}>
          <FieldCells group="agreed" {...cells} />
        </LedgerBlock>
      </LedgerForm>
      {problem && conflicts.length === 0 ? (
        <ErrorNote
          what={problem.what}
          todo={problem.todo}
          incident={problem.incident}
          safe={t('customers.form.kept')}
        />
      ) : null}
      <div className={look.foot}>
        <KeyButton look="primary" keyCap="F9" onClick={submit}>
          {t('kit.button.save')}
        </KeyButton>
        <KeyButton look="quiet" keyCap="Esc" onClick={giveUp}>
          {t('kit.button.cancel')}
        </KeyButton>
        {Object.keys(gaps).length > 0 ? (
          <span role="status">{t('customers.form.gaps', { count: Object.keys(gaps).length })}</span>
        ) : null}
      </div>
    </div>
  )
}
