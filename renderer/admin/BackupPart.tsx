import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, queries } from '../app/api.ts'
import { useProblemText } from '../app/problem-text.ts'
import { ErrorNote } from '../kit/ErrorNote.tsx'
import { FactList } from '../kit/FactList.tsx'
import { KeyButton } from '../kit/KeyButton.tsx'
import { sayNotice } from '../kit/notices.ts'
import { useNow } from '../kit/use-now.ts'
import { WhenText } from '../kit/WhenText.tsx'
import look from './settings.module.css'

/** When the newest backup was made, its size and where it lies; one more at once. */
export function BackupPart() {
  const { t, i18n } = useTranslation()
  const explain = useProblemText()
  const nowAt = useNow()
  const backups = useQuery(api.admin.backups.queryOptions(undefined, { refetchInterval: 60_000 }))
  const backUp = useMutation(api.admin.backUpNow.mutationOptions())
  const state = backups.data
  if (!state) return null
  const problem = backUp.error ? explain(backUp.error) : null
  const go = () => {
    if (backUp.isPending) return
    backUp.mutate(undefined, {
      onSuccess: (after) => {
        queries.setQueryData(api.admin.backups.queryKey(), after)
        sayNotice(t('admin.backup.done'))
      },
    })
  }
  return (
    <section className={look.sample} aria-label={t('admin.backup.title')}>
      <h2 className={look.about}>{t('admin.backup.title')}</h2>
      {state.by === 'server' ? (
        <p className={look.lead}>{t('admin.backup.byServer')}</p>
      ) : (
        <>
          <FactList
            labelRem={6}
            facts={[
              [
                t('admin.backup.newest'),
                state.newest ? <WhenText key="at" at={state.newest.at} nowAt={nowAt} /> : t('admin.backup.noneYet'),
              ],
              ...(state.newest ? [[t('admin.backup.size'), sizeText(state.newest.bytes, i18n.language)] as const] : []),
              [t('admin.backup.place'), state.folder],
            ]}
          />
          {problem ? <ErrorNote what={problem.what} todo={problem.todo} incident={problem.incident} /> : null}
          <div className={look.cellActions}>
            <KeyButton onClick={go}>{t('admin.backup.now')}</KeyButton>
            <span role="status">{backUp.isPending ? t('admin.backup.writing') : ''}</span>
          </div>
        </>
      )}
    </section>
  )
}

const sizeText = (bytes: number, language: string) =>
  new Intl.NumberFormat(language, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(
    Math.max(0.1, bytes / 1_000_000),
  )
