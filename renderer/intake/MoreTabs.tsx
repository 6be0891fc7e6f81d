import { Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { KeyButton } from '../kit/KeyButton.tsx'
import { useMenu } from '../kit/use-menu.ts'
import look from './IntakeTabs.module.css'
import { activate } from './tab-store.ts'
import { type IntakeTab, nameOf } from './tabs.ts'

interface MoreTabsProps {
  tabs: readonly IntakeTab[]
  /** Set where the next tab is one of these. */
  keyCap?: string
  /** What the call does, or what the entry is: 等候 00:06. */
  noteOf: (tab: IntakeTab) => string
}

/** Calls and entries that found no room in the row; choosing one brings it into it. */
export function MoreTabs({ tabs, keyCap, noteOf }: MoreTabsProps) {
  const { t } = useTranslation()
  const menu = useMenu()
  return (
    <Menu {...menu} position="bottom-start" transitionProps={{ duration: 0 }} withinPortal>
      <Menu.Target>
        <KeyButton look="quiet" isSmall icon={IconChevronDown} keyCap={keyCap} capAt="after">
          {t('intake.moreTabs', { count: tabs.length })}
        </KeyButton>
      </Menu.Target>
      <Menu.Dropdown>
        {tabs.map((tab) => (
          <Menu.Item
            key={tab.id}
            onClick={() => activate(tab.id)}
            rightSection={<span className={look.more}>{noteOf(tab)}</span>}
          >
            {[nameOf(tab), tab.call?.numberShown].filter(Boolean).join(' · ') || t('intake.newEntry')}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
