import { useTranslation } from 'react-i18next'
import { problemOf } from '../app/api.ts'
import { useProblemText } from '../app/problem-text.ts'

/** What a refused step said, by the field it stands beside; `rest` stands under the form. */
export interface FieldProblems {
  of: (...fields: readonly string[]) => { error?: string }
  rest: string | null
}

/** Sorts a refusal to its cell; a silent station has stored nothing, and the form keeps it. `known` are the fields the form shows; what is about another stands under the form. */
export function useFieldProblems(error: unknown, known: readonly string[]): FieldProblems {
  const { t } = useTranslation()
  const problemText = useProblemText()
  if (!error) return { of: () => ({}), rest: null }
  if (problemOf(error).away) return { of: () => ({}), rest: t('tickets.form.notSaved') }
  const { what, todo, field } = problemText(error)
  const isShown = field !== undefined && known.includes(field)
  return {
    of: (...fields) => (isShown && fields.includes(field) ? { error: what } : {}),
    rest: isShown ? null : [what, todo].filter(Boolean).join(' '),
  }
}
