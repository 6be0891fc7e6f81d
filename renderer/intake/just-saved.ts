import { useLocation } from 'wouter'
import { useCommands } from '../app/hotkeys.ts'
import { pageValue, usePageValue } from '../kit/page-value.ts'

/** Key that leads from the desk to the correction of what was entered last; the same as on the page it leads to. */
export const correctSavedKey = 'Alt+E'

const place = pageValue<string | null>(null)

/** Where what was just entered is corrected: on its case, or on its line of the register where it opened none. */
export const placeToCorrect = (recorded: { id: string; ticketId: string | null }) =>
  recorded.ticketId === null ? `/tickets/register/line/${recorded.id}` : `/tickets/${recorded.ticketId}/correct`

/** Remembers where what was entered last is corrected, until the next entry or until the page is left. */
export const noteSaved = (path: string): void => place.set(path)

/** Binds the key while something was entered since the page was opened. */
export function useCorrectSaved(): void {
  const [, navigate] = useLocation()
  const path = usePageValue(place)
  useCommands(
    path === null
      ? []
      : [
          {
            id: 'intake.correctSaved',
            text: 'intake.correctSaved',
            keys: [correctSavedKey],
            run: () => navigate(path),
          },
        ],
  )
}
