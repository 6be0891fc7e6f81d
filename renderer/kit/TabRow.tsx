import type { Icon as TablerIcon } from '@tabler/icons-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import { Kbd } from './Kbd.tsx'
import look from './TabRow.module.css'

/** One of the tabs. */
export interface Tab<Value extends string> {
  value: Value
  text: string
  /** Dim, after the text: a count, a talking time. */
  note?: ReactNode
  icon?: TablerIcon
  keyCap?: string
  /** The whole name, on hover, where the tab may be cut. */
  hover?: string
}

interface TabRowProps<Value extends string> {
  label: string
  tabs: readonly Tab<Value>[]
  value: Value
  onChange: (value: Value) => void
  /** Id of the panel the tabs show; give it `role="tabpanel"`. */
  controls?: string
  /** Beside the last tab, for example the ones that found no room. */
  after?: ReactNode
  end?: ReactNode
  /** Drawn as folders on the ground colour: each tab is a page of its own, such as a call. */
  isFolder?: boolean
}

/** Tabs over a page; arrow keys move, the caret stays on the row. */
export function TabRow<Value extends string>({
  label,
  tabs,
  value,
  onChange,
  controls,
  after,
  end,
  isFolder = false,
}: TabRowProps<Value>) {
  const walk = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const at = tabs.findIndex((tab) => tab.value === value)
    const next = tabs[(at + step + tabs.length) % tabs.length]
    if (next) onChange(next.value)
    const list = event.currentTarget
    setTimeout(() => list.querySelector<HTMLElement>('[aria-selected=true]')?.focus())
  }
  return (
    <div className={isFolder ? `${look.tabs} ${look.folder}` : look.tabs}>
      <div role="tablist" aria-label={label} style={{ display: 'contents' }} onKeyDown={walk}>
        {tabs.map((tab) => (
          <button
            key={tab.value}
            type="button"
            role="tab"
            aria-selected={tab.value === value}
            aria-controls={controls}
            tabIndex={tab.value === value ? 0 : -1}
            className={look.tab}
            title={tab.hover}
            onClick={() => onChange(tab.value)}
          >
            {tab.icon ? <Icon of={tab.icon} /> : null}
            <span>{tab.text}</span>
            {tab.note === undefined ? null : <span className={look.note}>{tab.note}</span>}
            {tab.keyCap ? <Kbd>{tab.keyCap}</Kbd> : null}
          </button>
        ))}
      </div>
      {after ? <div className={look.after}>{after}</div> : null}
      {end ? <div className={look.end}>{end}</div> : null}
    </div>
  )
}
