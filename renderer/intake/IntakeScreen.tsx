import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, queries } from '../app/api.ts'
import { useProblemText } from '../app/problem-text.ts'
import { sayNotice } from '../kit/notices.ts'
import { Pane } from '../kit/Pane.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { useIsWide, Zones } from '../kit/Zones.tsx'
import { withCaller } from './draft.ts'
import { EntryForm } from './EntryForm.tsx'
import { type Entry, EntryContext } from './entry-context.ts'
import { FactsPane } from './FactsPane.tsx'
import { focusField, focusFirstGap } from './focus-field.ts'
import { HomePane } from './HomePane.tsx'
import look from './IntakeScreen.module.css'
import { IntakeBar } from './IntakeBar.tsx'
import { IntakeTabs } from './IntakeTabs.tsx'
import { LostPane } from './LostPane.tsx'
import { openByHand, useTabs } from './tab-store.ts'
import type { IntakeTab, TabsState } from './tabs.ts'
import { useEntryCommands } from './use-entry-commands.ts'
import { useOpenEntry } from './use-entry.ts'
import { type Trade, useTrade } from './use-trade.ts'
import { useCorrectSaved } from './just-saved.ts'
import { useSaveEntry } from './use-save-entry.ts'
import { VerdictPane } from './VerdictPane.tsx'
import { WhoPane } from './WhoPane.tsx'
import { WideLists } from './WideLists.tsx'
import { stationNow } from '../kit/station-clock.ts'

/** The intake screen: who is it, the register in the order of speech, the verdicts; one tab a call. */
export function IntakeScreen() {
  const trade = useTrade()
  const tabs = useTabs()
  useCorrectSaved()
  if (!trade) return <Skeleton lines={8} />
  const tab = tabs.tabs.find(({ id }) => id === tabs.activeId)
  return tab ? (
    <EntryScreen key={tab.id} tab={tab} tabs={tabs} trade={trade} />
  ) : (
    <ListScreen tabs={tabs} trade={trade} />
  )
}

const channelOf = (trade: Trade) => trade.preset.channels[0].code

/** Opens a register by hand, for somebody already found. */
function usePickIntoNew(trade: Trade) {
  const explain = useProblemText()
  return async (customerId: string) => {
    try {
      const card = await queries.query(api.customers.card.queryOptions({ customerId, number: null }))
      const id = openByHand(channelOf(trade), stationNow(), (draft) => withCaller(draft, card, null, null))
      setTimeout(() => focusFirstGap(id, trade, 'dispatch'))
    } catch (error) {
      sayNotice(explain(error).what, { kind: 'warn' })
    }
  }
}

const openNew = (trade: Trade) => {
  openByHand(channelOf(trade), stationNow())
  setTimeout(() => focusField('customerName'))
}

function ListScreen({ tabs, trade }: { tabs: TabsState; trade: Trade }) {
  const { t } = useTranslation()
  const panel = useId()
  const pick = usePickIntoNew(trade)
  return (
    <Zones left={<WhoPane entry={null} onPick={(id) => void pick(id)} />} right={<LostPane trade={trade} />}>
      <Pane label={t('intake.list')}>
        <IntakeTabs state={tabs} controls={panel} onNew={() => openNew(trade)} />
        <div id={panel} role="tabpanel" aria-label={t('intake.list')} className={look.panel}>
          <HomePane trade={trade} />
        </div>
      </Pane>
    </Zones>
  )
}

function EntryScreen({ tab, tabs, trade }: { tab: IntakeTab; tabs: TabsState; trade: Trade }) {
  const { t } = useTranslation()
  const panel = useId()
  const isWide = useIsWide()
  const { problems, save, closeWithOutcome, chase } = useSaveEntry(trade)
  const [asked, setAsked] = useState<Entry['asked']>(null)
  const problem = problems[tab.id]
  const errors = problem?.field ? { [problem.field]: problem.what } : {}
  const entry = useOpenEntry(tab, trade, asked, errors)
  const { choose, discard } = useEntryCommands(entry, { save, closeWithOutcome, chase })
  useEffect(() => {
    if (!tab.call && tab.draft.customerId === null && !focusFirstGap(tab.id, trade, 'dispatch'))
      focusField('customerName')
    // Only when the tab comes to the front.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  const isCell =
    problem?.field !== undefined && document.querySelector(`[data-intake-field="${problem.field}"]`) !== null
  return (
    <EntryContext value={entry}>
      <Zones
        left={<WhoPane entry={entry} onPick={(id) => void entry.pickCustomer(id, null)} />}
        right={<VerdictPane onChase={chase} />}
        fourth={<FactsPane />}
        foot={
          tab.saved === undefined ? (
            <IntakeBar outcome={tab.draft.outcome} onSave={save} onClose={closeWithOutcome} onOutcome={choose} />
          ) : undefined
        }
      >
        <Pane label={t('intake.entry')}>
          <IntakeTabs state={tabs} controls={panel} onNew={() => openNew(trade)} onDiscard={discard} />
          <div id={panel} role="tabpanel" aria-label={t('intake.form')} className={look.panel}>
            <EntryForm problem={isCell ? undefined : problem} onAsked={setAsked} />
            {isWide ? <WideLists /> : null}
          </div>
        </Pane>
      </Zones>
    </EntryContext>
  )
}
