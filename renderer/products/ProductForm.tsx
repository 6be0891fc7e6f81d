import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { productFields } from '../../shared/products/fields.ts'
import type { ProductRow } from '../../shared/products/schema.ts'
import { modelsOf } from '../../shared/presets/offered.ts'
import { saysNothing } from '../../shared/kit/seen-text.ts'
import { api, problemOf, queries } from '../app/api.ts'
import { useCommands } from '../app/hotkeys.ts'
import { useProblemText } from '../app/problem-text.ts'
import { usePolicies } from '../app/use-policies.ts'
import { keepMine } from '../kit/beside-stored.ts'
import { besideModel } from '../kit/beside-model.tsx'
import { ConflictNote } from '../kit/ConflictNote.tsx'
import { ErrorNote } from '../kit/ErrorNote.tsx'
import { FieldCells } from '../kit/FieldCells.tsx'
import { KeyButton } from '../kit/KeyButton.tsx'
import { focusFirstGap } from '../kit/ledger-field.ts'
import { LedgerBlock, LedgerForm } from '../kit/LedgerForm.tsx'
import { sayNotice } from '../kit/notices.ts'
import { type ProductDraft, productBeside, productDraftOf, productInputOf } from './product-draft.ts'
import look from './Products.module.css'

interface ProductFormProps {
  /** As stored now; absent for a new product. */
  stored?: ProductRow | undefined
  draft: ProductDraft
  onDraft: (draft: ProductDraft) => void
  /** Takes the save back again; absent where nobody may. */
  onUndo?: (() => void) | undefined
  onDone: (saved: ProductRow | null) => void
}

/** A sold product (S15) as a form in its place of the list. */
export function ProductForm({ stored, draft: typed, onDraft, onUndo, onDone }: ProductFormProps) {
  const { t } = useTranslation()
  const explain = useProblemText()
  const form = useRef<HTMLDivElement>(null)
  const policy = usePolicies()?.policy
  const whole = useRef<HTMLDivElement>(null)
  const [isTried, setTried] = useState(false)
  const [unreadable, setUnreadable] = useState<Readonly<Record<string, string>>>({})
  const save = useMutation(api.products.save.mutationOptions())
  const { draft, conflicts } = productBeside(typed, stored)
  const problem = save.error ? explain(save.error) : null
  const change = (part: Partial<ProductDraft>) => onDraft({ ...draft, ...part })
  const readable = (field: string) => (problem: string | null) =>
    setUnreadable(({ [field]: _gone, ...others }) => (problem === null ? others : { ...others, [field]: problem }))

  const submit = () => {
    setTried(true)
    if (conflicts.length > 0) return whole.current?.querySelector<HTMLElement>('[role=alert] button')?.focus()
    if (saysNothing(draft.name) || Object.keys(unreadable).length > 0) {
      setTimeout(() => form.current && focusFirstGap(form.current))
      return
    }
    save.mutate(productInputOf(draft, stored?.version), {
      onSuccess: (row) => {
        void queries.invalidateQueries({ queryKey: [['customers']] })
        // Nothing changed is nothing to take back: the way back would meet an earlier edit.
        const undo = onUndo && row.version !== stored?.version ? { undo: onUndo } : {}
        sayNotice(t('products.saved', { name: row.name }), undo)
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
  const needed = isTried && saysNothing(draft.name) ? { name: t('products.needName') } : {}
  const errors = { ...(problem?.field ? { [problem.field]: problem.what } : {}), ...unreadable, ...needed }
  return (
    <div className={look.form} ref={whole}>
      {conflicts.length > 0 && stored ? (
        <ConflictNote
          label={(field) => t(`products.field.${field}`)}
          conflicts={conflicts}
          onMine={(field) => onDraft(keepMine(draft, field, stored))}
          onTheirs={(field) => change({ [field]: productDraftOf(stored)[field] })}
        />
      ) : null}
      <LedgerForm label={t('products.form')} onEnd={submit} ref={form}>
        <LedgerBlock head={t('products.formHead')}>
          <FieldCells
            fields={productFields}
            group="product"
            isFirst
            values={draft}
            onChange={change}
            errors={errors}
            usual={{ model: policy ? modelsOf(policy, draft.name) : [] }}
            beside={{ model: besideModel(policy, draft.name, draft.model, () => change({ model: '' })) }}
            onUnreadable={(field, problem) => readable(field)(problem)}
          />
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
