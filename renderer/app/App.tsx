import { Suspense } from 'react'
import { Route, Router, Switch } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { Skeleton } from '../kit/Skeleton.tsx'
import { doors, papers, screens, standing } from '../registry.ts'
import { LazyPart, lazyPart } from './lazy-part.ts'
import { ScreenGuard } from './ScreenGuard.tsx'
import look from './Shell.module.css'
import { Shell } from './Shell.tsx'
import { useShell } from './shell-state.ts'

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
  const entrance = useShell((state) => state.entrance)
  const load = entrance === 'signedIn' ? undefined : doors[entrance]
  if (!load) return <Shell screens={screens} standing={standing} />
  return (
    <main className={look.bare}>
      <ScreenGuard>
        <Suspense fallback={<Skeleton lines={6} />}>
          <LazyPart load={load} />
        </Suspense>
      </ScreenGuard>
    </main>
  )
}
