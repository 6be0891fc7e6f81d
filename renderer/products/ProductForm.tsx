import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProductRow } from '../../shared/products/schema.ts'
import { api, problemOf, queries } from '../app/api.ts'
import { useCommands } from '../app/hotkeys.ts'
import { useProblemText } from '../app/problem-text.ts'
import { ConflictNote } from '../kit/ConflictNote.tsx'
import { ChoiceChips } from '../kit/ChoiceChips.tsx'
import { ErrorNote } from '../kit/ErrorNote.tsx'
import { KeyButton } from '../kit/KeyButton.tsx'
import { focusFirstGap } from '../kit/ledger-field.ts'
import { LedgerDay } from '../kit/LedgerDay.tsx'
import { LedgerBlock, LedgerCell, LedgerForm, LedgerRow } from '../kit/LedgerForm.tsx'
import { LedgerInput } from '../kit/LedgerInput.tsx'
import { useNow } from '../kit/use-now.ts'
import { type ProductDraft, productConflicts, productDraftOf, productInputOf } from './product-draft.ts'
import look from './Products.module.css'

const proofs = ['invoice', 'told', 'none'] as const

interface ProductFormProps {
  /** As stored now; absent for a new product. */
  stored?: ProductRow | undefined
  draft: ProductDraft
  onDraft: (draft: ProductDraft) => void
  onDone: (saved: ProductRow | null) => void
}

/** A sold product (S15) as a form in its place of the list. */
export function ProductForm({ stored, draft, onDraft, onDone }: ProductFormProps) {
  const { t } = useTranslation()
  const explain = useProblemText()
  const nowAt = useNow()
  const form = useRef<HTMLDivElement>(null)
  const [isTried, setTried] = useState(false)
  const [unreadable, setUnreadable] = useState<Readonly<Record<string, string>>>({})
  const save = useMutation(api.products.save.mutationOptions())
  const conflicts = productConflicts(draft, stored)
  const problem = save.error ? explain(save.error) : null
  const change = (part: Partial<ProductDraft>) => onDraft({ ...draft, ...part })
  const readable = (field: string) => (problem: string | null) =>
    setUnreadable(({ [field]: _gone, ...others }) => (problem === null ? others : { ...others, [field]: problem }))

  const submit = () => {
    setTried(true)
    if (draft.name.trim() === '' || Object.keys(unreadable).length > 0) {
      setTimeout(() => form.current && focusFirstGap(form.current))
      return
    }
    save.mutate(productInputOf(draft, stored?.version), {
      onSuccess: (row) => {
        void queries.invalidateQueries({ queryKey: [['customers']] })
        onDone(row)
      },
      onError: (error) => {
        if (problemOf(error).failure?.kind === 'changedByOther')
          void queries.invalidateQueries({ queryKey: [['customers']] })
      },
    })
  }
  useCommands([
    { id: 'products.save', text: 'kit.button.save', keys: ['F9'], run: submit },
    { id: 'products.giveUp', text: 'kit.button.cancel', keys: ['Escape'], run: () => onDone(null) },
  ])
  const errorOf = (field: string) => (problem?.field === field ? problem.what : undefined)
  const dayError = (field: string) => unreadable[field] ?? errorOf(field)
  return (
    <div className={look.form}>
      {conflicts.length > 0 && stored ? (
        <ConflictNote
          label={(field) => t(`products.field.${field}`)}
          conflicts={conflicts}
          onTheirs={(field) => change({ [field]: productDraftOf(stored)[field] })}
        />
      ) : null}
      <LedgerForm label={t('products.form')} onEnd={submit} ref={form}>
        <LedgerBlock head={t('products.formHead')}>
          <LedgerRow>
            <LedgerCell
              label={t('products.field.name')}
              isRequired
              isGap={draft.name.trim() === ''}
              error={isTried && draft.name.trim() === '' ? t('products.needName') : errorOf('name')}
            >
              <LedgerInput autoFocus maxLength={80} value={draft.name} onChange={(name) => change({ name })} />
            </LedgerCell>
          </LedgerRow>
          <LedgerRow>
            <LedgerCell label={t('products.field.model')}>
              <LedgerInput maxLength={60} value={draft.model} onChange={(model) => change({ model })} />
            </LedgerCell>
          </LedgerRow>
          <LedgerRow>
            <LedgerCell label={t('products.field.serialNo')} error={errorOf('serialNo')}>
              <LedgerInput maxLength={60} value={draft.serialNo} onChange={(serialNo) => change({ serialNo })} />
            </LedgerCell>
          </LedgerRow>
          <LedgerRow>
            <LedgerCell label={t('products.field.purchasedOn')} error={dayError('purchasedOn')}>
              <LedgerDay
                nowAt={nowAt}
                value={draft.purchasedOn ?? null}
                onChange={(purchasedOn) => change({ purchasedOn })}
                onUnreadable={readable('purchasedOn')}
              />
            </LedgerCell>
          </LedgerRow>
          <LedgerRow>
            <LedgerCell label={t('products.field.proof')}>
              <div className={look.chips}>
                <ChoiceChips
                  choices={proofs.map((value) => ({ value, text: t(`products.proof.${value}`) }))}
                  value={draft.proof}
                  onChange={(proof) => change({ proof: proof ?? 'none' })}
                />
              </div>
            </LedgerCell>
          </LedgerRow>
          <LedgerRow>
            <LedgerCell label={t('products.field.invoiceNo')}>
              <LedgerInput maxLength={40} value={draft.invoiceNo} onChange={(invoiceNo) => change({ invoiceNo })} />
            </LedgerCell>
          </LedgerRow>
          <LedgerRow>
            <LedgerCell label={t('products.field.acceptedOn')} error={dayError('acceptedOn')}>
              <LedgerDay
                nowAt={nowAt}
                value={draft.acceptedOn ?? null}
                onChange={(acceptedOn) => change({ acceptedOn })}
                onUnreadable={readable('acceptedOn')}
              />
            </LedgerCell>
          </LedgerRow>
          <LedgerRow>
            <LedgerCell label={t('products.field.dealer')}>
              <LedgerInput maxLength={80} value={draft.dealer} onChange={(dealer) => change({ dealer })} />
            </LedgerCell>
          </LedgerRow>
          <LedgerRow>
            <LedgerCell label={t('products.field.note')}>
              <LedgerInput maxLength={200} value={draft.note} onChange={(note) => change({ note })} />
            </LedgerCell>
          </LedgerRow>
        </LedgerBlock>
      </LedgerForm>
      {problem && !problem.field && conflicts.length === 0 ? (
        <ErrorNote what={problem.what} todo={problem.todo} incident={problem.incident} />
      ) : null}
      <div className={look.foot}>
        <KeyButton keyCap="F9" onClick={submit}>
          {t('kit.button.save')}
        </KeyButton>
        <KeyButton look="quiet" keyCap="Esc" onClick={() => onDone(null)}>
          {t('kit.button.cancel')}
        </KeyButton>
      </div>
    </div>
  )
}
