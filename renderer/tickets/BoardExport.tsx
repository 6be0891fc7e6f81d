import { ticketFileColumns } from '../../shared/tickets/file-columns.ts'
import { ExportAsk } from '../lists/public.ts'

interface BoardExportProps {
  /** Translated. */
  name: string
  /** What the list of tickets is asked for. */
  wish: Readonly<Record<string, string | { by: string; isDown: boolean }>>
}

/** Columns of a file from the board: what its lists are about. */
const shown = 'due number state customer phone product symptom visit technician received'.split(' ')

/** A list of the board as a file the station writes. */
export const BoardExport = ({ name, wish }: BoardExportProps) => (
  <ExportAsk isPlain list="tickets.list" name={name} wish={{ ...wish }} columns={ticketFileColumns} shown={shown} />
)
