import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { registerFileColumns } from '../../shared/intake/file-columns.ts'
import { type RegisterFilter, registerFilters, type RegisterRow } from '../../shared/intake/schema.ts'
import { client } from '../app/api.ts'
import { ChoiceChips } from '../kit/ChoiceChips.tsx'
import { useNow } from '../kit/use-now.ts'
import { List, SavedViews } from '../lists/public.ts'
import { useRegisterColumns } from './register-columns.tsx'

/** 用户叫修登记表 F03, 信息记录本 F12: every line of the register, newest first. */
export function RegisterList({ only }: { only: RegisterFilter }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const nowAt = useNow()
  const columns = useRegisterColumns(nowAt)
  return (
    <SavedViews list="intake.register">
      {(views) => (
        <List<RegisterRow>
          key={views.view?.id}
          views={views}
          title={t('tickets.register.title')}
          placeholder={t('tickets.register.search')}
          columns={columns}
          ask={({ text }, after, limit, signal) =>
            client.intake.register.query({ text, only, after, limit }, signal ? { signal } : {})
          }
          {...(only === 'followUpLate' ? { everyMs: 60_000 } : {})} // these grow late by time alone
          rowId={({ id }) => id}
          onOpen={({ ticketId }) => ticketId && navigate(`/tickets/${ticketId}`)}
          fixed={{ only }}
          filters={() => (
            <ChoiceChips
              label={t('tickets.register.filter')}
              choices={registerFilters.map((value) => ({ value, text: t(`tickets.register.only.${value}`) }))}
              value={only}
              onChange={(value) =>
                navigate(value === null || value === 'all' ? '/tickets/register' : `/tickets/register/${value}`)
              }
            />
          )}
          file={{ columns: registerFileColumns, wish: ({ text }) => ({ text, only }) }}
          empty={{ title: t('tickets.register.empty'), todo: t('tickets.register.emptyTodo') }}
          nothingFound={{ title: t('tickets.empty.nothingFound'), todo: t('tickets.empty.searchTodo') }}
        />
      )}
    </SavedViews>
  )
}
