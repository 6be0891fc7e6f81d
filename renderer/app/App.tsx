import { Suspense } from 'react'
import { Route, Router, Switch } from 'wouter'
import { Asked } from '../kit/Asked.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { doors, papers, screens, standing } from '../registry.ts'
import { useTrouble } from './desktop-news.ts'
import { LazyPart, lazyPart } from './lazy-part.ts'
import { ScreenGuard } from './ScreenGuard.tsx'
import look from './Shell.module.css'
import { Shell } from './Shell.tsx'
import { useShell } from './shell-state.ts'
import { useAddress } from './use-address.ts'
import { useHouse, useSession } from './use-session.ts'

/** Paper alone, a door, or the shell. Addresses live behind the hash, so `app://seat/` and a LAN address work alike. */
export function App() {
  return (
    <Router hook={useAddress}>
      <Switch>
        {papers.map((paper) => (
          <Route key={paper.path} path={paper.path} component={lazyPart(paper)} />
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
            <LazyPart part={doors.trouble} />
          ) : entrance === 'unknown' ? (
            <Waiting />
          ) : (
            <LazyPart part={doors[entrance]} />
          )}
        </Suspense>
      </ScreenGuard>
    </main>
  )
}

function Waiting() {
  return (
    <Asked query={useHouse()} lines={6}>
      {() => null}
    </Asked>
  )
}
