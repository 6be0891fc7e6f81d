import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { FormId } from '../../shared/forms/catalog.ts'
import type { FillMode, PaperId } from '../../shared/forms/grammar.ts'
import { api } from '../app/api.ts'
import { useCommands } from '../app/hotkeys.ts'
import { KeyBar } from '../kit/KeyBar.tsx'
import { KeyButton } from '../kit/KeyButton.tsx'
import { Pane } from '../kit/Pane.tsx'
import { Zones } from '../kit/Zones.tsx'
import { formIds } from './print-path.ts'
import { papersOf, rememberPaper, seatCopies, seatPaper } from './seat-paper.ts'
import { SheetChooser } from './SheetChooser.tsx'
import { SheetPreview } from './SheetPreview.tsx'
import { SheetPrint } from './SheetPrint.tsx'
import look from './Sheets.module.css'
import { usePrintSheet } from './use-print-sheet.ts'

/** Form and ticket of an address below `/sheets`: `/sheets/F11/<ticket>`. */
function chosenAt(location: string): { formId: FormId; ticketId: string | null } {
  const [, , form, ticketId] = (location.split('?')[0] ?? '').split('/')
  return { formId: formIds.find((id) => id === form) ?? 'F11', ticketId: ticketId || null }
}

/** 表单: the paper live on screen, blank, half-filled or complete, and what prints it. */
export function SheetsScreen() {
  const { t } = useTranslation()
  const [location, navigate] = useLocation()
  const { formId, ticketId } = chosenAt(location)
  const [papers, setPapers] = useState<Partial<Record<FormId, PaperId>>>({})
  const [chosenMode, setMode] = useState<FillMode | null>(null)
  const [copies, setCopies] = useState<Partial<Record<FormId, number>>>({})
  const page = useQuery(api.tickets.page.queryOptions({ id: ticketId ?? '' }, { enabled: ticketId !== null }))
  const isOver = ['resulted', 'ledgered', 'closed'].includes(page.data?.ticket.state ?? '')
  const mode: FillMode = ticketId === null ? 'blank' : (chosenMode ?? (isOver ? 'complete' : 'half'))
  const paper = papers[formId] ?? seatPaper(formId)
  const wish = { formId, ticketId, mode, paper }
  const number = mode === 'blank' ? '' : (page.data?.ticket.number ?? '')
  const { print, isPrinting } = usePrintSheet(wish, copies[formId] ?? seatCopies(formId), number)
  useCommands([
    { id: 'sheets.print', text: 'kit.button.print', keys: ['F10'], run: () => print() },
    { id: 'sheets.pdf', text: 'sheets.print.pdf', keys: ['Shift+F10'], run: () => print('pdf') },
  ])
  const go = (form: FormId, ticket: string | null) => navigate(ticket ? `/sheets/${form}/${ticket}` : `/sheets/${form}`)

  return (
    <Zones
      left={
        <SheetChooser
          formId={formId}
          ticketId={ticketId}
          onForm={(form) => go(form, ticketId)}
          onTicket={(ticket) => go(formId, ticket)}
        />
      }
      right={
        <SheetPrint
          wish={wish}
          modes={ticketId === null ? ['blank'] : ['half', 'complete', 'blank']}
          onMode={setMode}
          papers={papersOf(formId)}
          onPaper={(next) => {
            rememberPaper(formId, next)
            setPapers({ ...papers, [formId]: next })
          }}
          onCopies={(next) => setCopies({ ...copies, [formId]: next })}
        />
      }
      foot={
        <KeyBar label={t('sheets.print.title')}>
          <KeyButton keyCap="F10" look="primary" aria-busy={isPrinting} onClick={() => print()}>
            {t('kit.button.print')}
          </KeyButton>
          <KeyButton keyCap="Shift+F10" onClick={() => print('pdf')}>
            {t('sheets.print.pdf')}
          </KeyButton>
          {ticketId ? (
            <KeyButton look="quiet" onClick={() => navigate(`/tickets/${ticketId}`)}>
              {t('sheets.toTicket')}
            </KeyButton>
          ) : null}
        </KeyBar>
      }
    >
      <Pane label={t('sheets.preview')}>
        <div className={look.middle}>
          <SheetPreview wish={wish} />
        </div>
      </Pane>
    </Zones>
  )
}
