import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { CallRow } from '../../shared/intake/schema.ts'
import { api } from '../app/api.ts'
import { isTextField, useCommands } from '../app/hotkeys.ts'
import { host } from '../app/host.ts'
import { setBadge, setShell, useShell } from '../app/shell-state.ts'
import { useMe } from '../app/use-house.ts'
import { focusShown } from './focus-field.ts'
import { lineOf } from './line.ts'
import { activate, followCallRows, goToNextTab, openByHand, seatMember, tabsNow, useTabs } from './tab-store.ts'
import { nameOf } from './tabs.ts'
import { useJoined } from './use-joined.ts'
import { meetCallers, takeMetCallers, useKnownCallers } from './use-known-callers.ts'
import { useRestoredDrafts } from './use-restored-drafts.ts'
import { useTrade } from './use-trade.ts'
import { stationNow } from '../kit/station-clock.ts'

const presenceMs = 60_000

/** Stands while a member is in: the line in the strip, tabs for rings, notices, lost callers, kept drafts. */
export function LineWatcher() {
  const may = useShell(({ member }) => member?.may('intake.take') ?? false)
  const me = useMe()
  return may && me ? <Watcher memberId={me.id} /> : null
}

function Watcher({ memberId }: { memberId: string }) {
  const { t } = useTranslation()
  const [location, navigate] = useLocation()
  const trade = useTrade()
  const channel = trade?.preset.channels[0].code ?? 'phone'
  // Asking once a minute also tells the station that somebody sits here.
  const mine = useQuery(api.intake.mine.queryOptions(undefined, { refetchInterval: presenceMs }))
  const lost = useQuery(api.intake.lost.queryOptions())
  const isReady = useRestoredDrafts(memberId)
  const rung = useRef<Set<string> | null>(null)
  const { activeId, tabs } = useTabs()
  const calls = mine.data

  useKnownCallers(tabs)
  useJoined()

  useEffect(() => seatMember(memberId), [memberId])

  useEffect(() => {
    if (!calls || !isReady) return
    let isOld = false
    const follow = () => {
      if (isOld) return
      followCallRows(calls, channel)
      takeMetCallers()
    }
    const met = meetCallers(calls)
    if (met) void met.then(follow)
    else follow()
    return () => {
      isOld = true
    }
  }, [calls, channel, isReady])

  useEffect(() => {
    if (!calls) return
    const active = tabs.find(({ id }) => id === activeId)
    const name = (callId: string) => {
      const tab = tabs.find(({ call }) => call?.id === callId)
      return tab ? nameOf(tab) : ''
    }
    setShell({ line: lineOf(calls, active?.call ?? null, (line) => t('intake.dialled', { line }), name) })
  }, [calls, activeId, tabs, t])

  useEffect(() => {
    if (!lost.data) return
    setShell({ lost: { count: lost.data.length, oldestAt: lost.data[0]?.firstAt } })
    setBadge('intake', lost.data.length)
    void host.setBadge(lost.data.length)
  }, [lost.data])

  const ring = (call: CallRow) => {
    const place = [call.region, call.line].filter(Boolean).join(' · ')
    void host.notify({
      title: t('intake.ringTitle', { number: call.numberShown || t('intake.noNumber') }),
      body: place,
      tag: call.id,
    })
    void host.raise()
    if (!isTextField(document.activeElement) && !location.startsWith('/intake') && tabsNow().activeId !== null)
      navigate('/intake')
  }
  useEffect(() => {
    if (!calls || !isReady) return
    const ringing = calls.filter(({ state, direction }) => state === 'ringing' && direction === 'in')
    const known = rung.current ?? new Set<string>()
    for (const call of ringing) if (!known.has(call.id)) ring(call)
    rung.current = new Set(ringing.map(({ id }) => id))
    // A ring is said once; what it does then may change with every paint.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [calls, isReady])

  useEffect(
    () =>
      host.onNoteClicked((callId) => {
        const tab = tabsNow().tabs.find(({ call }) => call?.id === callId)
        if (!tab) return
        activate(tab.id)
        navigate('/intake')
      }),
    [navigate],
  )

  useCommands([
    {
      id: 'intake.new',
      text: 'intake.newEntry',
      keys: ['F2'],
      scope: 'app',
      run: () => {
        openByHand(channel, stationNow())
        navigate('/intake')
      },
    },
    {
      id: 'intake.nextTab',
      text: 'intake.nextTab',
      keys: ['F3'],
      scope: 'app',
      run: () => {
        goToNextTab()
        navigate('/intake')
        if (trade) focusShown(trade)
      },
    },
  ])
  return null
}
