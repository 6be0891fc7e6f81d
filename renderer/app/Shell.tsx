import { useMantineColorScheme, VisuallyHidden } from '@mantine/core'
import { Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import { houseVisits } from '../../shared/presets/house-visits.ts'
import { EmptyState } from '../kit/EmptyState.tsx'
import { NoticeLine } from '../kit/NoticeLine.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { SoonContext } from '../kit/soon.ts'
import type { ScreenEntry } from '../registry.ts'
import { useCommands, useHotkeys } from './hotkeys.ts'
import { speak } from './i18n.ts'
import { keepFocus } from './keep-focus.ts'
import { LazyPart, lazyPart, type Part } from './lazy-part.ts'
import { PaletteOnItsWay } from './PaletteOnItsWay.tsx'
import { Rail } from './Rail.tsx'
import { ScreenGuard } from './ScreenGuard.tsx'
import look from './Shell.module.css'
import { useShell } from './shell-state.ts'
import { StatusStrip } from './StatusStrip.tsx'
import { StripSlots } from './strip-slots.tsx'
import { useDesktop } from './use-desktop.ts'
import { usePolicies } from './use-policies.ts'

const CommandPalette = lazyPart({ words: [], load: () => import('./CommandPalette.tsx').then((m) => m.CommandPalette) })
const KeyMap = lazyPart({ words: [], load: () => import('./KeyMap.tsx').then((m) => m.KeyMap) })

interface ShellProps {
  screens: readonly ScreenEntry[]
  standing: readonly Part[]
}

/** Rail, strip and the page between. What is registered and allowed is here, nothing else. */
export function Shell({ screens, standing }: ShellProps) {
  const { t } = useTranslation()
  const soonMinutes = usePolicies()?.policy.visits.soonMinutes ?? houseVisits.soonMinutes
  const [location, navigate] = useLocation()
  const [overlay, setOverlay] = useState<'palette' | 'keys' | null>(null)
  const [typed, setTyped] = useState('')
  const [context, setContext] = useState<HTMLElement | null>(null)
  const [actions, setActions] = useState<HTMLElement | null>(null)
  const slots = useMemo(() => ({ context, actions }), [context, actions])
  const member = useShell((state) => state.member)
  const allowed = screens.filter(({ needs }) => needs === undefined || member?.may(needs))
  const shown = allowed.filter(({ place }) => place !== 'none')
  const entries = [...shown.filter(({ place }) => place !== 'foot'), ...shown.filter(({ place }) => place === 'foot')]
  const close = useCallback(() => {
    setOverlay(null)
    setTyped('')
  }, [])
  useHotkeys()
  useEffect(keepFocus, [])
  useDesktop(navigate)
  useShellCommands(setOverlay)

  const first = entries[0]
  const here = allowed.find(({ path }) => location === path || location.startsWith(`${path}/`))
  return (
    <SoonContext value={soonMinutes}>
      <StripSlots value={slots}>
        <div className={look.shell}>
          <a
            className={look.skip}
            href="#main"
            onClick={(event) => {
              event.preventDefault()
              document.getElementById('main')?.focus()
            }}
          >
            {t('kit.rail.skip')}
          </a>
          <Rail entries={entries} />
          <StatusStrip contextRef={setContext} actionsRef={setActions} />
          <main id="main" className={look.outlet} tabIndex={-1}>
            <VisuallyHidden component="h1">{here ? t(here.text) : t('kit.app.name')}</VisuallyHidden>
            <ScreenGuard key={here?.path}>
              <Suspense fallback={<Skeleton lines={6} />}>
                <Switch>
                  {allowed.map((screen) => (
                    <Route key={screen.path} path={`${screen.path}/*?`} component={lazyPart(screen)} />
                  ))}
                  {first ? (
                    <Route path="/">
                      <Redirect to={first.path} replace />
                    </Route>
                  ) : null}
                  <Route>
                    <EmptyState title={t('kit.route.missing')} todo={t('kit.route.missingTodo')} />
                  </Route>
                </Switch>
              </Suspense>
            </ScreenGuard>
          </main>
          {standing.map((part, index) => (
            <ScreenGuard key={index}>
              <Suspense>
                <LazyPart part={part} />
              </Suspense>
            </ScreenGuard>
          ))}
          <Suspense
            fallback={
              overlay === 'palette' ? <PaletteOnItsWay typed={typed} onTyped={setTyped} onClose={close} /> : null
            }
          >
            {overlay === 'palette' ? (
              <CommandPalette
                typed={typed}
                pages={shown.map(({ path, text }) => ({ id: path, text: t(text), run: () => navigate(path) }))}
                onClose={close}
              />
            ) : null}
            {overlay === 'keys' ? <KeyMap onClose={close} /> : null}
          </Suspense>
          <NoticeLine />
        </div>
      </StripSlots>
    </SoonContext>
  )
}

/** The commands every page has. */
function useShellCommands(setOverlay: (overlay: 'palette' | 'keys') => void) {
  const { setColorScheme } = useMantineColorScheme()
  useCommands([
    { id: 'app.palette', text: 'kit.palette.all', keys: ['Ctrl+K'], scope: 'app', run: () => setOverlay('palette') },
    { id: 'app.keys', text: 'kit.keys.title', keys: ['F1', '?'], scope: 'app', run: () => setOverlay('keys') },
    { id: 'app.light', text: 'kit.theme.light', scope: 'app', run: () => setColorScheme('light') },
    { id: 'app.dark', text: 'kit.theme.dark', scope: 'app', run: () => setColorScheme('dark') },
    { id: 'app.auto', text: 'kit.theme.auto', scope: 'app', run: () => setColorScheme('auto') },
    { id: 'app.zh-CN', text: 'kit.language.zh-CN', scope: 'app', run: () => void speak('zh-CN') },
    { id: 'app.zh-TW', text: 'kit.language.zh-TW', scope: 'app', run: () => void speak('zh-TW') },
    { id: 'app.en', text: 'kit.language.en', scope: 'app', run: () => void speak('en') },
  ])
}
