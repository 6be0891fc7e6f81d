import { IconCommand } from '@tabler/icons-react'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { type Outcome, outcomes } from '../../shared/intake/outcomes.ts'
import { Icon } from '../kit/Icon.tsx'
import { Kbd } from '../kit/Kbd.tsx'
import { BarDivider, KeyBar } from '../kit/KeyBar.tsx'
import { KeyButton } from '../kit/KeyButton.tsx'
import { useIsWide } from '../kit/Zones.tsx'
import look from './IntakeBar.module.css'
import { useSaveRest } from './save-rest.ts'
import type { SaveWay } from './use-save-entry.ts'

interface IntakeBarProps {
  outcome: Outcome
  onSave: (way: SaveWay) => void
  onClose: () => void
  onOutcome: (outcome: Outcome) => void
}

/** The keys of the form: how it is stored, and how the call ended. */
export function IntakeBar({ outcome, onSave, onClose, onOutcome }: IntakeBarProps) {
  const { t } = useTranslation()
  const isRepair = outcome === 'repair'
  const isWide = useIsWide()
  const rests = useSaveRest()
  return (
    <KeyBar
      label={t('intake.bar')}
      end={
        isWide ? (
          <span className={look.all}>
            <Icon of={IconCommand} />
            {t('kit.palette.all')}
            <Kbd>Ctrl+K</Kbd>
          </span>
        ) : undefined
      }
    >
      <KeyButton
        keyCap="F9"
        aria-disabled={rests}
        onClick={() => onSave('save')}
        look={isRepair ? 'plain' : 'primary'}
        id={isRepair ? undefined : 'intake-primary'}
      >
        {t('intake.save')}
      </KeyButton>
      {isRepair ? (
        <>
          <KeyButton keyCap="F10" aria-disabled={rests} onClick={() => onSave('print')}>
            {t('intake.savePrint')}
          </KeyButton>
          <KeyButton
            keyCap="F11"
            look="primary"
            id="intake-primary"
            aria-disabled={rests}
            onClick={() => onSave('dispatch')}
          >
            {t('intake.saveDispatch')}
          </KeyButton>
        </>
      ) : null}
      <KeyButton keyCap="F12" aria-disabled={rests} onClick={onClose}>
        {t('intake.outcomeOnly')}
      </KeyButton>
      <BarDivider />
      <span className={look.head}>{t('intake.outcomeHead')}</span>
      <div className={look.outcomes} role="radiogroup" aria-label={t('intake.outcomeLabel')}>
        {outcomes.map((code, index) => (
          <Fragment key={code}>
            <button
              type="button"
              role="radio"
              aria-checked={code === outcome}
              tabIndex={code === outcome ? 0 : -1}
              aria-keyshortcuts={`Alt+${index + 1}`}
              className={look.outcome}
              onClick={() => onOutcome(code)}
            >
              <Kbd>{String(index + 1)}</Kbd>
              {t(`intake.outcome.${code}`)}
            </button>
          </Fragment>
        ))}
      </div>
    </KeyBar>
  )
}
