import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { saysNothing } from '../../shared/kit/seen-text.ts'
import { api } from '../app/api.ts'
import { EmptyState } from '../kit/EmptyState.tsx'
import { KeyButton } from '../kit/KeyButton.tsx'
import { ListRow } from '../kit/ListRow.tsx'
import { Pane, PaneHead } from '../kit/Pane.tsx'
import { PhoneText } from '../kit/PhoneText.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import type { CustomerDraft } from './customer-draft.ts'

/** Who in the archive may be the one being typed: 用这一个. */
export function DuplicatesPane({ draft }: { draft: CustomerDraft }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const phone = draft.phones.find(({ raw }) => !saysNothing(raw))?.raw ?? ''
  const [asked] = useDebouncedValue(JSON.stringify([draft.name.trim(), phone.trim(), draft.address.trim()]), 250)
  const [name = '', number = '', address = ''] = JSON.parse(asked) as string[]
  const isWorth = [...name].length >= 2 || number.replaceAll(/\D/g, '').length >= 7
  const query = useQuery(
    api.customers.duplicates.queryOptions(isWorth ? { name, phone: number, address } : skipToken, {
      placeholderData: keepPreviousData,
    }),
  )
  const hits = isWorth ? (query.data ?? []) : []
  return (
    <Pane label={t('customers.duplicates.title')} scrolls>
      <PaneHead title={t('customers.duplicates.title')} {...(hits.length > 0 ? { count: hits.length } : {})} />
      <div aria-live="polite">
        {hits.map((hit) => (
          <ListRow
            key={hit.customerId}
            isPerson
            title={hit.name}
            beside={hit.personName === hit.name ? '' : hit.personName}
            lines={[
              hit.address,
              <PhoneText key="phone" number={hit.phoneShown} />,
              hit.reasons.map((reason) => t(`customers.duplicates.reason.${reason}`)).join(t('customers.comma')),
            ]}
            end={
              <KeyButton isSmall onClick={() => navigate(`/customers/${hit.customerId}`)}>
                {t('customers.duplicates.useThis')}
              </KeyButton>
            }
          />
        ))}
      </div>
      {query.isError && isWorth ? (
        <>
          <EmptyState title={t('customers.duplicates.notChecked')} />
          <ProblemNote error={query.error} />
        </>
      ) : hits.length === 0 ? (
        <EmptyState title={t('customers.duplicates.none')} todo={t('customers.duplicates.noneTodo')} />
      ) : null}
    </Pane>
  )
}
