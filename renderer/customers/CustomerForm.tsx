import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { customerCategories, type CustomerRow } from '../../shared/customers/schema.ts'
import { api, problemOf, queries } from '../app/api.ts'
import { useCommands } from '../app/hotkeys.ts'
import { useProblemText } from '../app/problem-text.ts'
import { ChoiceChips } from '../kit/ChoiceChips.tsx'
import { ErrorNote } from '../kit/ErrorNote.tsx'
import { KeyButton } from '../kit/KeyButton.tsx'
import { focusFirstGap } from '../kit/ledger-field.ts'
import { LedgerBlock, LedgerCell, LedgerForm, LedgerRow } from '../kit/LedgerForm.tsx'
import { LedgerInput, LedgerText } from '../kit/LedgerInput.tsx'
import { sayNotice } from '../kit/notices.ts'
import { ConflictNote } from '../kit/ConflictNote.tsx'
import { besideStored, type CustomerDraft, draftGaps, inputOf, isDirty, takeTheirs } from './customer-draft.ts'
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
  const [isTried, setTried] = useState(false)
  const save = useMutation(api.customers.save.mutationOptions())
  const { draft, conflicts } = stored ? besideStored(typed, stored) : { draft: typed, conflicts: [] }
  const change = (part: Partial<CustomerDraft>) => onDraft({ ...draft, ...part })
  const gaps = isTried ? draftGaps(draft) : {}
  const problem = save.error ? explain(save.error) : null

  const submit = () => {
    setTried(true)
    if (Object.keys(draftGaps(draft)).length > 0) {
      setTimeout(() => form.current && focusFirstGap(form.current))
      return
    }
    save.mutate(inputOf(draft, stored?.version), {
      onSuccess: (row) => {
        void queries.invalidateQueries({ queryKey: [['customers']] })
        sayNotice(t('customers.form.saved', { name: row.name }), onUndo ? { undo: onUndo } : {})
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
    <div className={look.form}>
      {conflicts.length > 0 && stored ? (
        <ConflictNote
          label={(field) => t(`customers.field.${field}`)}
          conflicts={conflicts}
          onTheirs={(field) => onDraft(takeTheirs(draft, field, stored))}
        />
      ) : null}
      <LedgerForm label={t('customers.form.title')} onEnd={submit} ref={form}>
        <LedgerBlock head={t('customers.form.who')}>
          <LedgerRow>
            <LedgerCell
              label={t('customers.field.name')}
              isRequired
              isGap={draft.name.trim() === ''}
              error={gaps.name ? t(gaps.name) : undefined}
            >
              <LedgerInput autoFocus maxLength={80} value={draft.name} onChange={(name) => change({ name })} />
            </LedgerCell>
          </LedgerRow>
          <LedgerRow>
            <LedgerCell label={t('customers.field.category')}>
              <ChoiceChips
                choices={customerCategories.map((value) => ({ value, text: t(`customers.category.${value}`) }))}
                value={draft.category}
                onChange={(category) => change({ category: category ?? draft.category })}
              />
            </LedgerCell>
          </LedgerRow>
        </LedgerBlock>
        <PeopleRows draft={draft} onChange={change} />
        <PhoneRows draft={draft} gaps={gaps} onChange={change} />
        <LedgerBlock head={t('customers.form.where')}>
          <LedgerRow>
            <LedgerCell label={t('customers.field.address')}>
              <LedgerInput maxLength={200} value={draft.address} onChange={(address) => change({ address })} />
            </LedgerCell>
          </LedgerRow>
          <LedgerRow>
            <LedgerCell label={t('customers.field.addressNote')}>
              <LedgerInput
                maxLength={200}
                value={draft.addressNote}
                onChange={(addressNote) => change({ addressNote })}
              />
            </LedgerCell>
          </LedgerRow>
          <LedgerRow>
            <LedgerCell label={t('customers.field.invoiceAddress')}>
              <LedgerInput
                maxLength={200}
                value={draft.invoiceAddress}
                onChange={(invoiceAddress) => change({ invoiceAddress })}
              />
            </LedgerCell>
          </LedgerRow>
        </LedgerBlock>
        <LedgerBlock head={t('customers.form.agreed')}>
          <LedgerRow>
            <LedgerCell label={t('customers.field.bestTime')}>
              <LedgerInput
                maxLength={60}
                placeholder={t('kit.example', { example: '14:00–16:30' })}
                value={draft.bestTime}
                onChange={(bestTime) => change({ bestTime })}
              />
            </LedgerCell>
          </LedgerRow>
          <LedgerRow rows={2}>
            <LedgerCell label={t('customers.field.note')}>
              <LedgerText rows={2} maxLength={2000} value={draft.note} onChange={(note) => change({ note })} />
            </LedgerCell>
          </LedgerRow>
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
