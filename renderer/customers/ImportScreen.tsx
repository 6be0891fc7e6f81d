import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '../app/problem-text.ts'
import { ChoiceChips } from '../kit/ChoiceChips.tsx'
import { ErrorNote } from '../kit/ErrorNote.tsx'
import { KeyButton } from '../kit/KeyButton.tsx'
import { PageHead } from '../kit/PageHead.tsx'
import { PaneHead, PaneSection } from '../kit/Pane.tsx'
import { ProgressBar } from '../kit/ProgressBar.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { useNow } from '../kit/use-now.ts'
import { WhenText } from '../kit/WhenText.tsx'
import { ImportColumns } from './ImportColumns.tsx'
import { ImportRows } from './ImportRows.tsx'
import { ImportRun } from './ImportRun.tsx'
import { useImport } from './use-import.ts'
import look from './Import.module.css'

/** Import of an archive (档案导入): file, columns with correction, dry run, run; one page from top to bottom. */
export function ImportScreen() {
  const { t } = useTranslation()
  const picker = useRef<HTMLInputElement>(null)
  const one = useImport()
  const nowAt = useNow()
  const problemText = useProblemText()
  const { file, preview, progress, runs } = one
  const problem = one.error ? problemText(one.error) : null
  const rows = preview ? preview.summary.added + preview.summary.updated : 0
  const isRunning = progress?.state === 'reading' || progress?.state === 'writing'
  // One that was stopped or failed wrote nothing: its file may be corrected and brought again.
  const mayStart = !progress || progress.state === 'cancelled' || progress.state === 'failed'
  const choose = () => picker.current?.click()
  const pick = (
    <KeyButton {...(file ? {} : { look: 'primary' as const })} onClick={choose}>
      {file ? t('customers.importScreen.chooseOther') : t('customers.importScreen.choose')}
    </KeyButton>
  )
  const start =
    preview && rows > 0 && mayStart ? (
      <KeyButton look="primary" onClick={() => void one.start()}>
        {t('customers.importScreen.start', { count: rows })}
      </KeyButton>
    ) : null
  return (
    <div className={look.screen}>
      <PageHead title={t('customers.importScreen.title')} note={file?.fileName} actions={start} />
      <input
        ref={picker}
        type="file"
        accept=".csv,.xlsx,.txt"
        className={look.hidden}
        tabIndex={-1}
        aria-label={t('customers.importScreen.choose')}
        onChange={({ target }) => {
          const chosen = target.files?.[0]
          target.value = ''
          if (chosen) void one.choose(chosen)
        }}
      />
      {progress ? <ImportRun progress={progress} onStop={() => void one.stop()} /> : null}
      {problem ? <ErrorNote {...problem} /> : null}
      <PaneSection
        head={<PaneHead title={t('customers.importScreen.fileTitle')} note={t('customers.importScreen.formats')} />}
      >
        <div className={look.line}>
          {isRunning ? null : pick}
          {preview && !isRunning ? (
            <>
              <ChoiceChips
                label={t('customers.importScreen.kindLabel')}
                choices={(['customers', 'calls'] as const).map((value) => ({
                  value,
                  text: t(`customers.importScreen.kind.${value}`),
                }))}
                value={preview.kind}
                onChange={(kind) => kind && one.setKind(kind)}
              />
              <span className={look.dim}>
                {t('customers.importScreen.found', { detail: preview.format.detail, row: preview.headingAt })}
              </span>
              {preview.warnings.map((warning) => (
                <span key={warning}>{t(`customers.importWarning.${warning}`)}</span>
              ))}
            </>
          ) : null}
          {one.isSending ? <ProgressBar label={t('customers.importScreen.sending')} done={0} /> : null}
        </div>
        {file && !preview && !problem ? <Skeleton lines={8} /> : null}
      </PaneSection>
      {preview && mayStart ? (
        <>
          <PaneSection
            head={
              <PaneHead
                title={t('customers.importScreen.columnsTitle')}
                note={t('customers.importScreen.columnsNote')}
              />
            }
          >
            <ImportColumns preview={preview} onTarget={one.setTarget} />
          </PaneSection>
          <PaneHead title={t('customers.importScreen.rowsTitle')} note={t('customers.importScreen.rowsNote')} />
          <ImportRows preview={preview} isStale={one.isStale} />
        </>
      ) : null}
      {preview && progress?.state === 'done' && progress.summary ? (
        <>
          <PaneHead title={t('customers.importScreen.resultTitle')} note={t('customers.importScreen.resultNote')} />
          <ImportRows preview={{ ...preview, summary: progress.summary }} isStale={false} />
        </>
      ) : null}
      {!file && runs.length > 0 ? (
        <PaneSection head={<PaneHead title={t('customers.importScreen.earlier')} />}>
          {runs.map((run) => (
            <div key={run.id} className={look.line}>
              <WhenText nowAt={nowAt} at={run.finishedAt} />
              <span>{run.fileName}</span>
              <span className={look.dim}>{t('customers.importScreen.done', { ...run.summary })}</span>
              <span>{run.memberName}</span>
              {run.reportHash ? (
                <a className={look.link} href={`/files/${run.reportHash}`} download>
                  {t('customers.importScreen.report')}
                </a>
              ) : null}
            </div>
          ))}
        </PaneSection>
      ) : null}
    </div>
  )
}
