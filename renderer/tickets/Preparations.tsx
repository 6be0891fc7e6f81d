import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Preparation } from '../../shared/presets/schema.ts'
import type { Language } from '../../shared/kit/words.ts'
import { preparationsOf } from '../../shared/tickets/rules-contact.ts'
import type { DispatchRow } from '../../shared/tickets/schema.ts'
import { api } from '../app/api.ts'
import { useProblemText } from '../app/problem-text.ts'
import { useShell } from '../app/shell-state.ts'
import { ChoiceChips } from '../kit/ChoiceChips.tsx'
import { sayNotice } from '../kit/notices.ts'

/** What the technician has ready before leaving (R052): ticked one by one, kept at once. */
export function Preparations({ order, asked }: { order: DispatchRow; asked: readonly Preparation[] }) {
  const { t, i18n } = useTranslation()
  const problemText = useProblemText()
  const may = useShell((state) => state.member)?.may
  const prepare = useMutation(
    api.tickets.prepare.mutationOptions({ onError: (error) => sayNotice(problemText(error).what, { kind: 'late' }) }),
  )
  const preparations = preparationsOf(asked, order)
  const done = preparations.filter(({ isDone }) => isDone).map(({ code }) => code)
  const name = ({ text }: Preparation) => text[i18n.language as Language]
  if (order.state !== 'active' || !may?.('tickets.contact')) {
    const ready = preparations.filter(({ isDone }) => isDone).map(name)
    return <>{ready.length > 0 ? ready.join(t('tickets.comma')) : t('tickets.prepare.none')}</>
  }
  return (
    <ChoiceChips
      isMultiple
      label={t('tickets.field.beforeLeaving')}
      choices={preparations.map((preparation) => ({ value: preparation.code, text: name(preparation) }))}
      value={done}
      onChange={(codes) => {
        for (const { code, isDone } of preparations)
          if (codes.includes(code) !== isDone) prepare.mutate({ dispatchId: order.id, code, isDone: !isDone })
      }}
    />
  )
}
