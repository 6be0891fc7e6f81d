import { newId } from '../app/new-id.ts'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MemberListRow } from '../../shared/admin/schema.ts'
import { api } from '../app/api.ts'
import { useCommands } from '../app/hotkeys.ts'
import { Asked } from '../kit/Asked.tsx'
import { DataTable, type Column } from '../kit/DataTable.tsx'
import { EmptyState } from '../kit/EmptyState.tsx'
import { KeyButton } from '../kit/KeyButton.tsx'
import { Pane } from '../kit/Pane.tsx'
import { Verdict } from '../kit/Verdict.tsx'
import { Zones } from '../kit/Zones.tsx'
import { type MemberDraft, memberDraftOf, newMemberDraft } from './member-draft.ts'
import { MemberForm } from './MemberForm.tsx'
import look from './settings.module.css'

/** Accounts (用户与权限表 F46): the list, and one beside it to change. Nobody is deleted: names stand on papers. */
export function MembersSettings() {
  const { t } = useTranslation()
  const members = useQuery(api.admin.members.queryOptions())
  const [draft, setDraft] = useState<MemberDraft | null>(null)
  const add = () => setDraft(newMemberDraft(newId()))
  useCommands([{ id: 'admin.addMember', text: 'admin.member.add', keys: ['N'], run: add }])
  const columns: Column<MemberListRow>[] = [
    { id: 'workNumber', title: t('admin.member.workNumber'), width: '5rem', cell: ({ workNumber }) => workNumber },
    {
      id: 'name',
      title: t('admin.member.name'),
      width: 'minmax(7rem, 1fr)',
      cell: ({ name, status }) => (status === 'disabled' ? <span className={look.dim}>{name}</span> : <b>{name}</b>),
    },
    { id: 'role', title: t('admin.member.role'), width: '7rem', cell: ({ role }) => t(`admin.role.${role}`) },
    { id: 'login', title: t('door.login'), width: '8rem', cell: ({ login }) => login },
    { id: 'extension', title: t('admin.member.extension'), width: '5.5rem', cell: ({ extension }) => extension },
    { id: 'region', title: t('admin.member.region'), width: 'minmax(6rem, 1fr)', cell: ({ region }) => region },
    {
      id: 'status',
      title: t('admin.member.status'),
      width: '5rem',
      cell: ({ status, waitsUntil }) =>
        waitsUntil ? (
          <Verdict kind="warn">{t('admin.member.waits')}</Verdict>
        ) : (
          <span className={status === 'disabled' ? look.dim : undefined}>{t(`admin.member.status.${status}`)}</span>
        ),
    },
  ]
  const stored = members.data?.find(({ id }) => id === draft?.id)
  return (
    <Zones
      head={
        <div className={look.bar}>
          <span>{t('admin.member.lead')}</span>
          <span className={look.end}>
            <KeyButton look={draft ? 'plain' : 'primary'} icon={IconPlus} keyCap="N" capAt="after" onClick={add}>
              {t('admin.member.add')}
            </KeyButton>
          </span>
        </div>
      }
      right={
        <Pane label={t('admin.member.form')} scrolls>
          {draft ? (
            <MemberForm key={draft.id} stored={stored} draft={draft} onDraft={setDraft} onDone={() => setDraft(null)} />
          ) : (
            <EmptyState title={t('admin.member.choose')} todo={t('admin.member.chooseTodo')} />
          )}
        </Pane>
      }
    >
      <Pane label={t('admin.settings.tab.members')}>
        <Asked query={members} lines={6}>
          {(rows) => (
            <DataTable
              label={t('admin.settings.tab.members')}
              columns={columns}
              rows={rows}
              rowId={({ id }) => id}
              chosen={draft?.id ?? null}
              onChoose={(row) => setDraft((before) => (before?.id === row.id ? before : memberDraftOf(row)))}
              onOpen={() => document.querySelector<HTMLElement>('[role=form] [data-ledger-field]')?.focus()}
            />
          )}
        </Asked>
      </Pane>
    </Zones>
  )
}
