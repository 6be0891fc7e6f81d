import { IconArrowRight, IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { spoken } from '../../shared/presets/sentences.ts'
import { Icon } from '../kit/Icon.tsx'
import { PaneHead, PaneSection } from '../kit/Pane.tsx'
import { useEntry } from './entry-context.ts'
import { gapsOf } from './gaps.ts'
import { doneSteps } from './script-steps.ts'
import { useSay } from './use-trade.ts'
import look from './Verdicts.module.css'

/** 话术: opening and closing of this company, and the steps between with those done ticked (R002, R003). */
export function ScriptSection() {
  const { t } = useTranslation()
  const say = useSay()
  const { draft, trade, gaps } = useEntry()
  const { preset, company, today } = trade
  const { steps, greeting, closing } = preset.script
  const done = doneSteps(draft, { toSave: gapsOf(draft, preset, today, 'save'), toSend: gaps })
  const current = steps.findIndex(({ code }) => !done.has(code))
  return (
    <PaneSection isPadded head={<PaneHead weight="quiet" title={t('intake.script', { trade: say(preset.name) })} />}>
      <p className={look.spoken}>{t('intake.quoted', { sentence: say(spoken(greeting, company.name)) })}</p>
      <ol className={look.steps}>
        {steps.map(({ code, text }, index) => (
          <li key={code} aria-current={index === current ? 'step' : undefined}>
            <span className={look.sign}>
              {done.has(code) ? (
                <Icon of={IconCheck} size={14} label={t('intake.stepDone')} />
              ) : index === current ? (
                <Icon of={IconArrowRight} size={14} />
              ) : null}
            </span>
            {say(text)}
          </li>
        ))}
      </ol>
      <p className={look.spoken}>{t('intake.quoted', { sentence: say(spoken(closing, company.name)) })}</p>
    </PaneSection>
  )
}
