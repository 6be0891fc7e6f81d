import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../app/api.ts'
import { useShell } from '../app/shell-state.ts'
import { InStrip } from '../app/strip-slots.tsx'
import { sayNotice } from '../kit/notices.ts'
import { Verdict } from '../kit/Verdict.tsx'

/** The disk of the station is nearly full: in the strip of every seat for as long as it is, and once as a sentence that says what to do. */
export function SpaceWarning() {
  const { t } = useTranslation()
  const isSignedIn = useShell(({ member }) => member !== null)
  const { data } = useQuery(api.admin.space.queryOptions(undefined, { enabled: isSignedIn, refetchInterval: 60_000 }))
  const state = data?.state ?? 'wide'
  useEffect(() => {
    if (state !== 'wide') sayNotice(t(`kit.space.${state}`), { kind: 'late' })
  }, [state, t])
  if (state === 'wide') return null
  return (
    <InStrip slot="actions">
      <Verdict kind="late">{t('kit.space.left', { megabytes: data?.freeMegabytes ?? 0 })}</Verdict>
    </InStrip>
  )
}
