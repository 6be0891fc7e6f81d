import { useTranslation } from 'react-i18next'
import { policyLines } from '../../../shared/admin/policy-lines.ts'
import type { Language } from '../../../shared/kit/words.ts'
import { type Plain, withDifferences } from '../../../shared/presets/merge.ts'
import { valueAt } from '../../../shared/presets/rebase.ts'
import type { Policy } from '../../../shared/presets/schema.ts'
import { ConflictNote } from '../../kit/ConflictNote.tsx'
import { useLineText } from './use-line-text.ts'
import type { PolicyDraft } from './use-policy-draft.ts'

/** Both values of each place that is changed here and that somebody else published otherwise meanwhile; nothing once they are the same. */
export function PublishedMeanwhile({ draft, edit }: { draft: PolicyDraft; edit: (policy: Partial<Policy>) => void }) {
  const { i18n } = useTranslation()
  const language = i18n.language as Language
  const lineText = useLineText()
  const [theirs, mine] = [draft.base, draft.policy] as unknown as Plain[]
  const withValue = (document: Plain | undefined, path: readonly string[], after: Plain | undefined) =>
    withDifferences(document, [{ path, before: undefined, after }])
  const places = new Map(draft.conflicts.map((path) => [path.join('/'), path]))
  const conflicts = [...places].flatMap(([field, path]) => {
    const lines = policyLines(theirs, withValue(theirs, path, valueAt(mine, path)))
    if (lines.length === 0) return []
    const all = (side: 'before' | 'after') => lines.map((line) => line[side]?.[language] ?? '–').join('; ')
    return [{ field, name: lines.map(lineText).join('; '), mine: all('after'), theirs: all('before') }]
  })
  if (conflicts.length === 0) return null
  return (
    <ConflictNote
      label={(field) => conflicts.find((each) => each.field === field)?.name ?? field}
      conflicts={conflicts}
      onTheirs={(field) => {
        const path = places.get(field)!
        edit(withValue(mine, path, valueAt(theirs, path)) as unknown as Policy)
      }}
    />
  )
}
