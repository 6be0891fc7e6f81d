import { Suspense } from 'react'
import { lazyPart } from '../app/lazy-part.ts'
import { Skeleton } from '../kit/Skeleton.tsx'
import type { Trade } from './use-trade.ts'
import { WaitingList } from './WaitingList.tsx'

/** Fetched when the screen stands: a call can be taken before there is a list to read. */
const RegisterPane = lazyPart({
  words: ['intake', 'presets'],
  load: () => import('./RegisterPane.tsx').then((m) => m.RegisterPane),
})

/** When no form stands: what waits to be registered, and the register. */
export function HomePane({ trade }: { trade: Trade }) {
  return (
    <>
      <WaitingList trade={trade} />
      <Suspense fallback={<Skeleton lines={8} />}>
        <RegisterPane trade={trade} />
      </Suspense>
    </>
  )
}
