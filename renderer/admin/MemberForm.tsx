import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { roles } from '../../shared/admin/rights.ts'
import { rowScopes } from '../../shared/admin/scopes.ts'
import type { MemberListRow, MemberRow } from '../../shared/admin/schema.ts'
import { api, queries } from '../app/api.ts'
import { useCommands } from '../app/hotkeys.ts'
import { useProblemText } from '../app/problem-text.ts'
import { useMe } from '../app/use-house.ts'
import { usePolicies } from '../app/use-policies.ts'
import { keepMine } from '../kit/beside-stored.ts'
import { ConflictNote } from '../kit/ConflictNote.tsx'
import { ChoiceChips } from '../kit/ChoiceChips.tsx'
import { ErrorNote } from '../kit/ErrorNote.tsx'
import { KeyButton } from '../kit/KeyButton.tsx'
import { focusFirstGap } from '../kit/ledger-field.ts'
import { LedgerBlock, LedgerCell, LedgerForm, LedgerRow } from '../kit/LedgerForm.tsx'
import { LedgerInput } from '../kit/LedgerInput.tsx'
import { SuggestInput } from '../kit/SuggestInput.tsx'
import { PaneHead } from '../kit/Pane.tsx'
import { sayNotice } from '../kit/notices.ts'
import { useTakeBack } from '../history/public.ts'
import { type MemberDraft, memberBeside, memberGaps, memberInputOf } from './member-draft.ts'
import { MemberWork, useMemberWork } from './MemberWork.tsx'
import { MemberHistory } from './MemberHistory.tsx'
import { WaitingNote } from './WaitingNote.tsx'
import look from './settings.module.css'

interface MemberFormProps {
  /** As stored now; absent for a new account. */
  stored: MemberListRow | undefined
  draft: MemberDraft
  onDraft: (draft: MemberDraft) => void
  onDone: (saved: MemberRow | null) => void
}

