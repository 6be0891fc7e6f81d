import { useTranslation } from 'react-i18next'
import type { Right } from '../../shared/admin/rights.ts'
import type { BatchStep } from '../../shared/tickets/batch.ts'
import { useCommands } from '../app/hotkeys.ts'
import { KeyButton } from '../kit/KeyButton.tsx'
import { stepKeys } from './steps.ts'

interface BatchButtonsProps {
  may: (right: Right) => boolean
  /** The step whose form stands above the bar. */
  open: BatchStep | null
  onOpen: (step: BatchStep) => void
}

const rightOf = { dispatch: 'tickets.dispatch', note: 'tickets.note' } as const

/** What can be done with the chosen tickets, by the keys the single step has. */
export function BatchButtons({ may, open, onOpen }: BatchButtonsProps) {
  const { t } = useTranslation()
  const steps = (['dispatch', 'note'] as const).filter((step) => may(rightOf[step]))
  useCommands(
    steps.map((step) => ({
      id: `tickets.batch.${step}`,
      text: `tickets.batch.title.${step}`,
      keys: [stepKeys[step]],
      run: () => onOpen(step),
    })),
  )
  return steps.map((step) => (
    <KeyButton key={step} isSmall keyCap={stepKeys[step]} aria-expanded={open === step} onClick={() => onOpen(step)}>
      {t(`tickets.step.${step}`)}
    </KeyButton>
  ))
}
