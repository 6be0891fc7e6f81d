import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Inputs } from '../app/api.ts'
import { api } from '../app/api.ts'
import { LedgerDay } from '../kit/LedgerDay.tsx'
import { LedgerCell, LedgerForm, LedgerRow } from '../kit/LedgerForm.tsx'
import { LedgerSelect } from '../kit/LedgerSelect.tsx'
import look from './settings.module.css'

/** Whose, of what and of which day the shown entries are; null is everybody, everything, every day. */
export type AuditFilter = Required<Pick<NonNullable<Inputs['admin']['audit']>, 'memberId' | 'feature' | 'day'>>

/** Asks for everything. */
export const emptyAuditFilter: AuditFilter = { memberId: null, feature: null, day: null }

/** Features that write into the chain today, as the rail has them. */
const heardFeatures = ['intake', 'tickets', 'sheets', 'customers', 'products', 'lists', 'admin'] as const

interface AuditSearchProps {
  filter: AuditFilter
  onChange: (filter: AuditFilter) => void
  nowAt: string
}

/** Narrows the chain to a person, a feature, a day. */
export function AuditSearch({ filter, onChange, nowAt }: AuditSearchProps) {
  const { t } = useTranslation()
  const colleagues = useQuery(api.admin.colleagues.queryOptions())
  const change = (part: Partial<AuditFilter>) => onChange({ ...filter, ...part })
  return (
    <div className={look.search}>
      <LedgerForm label={t('admin.audit.search')}>
        <LedgerRow columns="1fr 1fr 1fr">
          <LedgerCell label={t('admin.audit.who')}>
            <LedgerSelect
              choices={[
                { value: '', text: t('admin.audit.everybody') },
                ...(colleagues.data ?? []).map(({ id, name, workNumber }) => ({
                  value: id,
                  text: workNumber ? `${name} ${workNumber}` : name,
                })),
              ]}
              value={filter.memberId ?? ''}
              onChange={(id) => change({ memberId: id === '' ? null : id })}
            />
          </LedgerCell>
          <LedgerCell label={t('admin.audit.feature')}>
            <LedgerSelect
              choices={[
                { value: '', text: t('admin.audit.everything') },
                ...heardFeatures.map((feature) => ({ value: feature, text: t(`admin.feature.${feature}`) })),
              ]}
              value={filter.feature ?? ''}
              onChange={(feature) => change({ feature: heardFeatures.find((one) => one === feature) ?? null })}
            />
          </LedgerCell>
          <LedgerCell label={t('admin.audit.day')}>
            <LedgerDay
              value={filter.day ?? null}
              onChange={(day) => change({ day })}
              nowAt={nowAt}
              placeholder={t('admin.audit.everyDay')}
            />
          </LedgerCell>
        </LedgerRow>
      </LedgerForm>
    </div>
  )
}
