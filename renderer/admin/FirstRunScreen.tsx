import { IconCheck } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { languages, type Language } from '../../shared/kit/words.ts'
import { api, queries } from '../app/api.ts'
import { useCommands, useHotkeys } from '../app/hotkeys.ts'
import { speak } from '../app/i18n.ts'
import { useProblemText } from '../app/problem-text.ts'
import { ErrorNote } from '../kit/ErrorNote.tsx'
import { Icon } from '../kit/Icon.tsx'
import { Kbd } from '../kit/Kbd.tsx'
import { KeyBar } from '../kit/KeyBar.tsx'
import { KeyButton } from '../kit/KeyButton.tsx'
import { AdministratorStep } from './AdministratorStep.tsx'
import {
  type FirstRunDraft,
  type FirstRunStep,
  firstRunSteps,
  type Gaps,
  gapsOf,
  isOtherTrade,
  startOf,
  starts,
  tradeOf,
} from './first-run.ts'
import look from './first-run.module.css'
import { OfficeDoor } from './OfficeDoor.tsx'
import { OptionList } from './OptionList.tsx'
import { RecoveryKey } from './RecoveryKey.tsx'
import { TradeStep } from './TradeStep.tsx'
import { useFirstRunDraft } from './use-first-run-draft.ts'
import { useTrades } from './use-trades.ts'

/** First run: language → company and line of business → administrator → sample or import. Five minutes to the first call. */
export function FirstRunScreen() {
  const { t, i18n } = useTranslation()
  const explain = useProblemText()
  const { step, setStep, draft, setDraft, forget } = useFirstRunDraft()
  const [gaps, setGaps] = useState<Gaps>({})
  const setUp = useMutation(api.admin.setUp.mutationOptions())
  // A second set-up would be refused, and the refusal would stand where the recovery key is shown.
  const isSent = useRef(false)
  // Asked while the language is chosen, so that a name guesses its trade from the first letter on.
  useTrades()
  const at = firstRunSteps.indexOf(step)
  const change = (part: Partial<FirstRunDraft>) => {
    setDraft((before) => ({ ...before, ...part }))
    setGaps({})
  }
  const enter = () => {
    void queries.invalidateQueries()
  }
  const next = () => {
    const missing = gapsOf(step, draft, t)
    setGaps(missing)
    if (Object.keys(missing).length > 0) {
      setTimeout(() => document.querySelector<HTMLElement>('main [aria-invalid=true]')?.focus())
      return
    }
    const following = firstRunSteps[at + 1]
    if (following) return setStep(following)
    if (isSent.current) return
    isSent.current = true
    const { companyName, branch, hotline, areaCode, name, login, password } = draft
    const start = startOf(draft)
    const administrator = { name, login, password }
    setUp.mutate(
      {
        language: i18n.language as Language,
        companyName,
        branch,
        hotline,
        areaCode,
        ...tradeOf(draft),
        administrator,
        start,
      },
      {
        onSuccess: ({ recoveryKey }) => {
          forget()
          if (start === 'import') location.hash = '#/customers/import'
          if (!recoveryKey) enter()
        },
        onError: () => (isSent.current = false),
      },
    )
  }
  const back = () => {
    const before = firstRunSteps[at - 1]
    if (!before) return
    setGaps({})
    setStep(before)
  }
  useHotkeys()
  useCommands([
    { id: 'admin.next', text: 'admin.firstRun.next', keys: ['Enter', 'F9'], run: next },
    { id: 'admin.back', text: 'admin.firstRun.back', keys: ['Alt+ArrowLeft'], run: back },
  ])

  if (setUp.data?.recoveryKey) return <RecoveryKey recoveryKey={setUp.data.recoveryKey} onDone={enter} />
  const problem = setUp.error ? explain(setUp.error) : null
  const following = firstRunSteps[at + 1]
  const missing = Object.values(gaps)
  return (
    <OfficeDoor>
      <div className={look.page}>
        <nav className={look.steps} aria-label={t('admin.firstRun.steps')}>
          <p className={look.brand}>{t('kit.app.name')}</p>
          <p className={look.tagline}>{t('admin.firstRun.tagline')}</p>
          {firstRunSteps.map((name, index) => (
            <div key={name} className={look.step} aria-current={name === step ? 'step' : undefined}>
              <span className={look.mark}>{index < at ? <Icon of={IconCheck} size={14} /> : index + 1}</span>
              <span>
                {t(`admin.firstRun.step.${name}`)}
                <span className={look.stepNote}>{stepNote(name, draft, index < at, t, i18n.language)}</span>
              </span>
            </div>
          ))}
          <p className={look.soon}>{t('admin.firstRun.soon', { minutes: firstRunSteps.length - at })}</p>
        </nav>
        <div className={look.content}>
          {step === 'language' ? (
            <OptionList
              title={t('admin.firstRun.language')}
              options={languages.map((code) => ({ value: code, text: t(`kit.language.${code}`) }))}
              value={i18n.language as Language}
              onChange={(code) => void speak(code)}
            />
          ) : null}
          {step === 'trade' ? <TradeStep draft={draft} gaps={gaps} onChange={change} onEnd={next} /> : null}
          {step === 'administrator' ? (
            <AdministratorStep draft={draft} gaps={gaps} onChange={change} onEnd={next} />
          ) : null}
          {step === 'start' ? (
            <OptionList
              title={t('admin.firstRun.start')}
              options={starts.map((value) => ({
                value,
                text: t(`admin.firstRun.start.${value}`),
                note: t(
                  value === 'sample' && isOtherTrade({ ...draft, start: 'sample' })
                    ? 'admin.firstRun.startNote.sampleOther'
                    : `admin.firstRun.startNote.${value}`,
                ),
              }))}
              value={startOf(draft)}
              onChange={(start) => change({ start })}
            />
          ) : null}
          {problem ? (
            <div className={look.narrow}>
              <ErrorNote what={problem.what} incident={problem.incident} todo={problem.todo} />
            </div>
          ) : null}
        </div>
        <div className={look.foot}>
          <KeyBar
            label={t('admin.firstRun.steps')}
            end={
              <>
                {missing.length > 0 ? (
                  <span role="alert" className={look.gap}>
                    {missing.join(' · ')}
                  </span>
                ) : step === 'administrator' ? null : (
                  <span className={look.walk}>
                    <Kbd>↑</Kbd>
                    <Kbd>↓</Kbd>
                    {t(step === 'trade' ? 'admin.firstRun.walkTrade' : 'admin.firstRun.walk')}
                  </span>
                )}
                <KeyButton look="primary" keyCap="Enter" capAt="after" onClick={next}>
                  {following
                    ? t('admin.firstRun.nextTo', { step: t(`admin.firstRun.step.${following}`) })
                    : t('admin.firstRun.open')}
                </KeyButton>
              </>
            }
          >
            {at > 0 ? <KeyButton onClick={back}>{t('admin.firstRun.back')}</KeyButton> : null}
          </KeyBar>
        </div>
      </div>
    </OfficeDoor>
  )
}

function stepNote(
  name: FirstRunStep,
  draft: FirstRunDraft,
  isDone: boolean,
  t: (key: string) => string,
  language: string,
): string {
  if (name === 'language') return isDone ? t(`kit.language.${language}`) : ''
  if (name === 'trade') return draft.companyName
  if (name === 'administrator') return draft.name
  return t('admin.firstRun.startHint')
}
