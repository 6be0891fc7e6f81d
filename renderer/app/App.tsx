import { Suspense, type ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { Route, Router, Switch } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { Asked } from '../kit/Asked.tsx'
import { EmptyState } from '../kit/EmptyState.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { doors, papers, screens, standing } from '../registry.ts'
import { useTrouble } from './desktop-news.ts'
import { LazyPart, lazyPart } from './lazy-part.ts'
import { ScreenGuard } from './ScreenGuard.tsx'
import look from './Shell.module.css'
import { Shell } from './Shell.tsx'
import { useShell } from './shell-state.ts'
import { useHouse, useSession } from './use-session.ts'

/** Paper alone, a door, or the shell. Addresses live behind the hash, so `app://seat/` and a LAN address work alike. */
export function App() {
  return (
    <Router hook={useHashLocation}>
      <Switch>
        {papers.map(({ path, load }) => (
          <Route key={path} path={path} component={lazyPart(load)} />
        ))}
        <Route>
          <Entrance />
        </Route>
      </Switch>
    </Router>
  )
}

function Entrance() {
  useSession()
  const entrance = useShell((state) => state.entrance)
  const trouble = useTrouble()
  if (entrance === 'signedIn') return <Shell screens={screens} standing={standing} />
  return (
    <main className={look.bare}>
      <ScreenGuard key={trouble ? 'trouble' : entrance}>
        <Suspense fallback={<Skeleton lines={6} />}>
          {trouble ? (
            <Door load={doors.trouble} />
          ) : entrance === 'unknown' ? (
            <Waiting />
          ) : (
            <Door load={doors[entrance]} />
          )}
        </Suspense>
      </ScreenGuard>
    </main>
  )
}

function Door({ load }: { load: (() => Promise<ComponentType>) | undefined }) {
  const { t } = useTranslation()
  return load ? <LazyPart load={load} /> : <EmptyState title={t('kit.route.missing')} />
}

function Waiting() {
  return (
    <Asked query={useHouse()} lines={6}>
      {() => null}
    </Asked>
  )
}
