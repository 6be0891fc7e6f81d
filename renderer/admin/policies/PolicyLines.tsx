import { useTranslation } from 'react-i18next'
import type { PolicyLine } from '../../../shared/admin/policy-lines.ts'
import { grouped } from '../../../shared/kit/grouped.ts'
import type { Language } from '../../../shared/kit/words.ts'
import look from './policy.module.css'
import { useLineText } from './use-line-text.ts'

/** Parts of the screen by the names of the document they edit; any other is called as itself. */
const partOf: Readonly<Record<string, string>> = {
  ...{
    clocks: 'limits',
    contact: 'figures',
    calls: 'figures',
    visits: 'figures',
    promise: 'figures',
    warranty: 'figures',
  },
  ...{ name: 'figures', hint: 'figures', areaCode: 'areas' },
}

/** What a version changed, by part: what of which, what stood there, what stands there now. */
export function PolicyLines({ lines }: { lines: readonly PolicyLine[] }) {
  const { t, i18n } = useTranslation()
  const language = i18n.language as Language
  const parts = grouped(lines, ({ part }) => partOf[part] ?? part)
  const lineText = useLineText()
  return [...parts].map(([part, own]) => (
    <div key={part} role="group" aria-label={t(`admin.policy.part.${part}`, { defaultValue: part })}>
      <strong>{t(`admin.policy.part.${part}`, { defaultValue: part })}</strong>
      <dl className={look.lines}>
        {own.map(({ part: of, item, field, before, after }) => (
          <div key={`${of} ${item?.[language]} ${field}`}>
            <dt>{lineText({ item, field })}</dt>
            <dd>
              {before ? <del>{before[language]}</del> : null}
              {before && after ? ' → ' : null}
              {after ? <ins>{after[language]}</ins> : null}
              {before || after ? null : '—'}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  ))
}
