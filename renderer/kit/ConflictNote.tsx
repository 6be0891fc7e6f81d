import { useTranslation } from 'react-i18next'
import { KeyButton } from './KeyButton.tsx'
import { Verdict } from './Verdict.tsx'
import look from './ConflictNote.module.css'

interface ConflictNoteProps<Field extends string> {
  /** Translated name of a field. */
  label: (field: Field) => string
  /** `by`: who saved theirs, where it is known. */
  conflicts: readonly { field: Field; mine: string; theirs: string; by?: string }[]
  /** Where each field is decided before it is saved again: mine is to stand. */
  onMine?: (field: Field) => void
  onTheirs: (field: Field) => void
}

/** Somebody saved meanwhile: both values side by side. What is typed here stays unless theirs is taken. */
export function ConflictNote<Field extends string>({ label, conflicts, onMine, onTheirs }: ConflictNoteProps<Field>) {
  const { t } = useTranslation()
  return (
    <div role="alert">
      <div className={look.head}>
        <Verdict kind="warn">{t('kit.conflict.title')}</Verdict>
        <span>{t(onMine ? 'kit.conflict.choose' : 'kit.conflict.lead')}</span>
      </div>
      <table className={look.table}>
        <thead>
          <tr>
            <th scope="col">{t('kit.conflict.field')}</th>
            <th scope="col">{t('kit.conflict.mine')}</th>
            <th scope="col">{t('kit.conflict.theirs')}</th>
            <th scope="col">{t('kit.conflict.decide')}</th>
          </tr>
        </thead>
        <tbody>
          {conflicts.map(({ field, mine, theirs, by }) => (
            <tr key={field}>
              <th scope="row">{label(field)}</th>
              <td>{mine || '–'}</td>
              <td>
                {theirs || '–'}
                {by ? <span className={look.by}> {by}</span> : null}
              </td>
              <td>
                {onMine ? (
                  <KeyButton isSmall onClick={() => onMine(field)}>
                    {t('kit.conflict.keep')}
                  </KeyButton>
                ) : null}
                <KeyButton isSmall onClick={() => onTheirs(field)}>
                  {t('kit.conflict.take')}
                </KeyButton>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
