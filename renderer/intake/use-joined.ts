import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../app/api.ts'
import { sayNotice } from '../kit/notices.ts'

/** Says, once each, that another seat has just written down the same new caller: both have one customer. */
export function useJoined(): void {
  const { t } = useTranslation()
  const joined = useQuery(api.intake.joined.queryOptions())
  const told = useRef<Set<string> | null>(null)
  useEffect(() => {
    if (!joined.data) return
    const isFirst = told.current === null
    const known = (told.current ??= new Set())
    for (const { id, ...line } of joined.data) {
      if (!isFirst && !known.has(id)) sayNotice(t('intake.joinedYours', line), { kind: 'warn' })
      known.add(id)
    }
  }, [joined.data, t])
}
