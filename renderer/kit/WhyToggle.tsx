import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import look from './FactList.module.css'
import { Icon } from './Icon.tsx'

interface WhyToggleProps {
  isOpen: boolean
  onToggle: () => void
  /** Id of the element it opens. */
  controls: string
}

/** 为什么: opens the reasons of a verdict in place. */
export function WhyToggle({ isOpen, onToggle, controls }: WhyToggleProps) {
  const { t } = useTranslation()
  return (
    <button type="button" className={look.why} aria-expanded={isOpen} aria-controls={controls} onClick={onToggle}>
      <Icon of={isOpen ? IconChevronUp : IconChevronDown} size={14} />
      {t('kit.why.ask')}
    </button>
  )
}
