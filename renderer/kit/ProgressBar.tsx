import { useTranslation } from 'react-i18next'
import { KeyButton } from './KeyButton.tsx'
import look from './ProgressBar.module.css'

interface ProgressBarProps {
  /** What is being done, translated. */
  label: string
  done: number
  /** Absent while it is not known. */
  total?: number
  onStop?: () => void
}

/** How far a long work is, and a way to stop it. */
export function ProgressBar({ label, done, total, onStop }: ProgressBarProps) {
  const { t, i18n } = useTranslation()
  const figure = (value: number) => new Intl.NumberFormat(i18n.language).format(value)
  const share = total ? Math.min(100, (done / total) * 100) : 0
  return (
    <div className={look.progress}>
      <span>
        {label}{' '}
        <span className={look.figure}>
          {total ? t('kit.progress.of', { done: figure(done), total: figure(total) }) : figure(done)}
        </span>
      </span>
      {onStop ? (
        <KeyButton isSmall onClick={onStop}>
          {t('kit.button.stop')}
        </KeyButton>
      ) : (
        <span />
      )}
      <div
        className={look.track}
        style={{ gridColumn: '1 / -1' }}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={total ? done : undefined}
      >
        <div className={look.done} style={{ width: `${share}%` }} />
      </div>
    </div>
  )
}
