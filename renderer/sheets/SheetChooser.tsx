import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { forms, type FormId } from '../../shared/forms/catalog.ts'
import type { Language } from '../../shared/kit/words.ts'
import { api } from '../app/api.ts'
import { Asked } from '../kit/Asked.tsx'
import { EmptyState } from '../kit/EmptyState.tsx'
import { ListRow } from '../kit/ListRow.tsx'
import { Pane, PaneHead, PaneSection } from '../kit/Pane.tsx'
import { SearchBox } from '../kit/SearchBox.tsx'
import { formIds } from './print-path.ts'
import look from './Sheets.module.css'

interface SheetChooserProps {
  formId: FormId
  ticketId: string | null
  onForm: (formId: FormId) => void
  onTicket: (ticketId: string | null) => void
}

const shownMost = 40

/** Which form, and whose: blank, or one of the tickets, found by number, name or phone. */
export function SheetChooser({ formId, ticketId, onForm, onTicket }: SheetChooserProps) {
  const { t, i18n } = useTranslation()
  const [text, setText] = useState('')
  const [sought] = useDebouncedValue(text, 150)
  const catalog = useQuery(api.sheets.forms.queryOptions())
  const tickets = useQuery(
    api.tickets.list.queryOptions({ view: sought === '' ? 'open' : 'all', text: sought, limit: shownMost }),
  )
  const known = formIds.filter((id) => !catalog.data || catalog.data.some((form) => form.id === id))
  return (
    <Pane label={t('sheets.choose')} scrolls>
      <PaneSection head={<PaneHead title={t('kit.screen.sheets')} count={known.length} />}>
        {known.map((id) => (
          <ListRow
            key={id}
            title={forms[id].title[i18n.language as Language]}
            lines={[id]}
            isChosen={id === formId}
            onPick={() => onForm(id)}
          />
        ))}
      </PaneSection>
      <PaneSection isStrong head={<PaneHead title={t('sheets.whose')} />}>
        <div className={look.search}>
          <SearchBox value={text} onChange={setText} placeholder={t('sheets.search')} />
        </div>
        <ListRow
          title={t('sheets.blank')}
          lines={[t('sheets.blankNote')]}
          isChosen={ticketId === null}
          onPick={() => onTicket(null)}
        />
        <Asked query={tickets} lines={5}>
          {({ rows }) =>
            rows.length === 0 ? (
              <EmptyState title={t('sheets.noTicket')} todo={t('sheets.noTicketTodo')} />
            ) : (
              rows.map((row) => (
                <ListRow
                  key={row.id}
                  title={row.customerName}
                  beside={row.technicianName}
                  lines={[`${row.number}　${row.productName}`]}
                  isChosen={row.id === ticketId}
                  onPick={() => onTicket(row.id)}
                />
              ))
            )
          }
        </Asked>
      </PaneSection>
    </Pane>
  )
}
