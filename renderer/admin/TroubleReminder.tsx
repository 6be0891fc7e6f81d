import { useTrouble } from '../app/desktop-news.ts'
import { lazyPart } from '../app/lazy-part.ts'

/** Only a desktop in trouble ever needs it, and its pages lie on its own disk: no seat fetches it otherwise. */
const GraveTrouble = lazyPart({
  words: ['admin', 'desktop', 'door'],
  load: () => import('./GraveTrouble.tsx').then((m) => m.GraveTrouble),
})

/** Waits for trouble of the station that somebody must see. */
export function TroubleReminder() {
  return useTrouble() ? <GraveTrouble /> : null
}
