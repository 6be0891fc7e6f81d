import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { client } from '../app/api.ts'
import { usePaletteSource } from '../app/palette-items.ts'
import { useShell } from '../app/shell-state.ts'

const mostHits = 6

/** Customers in the palette (Ctrl+K): by name, pinyin, phone tail, serial number, address; taking one opens its page. */
export function FindCustomers() {
  return useShell(({ member }) => member?.may('customers.view') ?? false) ? <Source /> : null
}

function Source() {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  usePaletteSource({
    id: 'customers',
    title: t('kit.screen.archive'),
    find: async (query, signal) => {
      const hits = await client.customers.search.query({ text: query.slice(0, 60), limit: mostHits }, { signal })
      return hits.map(({ customerId, customerName, personName, phoneShown, address }) => ({
        id: `customers.${customerId}`,
        text: customerName,
        note: [personName === customerName ? '' : personName, phoneShown, address].filter(Boolean).join(' · '),
        run: () => navigate(`/customers/${customerId}`),
      }))
    },
  })
  return null
}
