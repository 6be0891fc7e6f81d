import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { MovedPage } from '../../../shared/admin/policy-schema.ts'
import { client } from '../../app/api.ts'
import { KeyButton } from '../../kit/KeyButton.tsx'
import { MovedRows } from './MovedRows.tsx'

/** As many as the station answers at once: a full page may have another behind it. */
const pageOf = 50

/** What a change of the calendar or a version of the policies moved, page by page to its end. */
export function MovedList({ id, which }: Pick<MovedPage, 'id' | 'which'>) {
  const { t } = useTranslation()
  const { data, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: [['admin', 'movedLimits'], { id, which }],
    queryFn: ({ pageParam }) => client.admin.movedLimits.query({ id, which, after: pageParam }),
    initialPageParam: 0,
    getNextPageParam: (page) => (page.length < pageOf ? undefined : page.at(-1)?.nth),
  })
  const rows = data?.pages.flat() ?? []
  return (
    <>
      <MovedRows rows={rows} />
      {data && rows.length === 0 ? <p>{t('admin.policy.cases.elsewhere')}</p> : null}
      {hasNextPage ? (
        <KeyButton isSmall onClick={() => void fetchNextPage()}>
          {t('admin.calendar.more')}
        </KeyButton>
      ) : null}
    </>
  )
}
