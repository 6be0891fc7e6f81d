import { SameThing } from './SameThing.tsx'
import { WhoCanGo } from './WhoCanGo.tsx'

/** What a wide window shows under the form: who can go, and what may be the same thing. */
export function WideLists() {
  return (
    <>
      <WhoCanGo />
      <SameThing />
    </>
  )
}
