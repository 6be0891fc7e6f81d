import { Menu } from '@mantine/core'
import { IconChevronUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Kbd } from '../kit/Kbd.tsx'
import { KeyButton } from '../kit/KeyButton.tsx'
import { useMenu } from '../kit/use-menu.ts'
import { DraftMark } from './DraftMark.tsx'
import type { KeptSteps } from './step-draft.ts'
import { type Step, stepKeys } from './steps.ts'

interface MoreStepsProps {
  steps: readonly Step[]
  kept: KeptSteps | null
  open: Step | null
  name: (step: Step) => string
  onStep: (step: Step) => void
}

/** The steps of a case that are taken now and then: behind one button of the bar, each by its key all the same. Says so where one of them was begun. */
export function MoreSteps({ steps, kept, open, name, onStep }: MoreStepsProps) {
  const { t } = useTranslation()
  const menu = useMenu()
  if (steps.length === 0) return null
  const begun = steps.find((step) => step !== open && kept?.[step]?.kept)
  return (
    <Menu {...menu} position="top-end" withinPortal transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <KeyButton look="quiet" icon={IconChevronUp} data-steps aria-pressed={open !== null && steps.includes(open)}>
          {t('tickets.page.more')}
          {begun ? <DraftMark step={begun} kept={kept} open={open} /> : null}
        </KeyButton>
      </Menu.Target>
      <Menu.Dropdown>
        {steps.map((step) => (
          <Menu.Item
            key={step}
            aria-keyshortcuts={stepKeys[step]}
            onClick={() => onStep(step)}
            rightSection={<Kbd>{stepKeys[step]}</Kbd>}
          >
            {name(step)}
            <DraftMark step={step} kept={kept} open={open} />
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
