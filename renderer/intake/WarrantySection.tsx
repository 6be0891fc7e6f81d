import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommands } from '../app/hotkeys.ts'
import { FactList } from '../kit/FactList.tsx'
import { Kbd } from '../kit/Kbd.tsx'
import { PaneHead, PaneSection } from '../kit/Pane.tsx'
import { Verdict } from '../kit/Verdict.tsx'
import { WhyToggle } from '../kit/WhyToggle.tsx'
import { useEntry } from './entry-context.ts'
import { useSay } from './use-trade.ts'
import { useWarranty } from './use-warranty.ts'
import look from './Verdicts.module.css'

const kinds = { free: 'ok', paid: 'none', unknown: 'warn' } as const

/** 保修: the verdict, until when, and on what it stands. */
export function WarrantySection() {
  const { t, i18n } = useTranslation()
  const say = useSay()
  const id = useId()
  const { product, trade } = useEntry()
  const warranty = useWarranty()
  const [isOpen, setOpen] = useState(true)
  const toggle = () => setOpen((before) => !before)
  useCommands([{ id: 'intake.why', text: 'intake.whyWarranty', keys: ['Alt+W'], run: toggle }])
  const head = (
    <PaneHead
      title={t('intake.warranty')}
      weight="quiet"
      action={
        warranty ? (
          <>
            <WhyToggle isOpen={isOpen} onToggle={toggle} controls={id} />
            <Kbd>Alt+W</Kbd>
          </>
        ) : undefined
      }
    />
  )
  if (!warranty) {
    return (
      <PaneSection isPadded head={head}>
        <p className={look.quiet}>{t('intake.warranty.none')}</p>
      </PaneSection>
    )
  }
  const { stage, freeUntilOn, daysLeft, startOn, startedBy, months, exclusions, charge, rules } = warranty
  const proof =
    product?.invoiceNo && warranty.proof === 'invoice'
      ? t('intake.proof.invoiceNo', { no: product.invoiceNo })
      : t(`intake.proof.${warranty.proof}`)
  const term =
    months === null
      ? t('intake.warranty.noTerm')
      : t(trade.company.warrantyMonths === null ? 'intake.warranty.term' : 'intake.warranty.companyTerm', {
          name: say(trade.preset.warranty.freeName),
          months,
        })
  return (
    <PaneSection isPadded head={head}>
      <div className={look.lead} role="status">
        <Verdict kind={kinds[stage]} size="lead">
          {stage === 'paid' ? say(trade.preset.warranty.paidName) : t(`intake.warranty.${stage}`)}
        </Verdict>
        {freeUntilOn ? (
          <span>{t(stage === 'free' ? 'intake.warranty.until' : 'intake.warranty.ended', { on: freeUntilOn })}</span>
        ) : null}
        {freeUntilOn && daysLeft !== null ? (
          <span className={look.dim}>
            {daysLeft >= 0
              ? t('intake.warranty.daysLeft', { count: daysLeft })
              : t('intake.warranty.daysOver', { count: -daysLeft })}
          </span>
        ) : null}
        {stage === 'unknown' ? <span>{t(`intake.warranty.missing.${warranty.missing ?? 'startDate'}`)}</span> : null}
      </div>
      <div id={id} hidden={!isOpen} className={look.why}>
        <FactList
          labelRem={i18n.language === 'en' ? 4.25 : 3}
          facts={[
            [
              t('intake.fact.start'),
              startOn && startedBy ? t(`intake.started.${startedBy}`, { on: startOn, proof }) : t('intake.unknown'),
            ],
            [t('intake.fact.term'), term],
            [
              t('intake.fact.clause'),
              [
                t('intake.clause', { name: say(trade.preset.name) }),
                ...rules.map((rule) => (rule === 'house' ? t('intake.deadline.house') : rule)),
              ].join(' · '),
            ],
            [t('intake.fact.excluded'), exclusions.map(say).join(t('intake.comma'))],
            [t('intake.fact.charge'), t(`intake.charge.${charge}`)],
          ]}
        />
      </div>
    </PaneSection>
  )
}
