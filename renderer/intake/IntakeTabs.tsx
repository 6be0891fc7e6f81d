import { IconPhoneCall, IconPhoneIncoming, IconPhonePause, IconPencil, IconPlus, IconX } from '@tabler/icons-react'
import { useElementSize } from '@mantine/hooks'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../kit/IconButton.tsx'
import { KeyButton } from '../kit/KeyButton.tsx'
import { talkingTime } from '../kit/spans.ts'
import { type Tab, TabRow } from '../kit/TabRow.tsx'
import { useNow } from '../kit/use-now.ts'
import look from './IntakeTabs.module.css'
import { activate } from './tab-store.ts'
import { type IntakeTab, nameOf, shownTabs, type TabCall, type TabsState } from './tabs.ts'

/** Its menu is a tenth of the first load, and rarely are there more calls than room. */
const MoreTabs = lazy(() => import('./MoreTabs.tsx').then((part) => ({ default: part.MoreTabs })))

const list = 'list'
/** What the list, the keys at the end and 更多 take of the row, and what one tab needs to be read; rem. */
const keptFree = 19.5
const tabNeeds = 7
const signs: Record<TabCall['state'], typeof IconPhoneCall> = {
  ringing: IconPhoneIncoming,
  answered: IconPhoneCall,
  ended: IconPhonePause,
  lost: IconPhonePause,
}

interface IntakeTabsProps {
  state: TabsState
  /** Id of the panel under the tabs. */
  controls: string
  onNew: () => void
  /** Throws the active entry away; absent on the list. */
  onDiscard?: () => void
}

/** One folder a call or register; the list first. F3 goes to the next. */
export function IntakeTabs({ state, controls, onNew, onDiscard }: IntakeTabsProps) {
  const { t } = useTranslation()
  const nowAt = useNow('second')
  const { tabs, activeId } = state
  const at = tabs.findIndex(({ id }) => id === activeId)
  const nextId = tabs.length > (at < 0 ? 0 : 1) ? tabs[(at + 1) % tabs.length]?.id : undefined
  const { ref, width } = useElementSize()
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize)
  const room = width === 0 ? tabs.length : Math.floor((width / rem - keptFree) / tabNeeds)
  const shown = shownTabs(state, room)
  const hidden = tabs.filter((tab) => !shown.includes(tab))
  const isCrowded = shown.length > 2 || hidden.length > 0
  const folder = (tab: IntakeTab): Tab<string> => {
    const isBehind = isCrowded && tab.id !== activeId
    const { customerName } = tab.draft
    const name = nameOf(tab)
    const number = tab.call?.numberShown ?? ''
    return {
      value: tab.id,
      text: name || (isBehind && number ? `…${number.slice(-4)}` : number) || t('intake.newEntry'),
      hover: [name, name === customerName ? '' : customerName, number].filter(Boolean).join(' · ') || undefined,
      note: isBehind || (isCrowded && room < 4) ? undefined : noteOf(tab),
      icon: tab.call ? signs[tab.call.state] : IconPencil,
      keyCap: tab.id === nextId && tab.id !== activeId ? 'F3' : undefined,
    }
  }
  const noteOf = ({ call, draft, id }: IntakeTab) => {
    const outcome = t(`intake.outcome.${draft.outcome}`)
    if (!call) return outcome
    if (call.state === 'ringing') return `${t('intake.ringing')} ${talkingTime(call.sinceAt, nowAt)}`
    if (call.state === 'answered')
      return `${id === activeId ? outcome : t('intake.talking')} ${talkingTime(call.sinceAt, nowAt)}`
    return `${outcome} ${t(call.isElsewhere ? 'intake.notHere' : 'intake.hungUp')}`
  }
  return (
    <div className={look.tabs} ref={ref}>
      <TabRow
        isFolder
        label={t('intake.tabs')}
        controls={controls}
        tabs={[{ value: list, text: t('intake.list') }, ...shown.map(folder)]}
        value={activeId ?? list}
        onChange={(id) => activate(id === list ? null : id)}
        after={
          hidden.length === 0 ? undefined : (
            <Suspense>
              <MoreTabs
                tabs={hidden}
                keyCap={hidden.some(({ id }) => id === nextId) ? 'F3' : undefined}
                noteOf={noteOf}
              />
            </Suspense>
          )
        }
        end={
          <>
            {onDiscard ? (
              <IconButton icon={IconX} label={t('intake.discard')} aria-keyshortcuts="Alt+Delete" onClick={onDiscard} />
            ) : null}
            <KeyButton look="quiet" isSmall icon={IconPlus} keyCap="F2" capAt="after" onClick={onNew}>
              {t('intake.newEntry')}
            </KeyButton>
          </>
        }
      />
    </div>
  )
}
