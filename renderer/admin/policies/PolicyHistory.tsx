import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type PolicyPlace, type PolicyVersionRow, sinceEver } from '../../../shared/admin/policy-schema.ts'
import { saysNothing } from '../../../shared/kit/seen-text.ts'
import { api } from '../../app/api.ts'
import { useProblemText } from '../../app/problem-text.ts'
import { KeyButton } from '../../kit/KeyButton.tsx'
import { LedgerCell } from '../../kit/LedgerForm.tsx'
import { LedgerInput } from '../../kit/LedgerInput.tsx'
import { sayNotice } from '../../kit/notices.ts'
import { PaneHead, PaneSection } from '../../kit/Pane.tsx'
import { useNow } from '../../kit/use-now.ts'
import { WhenText } from '../../kit/WhenText.tsx'
import { MovedList } from './MovedList.tsx'
import { PolicyLines } from './PolicyLines.tsx'
import look from './policy.module.css'

/** 历史: the versions there were, each with what it changed line by line, what open cases did, and a way to take it back. */
export function PolicyHistory({ place }: { place: PolicyPlace }) {
  const { t } = useTranslation()
  const { data: versions = [] } = useQuery(api.admin.policies.queryOptions(place))
  return (
    <PaneSection isPadded isStrong head={<PaneHead title={t('admin.policy.history', { n: versions.length })} />}>
      <ul className={look.plainList}>
        {versions.map((version) => (
          <Version
            key={version.id}
            version={version}
            canTakeBack={(version.version > 1 || place.layer !== 'company') && version.withdrawnAt === null}
          />
        ))}
      </ul>
    </PaneSection>
  )
}

function Version({ version, canTakeBack }: { version: PolicyVersionRow; canTakeBack: boolean }) {
  const { t } = useTranslation()
  const nowAt = useNow()
  const linesId = useId()
  const [isOpen, setOpen] = useState(false)
  const [isAsked, setAsked] = useState(false)
  return (
    <li className={look.moved}>
      <strong>
        {t('admin.policy.version', { n: version.version })} · {t(`admin.policy.state.${version.state}`)}
      </strong>
      {canTakeBack ? (
        <KeyButton isSmall look="quiet" aria-expanded={isAsked} onClick={() => setAsked(!isAsked)}>
          {t('admin.policy.withdraw')}
        </KeyButton>
      ) : (
        <span />
      )}
      <span className={look.dim}>
        {version.effectiveAt === sinceEver ? (
          t('admin.policy.sinceEver')
        ) : (
          <WhenText at={version.effectiveAt} nowAt={nowAt} />
        )}{' '}
        {version.madeByName} {version.reason}
      </span>
      {version.lines.length > 0 ? (
        <KeyButton
          isSmall
          look="quiet"
          aria-expanded={isOpen}
          aria-controls={isOpen ? linesId : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          {t('admin.policy.changed', { n: version.lines.length })}
        </KeyButton>
      ) : (
        <span />
      )}
      {version.withdrawnAt === null ? null : (
        <span className={`${look.dim} ${look.cases}`}>
          {t('admin.policy.tookBack')} <WhenText at={version.withdrawnAt} nowAt={nowAt} /> {version.withdrawnByName}{' '}
          {version.withdrawnReason}
        </span>
      )}
      {isAsked && canTakeBack ? <TakeBack version={version} /> : null}
      {isOpen ? (
        <div id={linesId} className={look.cases}>
          <PolicyLines lines={version.lines} />
        </div>
      ) : null}
      <VersionCases id={version.id} cases={version.cases} />
    </li>
  )
}

/** Why it is taken back, asked before it is: the reason stays with the version. */
function TakeBack({ version: { id, version } }: { version: PolicyVersionRow }) {
  const { t } = useTranslation()
  const explain = useProblemText()
  const withdraw = useMutation(api.admin.withdrawPolicy.mutationOptions())
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const send = () => {
    setTried(true)
    if (saysNothing(reason) || withdraw.isPending) return
    withdraw.mutate(
      { id, reason },
      {
        onSuccess: () => sayNotice(t('admin.policy.withdrawn', { n: version }), { kind: 'ok' }),
        onError: (error) => sayNotice(explain(error).what, { kind: 'warn' }),
      },
    )
  }
  return (
    <form
      className={look.cases}
      aria-label={t('admin.policy.withdraw')}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <LedgerCell
        label={t('admin.policy.whyBack')}
        isRequired
        error={isTried && saysNothing(reason) ? t('admin.policy.whyBackGap') : undefined}
      >
        <LedgerInput autoFocus maxLength={200} value={reason} onChange={setReason} />
      </LedgerCell>
      <KeyButton isSmall type="submit">
        {t('admin.policy.withdrawNow', { n: version })}
      </KeyButton>
    </form>
  )
}

/** 哪些单换了、哪些照旧: the cases a version took over, those kept from it, those that went back, those that could not go; each list opens under it. */
function VersionCases({ id, cases }: Pick<PolicyVersionRow, 'id' | 'cases'>) {
  const { t } = useTranslation()
  const listId = useId()
  const [shown, setShown] = useState<keyof typeof cases | null>(null)
  const lists = (['moved', 'kept', 'back', 'stuck'] as const).filter((which) => cases[which] > 0)
  if (lists.length === 0) return null
  return (
    <div className={look.cases}>
      {lists.map((which) => (
        <KeyButton
          key={which}
          isSmall
          look="quiet"
          aria-expanded={shown === which}
          aria-controls={listId}
          onClick={() => setShown(shown === which ? null : which)}
        >
          {t(`admin.policy.cases.${which}`, { n: cases[which] })}
        </KeyButton>
      ))}
      <div id={listId}>{shown === null ? null : <MovedList id={id} which={shown} />}</div>
    </div>
  )
}
