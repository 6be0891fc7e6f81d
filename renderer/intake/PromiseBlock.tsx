import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { boldParts } from '../../shared/presets/sentences.ts'
import { LedgerBlock, LedgerCell, LedgerRow } from '../kit/LedgerForm.tsx'
import look from './Entry.module.css'
import { useEntry } from './entry-context.ts'
import { usePromise } from './use-promise.ts'

/** 承诺: what is said at the end, as one sentence that follows the form. */
export function PromiseBlock() {
  const { t } = useTranslation()
  const { draft } = useEntry()
  const promise = usePromise()
  return (
    <LedgerBlock head={t('intake.block.promise')}>
      <LedgerRow>
        <LedgerCell
          source={
            draft.visitFromAt || draft.outcome !== 'repair' ? t('intake.promise.repeat') : t('intake.promise.later')
          }
        >
          <span className={look.promise} role="status">
            <Sentence text={promise} />
          </span>
        </LedgerCell>
      </LedgerRow>
    </LedgerBlock>
  )
}

/** A sentence with its `**marked**` figures in bold. */
export function Sentence({ text }: { text: string }) {
  return boldParts(text).map((part, at) => (
    <Fragment key={at}>{part.isBold ? <strong>{part.text}</strong> : part.text}</Fragment>
  ))
}
