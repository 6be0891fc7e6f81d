import { useTranslation } from 'react-i18next'
import { saysNothing } from '../../shared/kit/seen-text.ts'
import { PaneHead, PaneSection } from '../kit/Pane.tsx'
import { useEntry } from './entry-context.ts'
import { Sentence } from './PromiseBlock.tsx'
import { usePromise } from './use-promise.ts'
import look from './Verdicts.module.css'

/** 复述卡: the whole case as one sentence to read back, once there is something to read. */
export function ReadBackSection() {
  const { t } = useTranslation()
  const { draft } = useEntry()
  const promise = usePromise()
  const { customerName, contactName, productName, symptom } = draft
  if (customerName === '' || saysNothing(symptom) || draft.outcome !== 'repair') return null
  const what = [customerName, [productName, symptom.trim()].filter(Boolean).join(' ')].join(t('intake.comma'))
  return (
    <PaneSection
      isPadded
      head={<PaneHead weight="quiet" title={t('intake.readBack')} note={t('intake.readBackNote')} />}
    >
      <p className={look.readBack}>
        <Sentence text={t('intake.readBackText', { who: contactName || customerName, what, promise })} />
      </p>
    </PaneSection>
  )
}