/** One account: who, which role, how to reach, a new password where one is typed. */
export function MemberForm({ stored, draft: typed, onDraft, onDone }: MemberFormProps) {
  const { t } = useTranslation()
  const explain = useProblemText()
  const me = useMe()
  const areas = usePolicies()?.policy.areas ?? []
  const form = useRef<HTMLDivElement>(null)
  const whole = useRef<HTMLDivElement>(null)
  const { draft, conflicts } = memberBeside(typed, stored)
  const isNew = draft.base === null
  const wayBack = useTakeBack({ kind: 'admin.member', id: draft.id })
  const [isTried, setTried] = useState(false)
  const save = useMutation(api.admin.saveMember.mutationOptions())
  const change = (part: Partial<MemberDraft>) => onDraft({ ...draft, ...part })
  const problem = save.error ? explain(save.error) : null
  const gaps = isTried ? memberGaps(draft) : {}
  const errorOf = (field: string) =>
    gaps[field] ? t(gaps[field]) : problem?.field === field ? problem.what : undefined
  const isLeaving = stored?.status === 'active' && draft.status === 'disabled'
  const work = useMemberWork(draft.id, isLeaving)
  const [isSure, setSure] = useState(false)
  const asksFirst = isLeaving && !isSure && work?.cases !== 0
  const submit = () => {
    setTried(true)
    if (conflicts.length > 0) return whole.current?.querySelector<HTMLElement>('[role=alert] button')?.focus()
    if (Object.keys(memberGaps(draft)).length > 0) {
      setTimeout(() => form.current && focusFirstGap(form.current))
      return
    }
    // Whoever goes with open cases goes at the second press: what is still to do stands above the button.
    if (asksFirst) return setSure(true)
    save.mutate(memberInputOf(draft, isNew ? undefined : stored?.version), {
      onSuccess: (saved) => {
        // A new account and a new password stay: the way back would meet an earlier edit.
        const isEdit = stored !== undefined && saved.version !== stored.version && draft.password === ''
        const undo = isEdit && wayBack ? { undo: wayBack.undo } : {}
        sayNotice(t('admin.member.saved', { name: saved.name }), undo)
        onDone(saved)
      },
      onSettled: () => void queries.invalidateQueries({ queryKey: [['admin']] }),
    })
  }
  useCommands([
    { id: 'admin.saveMember', text: 'kit.button.save', keys: ['F9'], run: submit },
    { id: 'admin.leaveMember', text: 'kit.button.cancel', keys: ['Escape'], run: () => onDone(null) },
  ])
  const line = (
    field: 'name' | 'login' | 'workNumber' | 'extension' | 'phone' | 'department',
    longest = 40,
    isRequired = false,
  ) => (
    <LedgerRow key={field}>
      <LedgerCell label={t(`admin.member.${field}`)} isRequired={isRequired} error={errorOf(field)}>
        <LedgerInput maxLength={longest} value={draft[field]} onChange={(text) => change({ [field]: text })} />
      </LedgerCell>
    </LedgerRow>
  )
  return (
    <>
      <PaneHead title={isNew ? t('admin.member.add') : draft.name} />
      <div className={look.page} ref={whole}>
        {stored?.waitsUntil ? <WaitingNote member={stored} /> : null}
        {conflicts.length > 0 && stored ? (
          <ConflictNote
            label={(field) => t(`admin.member.${field}`)}
            conflicts={conflicts}
            onMine={(field) => onDraft(keepMine(draft, field, stored))}
            onTheirs={(field) => change({ [field]: stored[field] })}
          />
        ) : null}
        <LedgerForm label={t('admin.member.form')} onEnd={submit} ref={form}>
          <LedgerBlock head={t('admin.member.who')}>
            {line('name', 40, true)}
            {line('login', 40, true)}
            <LedgerRow>
              <LedgerCell
                label={t(isNew ? 'door.password' : 'admin.member.newPassword')}
                isRequired={isNew}
                error={errorOf('password')}
                source={isNew ? t('admin.firstRun.passwordHint') : t('admin.member.passwordKept')}
              >
                <LedgerInput
                  type="password"
                  autoComplete="new-password"
                  value={draft.password}
                  onChange={(password) => change({ password })}
                />
              </LedgerCell>
            </LedgerRow>
            {draft.password !== '' && stored?.id !== me?.id ? (
              <LedgerRow>
                <LedgerCell label={t('admin.member.firstSignIn')}>
                  <ChoiceChips
                    choices={[
                      { value: 'asks', text: t('admin.member.mustChange') },
                      { value: 'keeps', text: t('admin.member.mayKeep') },
                    ]}
                    value={draft.mustChangePassword ? 'asks' : 'keeps'}
                    onChange={(choice) => change({ mustChangePassword: choice !== 'keeps' })}
                  />
                </LedgerCell>
              </LedgerRow>
            ) : null}
            {line('workNumber', 12)}
          </LedgerBlock>
          <LedgerBlock head={t('admin.member.role')}>
            <LedgerRow rows={2}>
              <LedgerCell label={t('admin.member.role')}>
                <div className={look.chips}>
                  <ChoiceChips
                    choices={roles.map((role) => ({ value: role, text: t(`admin.role.${role}`) }))}
                    value={draft.role}
                    onChange={(role) => change({ role: role ?? draft.role })}
                  />
                </div>
              </LedgerCell>
            </LedgerRow>
            <LedgerRow rows={2}>
              <LedgerCell label={t('admin.member.rowScope')} source={t('admin.member.rowScopeHint')}>
                <div className={look.chips}>
                  <ChoiceChips
                    choices={rowScopes.map((scope) => ({ value: scope, text: t(`admin.member.rowScope.${scope}`) }))}
                    value={draft.rowScope}
                    onChange={(rowScope) => change({ rowScope: rowScope ?? draft.rowScope })}
                  />
                </div>
              </LedgerCell>
            </LedgerRow>
            <LedgerRow>
              <LedgerCell label={t('admin.member.status')}>
                <ChoiceChips
                  choices={(['active', 'disabled'] as const).map((value) => ({
                    value,
                    text: t(`admin.member.status.${value}`),
                  }))}
                  value={draft.status}
                  onChange={(status) => {
                    setSure(false)
                    change({ status: status ?? draft.status })
                  }}
                />
              </LedgerCell>
            </LedgerRow>
          </LedgerBlock>
          <LedgerBlock head={t('admin.member.reach')}>
            {line('extension', 12)}
            {line('phone')}
            <LedgerRow>
              <LedgerCell label={t('admin.member.region')} error={errorOf('region')}>
                <SuggestInput
                  label={t('admin.member.region')}
                  value={draft.region}
                  options={areas.map(({ name }) => name)}
                  onChange={(region) => change({ region })}
                />
              </LedgerCell>
            </LedgerRow>
            {line('department')}
          </LedgerBlock>
        </LedgerForm>
        {problem && !problem.field && conflicts.length === 0 ? (
          <ErrorNote what={problem.what} todo={problem.todo} incident={problem.incident} />
        ) : null}
        {isLeaving ? <MemberWork memberId={draft.id} /> : null}
        <div className={look.foot}>
          <KeyButton look="primary" keyCap="F9" onClick={submit}>
            {isLeaving && isSure ? t('admin.member.disableAnyway') : t('kit.button.save')}
          </KeyButton>
          <KeyButton look="quiet" keyCap="Esc" onClick={() => onDone(null)}>
            {t('kit.button.cancel')}
          </KeyButton>
          {stored && (draft.password !== '' || draft.status === 'disabled') ? (
            <span role="status">{t('admin.member.endsSessions')}</span>
          ) : null}
        </div>
        {stored ? <MemberHistory memberId={stored.id} /> : null}
      </div>
    </>
  )
}
