import { useTranslation } from 'react-i18next'
import type { PolicyNow } from '../../../shared/admin/policy-schema.ts'
import type { CompanyRow } from '../../../shared/admin/schema.ts'
import type { Language } from '../../../shared/kit/words.ts'
import type { Policy } from '../../../shared/presets/schema.ts'
import { AreasPart } from './AreasPart.tsx'
import type { OwnDay } from './CalendarPart.tsx'
import { type ChoicePart, choiceParts, ChoicesPart } from './ChoicesPart.tsx'
import { DutyPart } from './DutyPart.tsx'
import { FiguresPart } from './FiguresPart.tsx'
import { LimitsPart } from './LimitsPart.tsx'
import look from './policy.module.css'
import { NumbersPart } from './NumbersPart.tsx'
import { RegisterPart } from './RegisterPart.tsx'
import { ScriptPart } from './ScriptPart.tsx'
import { effectiveOnOf, type PolicyDraft } from './use-policy-draft.ts'

/** Parts of the policies, each a page of its own. */
export const parts = [
  ...(['limits', 'duty', 'figures', 'register', 'script'] as const),
  ...choiceParts,
  ...(['areas', 'numbers', 'notes'] as const),
] as const
export type Part = (typeof parts)[number]

interface PartEditorProps {
  part: Part
  now: PolicyNow
  company: CompanyRow
  draft: PolicyDraft
  /** The company's policies. */
  below: Policy
  tomorrow: string
  edit: (part: Partial<PolicyDraft['policy']>) => void
  ownDay: OwnDay
  onOwnDay: (day: OwnDay) => void
  ownDayProblem: string | undefined
  problemOf: (code: string) => string | undefined
}

/** The fields of one part. */
export function PartEditor({ part, now, company, draft, below, tomorrow, edit, problemOf, ...own }: PartEditorProps) {
  const { t, i18n } = useTranslation()
  const { policy, base } = draft
  const isLayer = draft.place.layer !== 'company'
  if (part === 'limits')
    return <LimitsPart draft={draft} below={isLayer ? below : null} problemOf={problemOf} onChange={edit} />
  if (part === 'duty')
    return (
      <DutyPart
        policy={policy}
        now={now}
        timeZone={company.timeZone}
        isLayer={isLayer}
        problemOf={problemOf}
        onChange={edit}
        {...own}
      />
    )
  if (part === 'figures') return <FiguresPart policy={policy} isLayer={isLayer} onChange={edit} />
  if (part === 'register') return <RegisterPart policy={policy} onChange={edit} />
  if (part === 'script') return <ScriptPart policy={policy} onChange={edit} />
  if (part === 'areas') return <AreasPart policy={policy} problemOf={problemOf} onChange={edit} />
  if (part === 'numbers')
    return <NumbersPart policy={policy} base={base} effectiveOn={effectiveOnOf(draft, tomorrow)} onChange={edit} />
  if (part === 'notes')
    return (
      <ul>
        {policy.notes.map(({ text, rule }) => (
          <li key={text['zh-CN']}>
            {text[i18n.language as Language]}{' '}
            <span className={look.dim}>{rule === 'house' ? t('admin.policy.source.own') : rule}</span>
          </li>
        ))}
      </ul>
    )
  return (
    <ChoicesPart part={part satisfies ChoicePart} policy={policy} base={base} problemOf={problemOf} onChange={edit} />
  )
}
