import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { type PolicyPlace, wholeCompany } from '../../../shared/admin/policy-schema.ts'
import type { Policy } from '../../../shared/presets/schema.ts'
import { api } from '../../app/api.ts'
import { useCompany } from '../../app/use-house.ts'
import { type Unfinished, useUnfinished } from '../../app/use-unfinished.ts'
import { usePolicies } from '../../app/use-policies.ts'
import { noOwnDay, type OwnDay } from './CalendarPart.tsx'
import type { Part } from './PartEditor.tsx'
import { PolicyForm } from './PolicyForm.tsx'
import type { DraftGround, PolicyDraft } from './use-policy-draft.ts'

/** Where somebody was on the page, and the day of the company's own that is being typed. */
interface Page {
  place: PolicyPlace
  part: Part
  ownDay: OwnDay
}

/** What a layer is edited on: its newest version and the company's under it, with their ids. */
interface Ground extends DraftGround {
  base: Policy
  /** The company's policies. */
  belowPolicy: Policy
  basedOn: string
}

/** 这一行的规矩: everything the trade is run by, changed as a draft, looked at before it counts, published from a day on. */
export function PolicySettings() {
  const kept = useUnfinished<Page>('policies.page')
  return kept && <PolicyPage kept={kept} />
}

function PolicyPage({ kept }: { kept: Unfinished<Page> }) {
  const company = useCompany()
  const now = usePolicies()
  const [page, setPage] = useState<Page>(kept.left ?? { place: wholeCompany, part: 'limits', ownDay: noOwnDay })
  useEffect(() => kept.keep(page), [kept, page])
  const { place, part, ownDay } = page
  const ground = useGround(place)
  const draft = useUnfinished<PolicyDraft>(`policies.${place.layer}.${place.key}`)
  if (!company || !now || !ground || !draft) return null
  const set = (change: Partial<Page>) => setPage((before) => ({ ...before, ...change }))
  return (
    <PolicyForm
      key={`${place.layer} ${place.key}`}
      {...{ company, now, part, ownDay }}
      kept={draft}
      base={ground.base}
      basedOn={ground.basedOn}
      ground={ground}
      below={ground.belowPolicy}
      onPlace={(next) => set({ place: next })}
      setPart={(next) => set({ part: next })}
      setOwnDay={(next) => set({ ownDay: next })}
    />
  )
}

/** The newest versions of a layer and of what it lies on; the last ones known while newer ones are on their way, so that the form stays. */
function useGround(place: PolicyPlace): Ground | null {
  const now = usePolicies()
  const isLayer = place.layer !== 'company'
  const { data: versions } = useQuery(api.admin.policies.queryOptions(wholeCompany))
  const { data: layered } = useQuery(api.admin.policies.queryOptions(place))
  // What is edited is the newest version, also where its day is still to come.
  const newest = versions?.find(({ withdrawnAt }) => withdrawnAt === null)?.id
  const below = usePolicies(newest === undefined || now?.id.split('+')[0] === newest ? null : newest)
  const over = isLayer ? layered?.find(({ withdrawnAt }) => withdrawnAt === null)?.id : undefined
  const whole = usePolicies(newest === undefined || over === undefined ? null : `${newest}+${over}`)
  const base = over === undefined ? below : whole
  const [known, setKnown] = useState<Ground | null>(null)
  const isSamePlace = known?.place.layer === place.layer && known.place.key === place.key
  if (!below || !base || !newest || !layered) return isSamePlace ? known : null
  const ids = { below: isLayer ? newest : '', basedOn: isLayer ? (over ?? '') : newest }
  if (isSamePlace && known.below === ids.below && known.basedOn === ids.basedOn) return known
  const ground = { place, ...ids, base: base.policy, belowPolicy: below.policy }
  setKnown(ground)
  return ground
}
