import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../shared/kit/words.ts'
import type { WarrantyVerdict } from '../../shared/products/schema.ts'
import { FactList } from '../kit/FactList.tsx'
import { PaneHead, PaneSection } from '../kit/Pane.tsx'
import { Verdict, type VerdictKind } from '../kit/Verdict.tsx'
import { WhyToggle } from '../kit/WhyToggle.tsx'
import look from './TicketPageView.module.css'

const kinds: Readonly<Record<WarrantyVerdict['stage'], VerdictKind>> = { free: 'ok', paid: 'none', unknown: 'warn' }

/** 保修 on the day of the report, and why: 起算, 期限, 条款, 除外, 收费. */
export function WarrantySection({ warranty }: { warranty: WarrantyVerdict }) {
  const { t, i18n } = useTranslation()
  const language = i18n.language as Language
  const [isOpen, setOpen] = useState(false)
  const whyId = useId()
  const { stage, freeUntilOn, startOn, startedBy, proof, months, charge, rules, exclusions, missing } = warranty
  const facts: [string, string][] = [
    [
      t('tickets.warranty.start'),
      startOn && startedBy
        ? `${startOn} ${t(`tickets.warranty.by.${startedBy}`)} ${t(`tickets.warranty.proof.${proof}`)}`
        : t('tickets.warranty.noStart'),
    ],
    [
      t('tickets.warranty.term'),
      months === null ? t('tickets.warranty.noTerm') : t('tickets.warranty.months', { count: months }),
    ],
    [t('tickets.warranty.rule'), rules.filter((rule) => rule !== 'house').join(' ') || t('tickets.deadline.house')],
    [
      t('tickets.warranty.exclusions'),
      exclusions.map((text) => text[language]).join(t('tickets.comma')) || t('tickets.warranty.noExclusion'),
    ],
    [t('tickets.warranty.charge'), t(`tickets.warranty.pays.${charge}`)],
  ]
  return (
    <PaneSection
      isPadded
      head={
        <PaneHead
          weight="quiet"
          title={t('tickets.warranty.title')}
          action={<WhyToggle isOpen={isOpen} onToggle={() => setOpen(!isOpen)} controls={whyId} />}
        />
      }
    >
      <div className={look.lead}>
        <Verdict kind={kinds[stage]} size="lead">
          {t(`tickets.warranty.${stage}`)}
        </Verdict>
        <span className={look.when}>
          {freeUntilOn
            ? t('tickets.warranty.until', { on: freeUntilOn })
            : missing
              ? t(`tickets.warranty.missing.${missing}`)
              : ''}
        </span>
      </div>
      <div id={whyId} hidden={!isOpen}>
        <FactList facts={facts} />
      </div>
    </PaneSection>
  )
}
