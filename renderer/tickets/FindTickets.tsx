import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { client } from '../app/api.ts'
import { usePaletteSource } from '../app/palette-items.ts'
import { useShell } from '../app/shell-state.ts'

const mostHits = 6

/** Tickets in the palette (Ctrl+K): by number or its end, and by whose they are; taking one opens its page. */
export function FindTickets() {
  return useShell(({ member }) => member?.may('tickets.view') ?? false) ? <Source /> : null
}

function Source() {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  usePaletteSource({
    id: 'tickets',
    title: t('kit.screen.tickets'),
    find: async (query, signal) => {
      const wish = { view: 'all' as const, text: query.slice(0, 60), limit: mostHits }
      const { rows } = await client.tickets.list.query(wish, { signal })
      return rows.map(({ id, number, customerName, productName, symptom }) => ({
        id: `tickets.${id}`,
        text: number,
        note: [customerName, productName, symptom].filter(Boolean).join(' · '),
        run: () => navigate(`/tickets/${id}`),
      }))
    },
  })
  return null
}
