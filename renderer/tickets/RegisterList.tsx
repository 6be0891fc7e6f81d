import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { type RegisterFilter, registerFilters, type RegisterRow } from '../../shared/intake/schema.ts'
import { client } from '../app/api.ts'
import { ChoiceChips } from '../kit/ChoiceChips.tsx'
import { useNow } from '../kit/use-now.ts'
import { ExportButton } from './ExportButton.tsx'
import { ListBar } from './ListBar.tsx'
import { PagedTable } from './PagedTable.tsx'
import { useRegisterColumns } from './register-columns.tsx'
import { type AskPage, usePaged } from './use-paged.ts'

/** 用户叫修登记表 F03, 信息记录本 F12: every line of the register, newest first. */
export function RegisterList({ only }: { only: RegisterFilter }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const nowAt = useNow()
  const [text, setText] = useState('')
  const [sought] = useDebouncedValue(text, 150)
  const columns = useRegisterColumns(nowAt)
  const ask: AskPage<RegisterRow> = (after, limit, signal) =>
    client.intake.register.query({ text: sought, only, after, limit }, signal ? { signal } : {})
  const everyMs = only === 'followUpLate' ? 60_000 : undefined // these grow late by time alone
  const paged = usePaged({
    path: ['intake', 'register'],
    input: { text: sought, only },
    ask,
    ...(everyMs ? { everyMs } : {}),
  })
  return (
    <>
      <ListBar text={text} onText={setText} placeholder={t('tickets.register.search')} shown={paged.rows?.length}>
        <ChoiceChips
          label={t('tickets.register.filter')}
          choices={registerFilters.map((value) => ({ value, text: t(`tickets.register.only.${value}`) }))}
          value={only}
          onChange={(value) =>
            navigate(value === null || value === 'all' ? '/tickets/register' : `/tickets/register/${value}`)
          }
        />
        <ExportButton
          name={t('tickets.register.title')}
          about={{
            feature: 'intake',
            view: 'register',
            filter: [only, sought].filter((part) => part && part !== 'all').join(' '),
          }}
          columns={columns}
          ask={ask}
          nowAt={nowAt}
        />
      </ListBar>
      <PagedTable
        label={t('tickets.register.title')}
        columns={columns}
        paged={paged}
        rowId={({ id }) => id}
        onOpen={({ ticketId }) => ticketId && navigate(`/tickets/${ticketId}`)}
        empty={{ title: t('tickets.register.empty'), todo: t('tickets.register.emptyTodo') }}
      />
    </>
  )
}
