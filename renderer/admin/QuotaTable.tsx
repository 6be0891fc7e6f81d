import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  houseQuotas,
  quotaChanges,
  type QuotaKind,
  quotaKinds,
  type Quotas,
  quotaSchema,
} from '../../shared/admin/quotas.ts'
import { type Role, roles } from '../../shared/admin/rights.ts'
import type { Quota } from '../../shared/kit/quota.ts'
import { api, queries } from '../app/api.ts'
import { useCommands } from '../app/hotkeys.ts'
import { Asked } from '../kit/Asked.tsx'
import { KeyButton } from '../kit/KeyButton.tsx'
import { sayNotice } from '../kit/notices.ts'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { Verdict } from '../kit/Verdict.tsx'
import { RoleTable } from './RoleTable.tsx'
import look from './settings.module.css'

const spans = ['perHour', 'perDay'] as const

/** What is typed of a figure, by kind, role and span; what nobody typed follows what is stored. */
type Typed = Readonly<Record<string, string>>
const place = (kind: QuotaKind, role: Role, span: keyof Quota) => `${kind}.${role}.${span}`

/** An empty or odd figure is none: NaN, which no quota takes. */
const figureOf = (text: string) => (/^\d{1,6}$/u.test(text.trim()) ? Number(text) : NaN)

function withTyped(stored: Quotas, typed: Typed): Quotas {
  const of = (kind: QuotaKind, role: Role, span: keyof Quota) => {
    const text = typed[place(kind, role, span)]
    return text === undefined ? stored[kind][role][span] : figureOf(text)
  }
  const byRole = (kind: QuotaKind) =>
    Object.fromEntries(
      roles.map((role) => [role, { perHour: of(kind, role, 'perHour'), perDay: of(kind, role, 'perDay') }]),
    ) as Quotas[QuotaKind]
  return { reveal: byRole('reveal'), lookUp: byRole('lookUp'), paper: byRole('paper') }
}

/** How often each role may open, look up and print whole numbers: the house's figures until somebody sets the company's own. */
export function QuotaTable() {
  const stored = useQuery(api.admin.quotas.queryOptions())
  return <Asked query={stored}>{({ quotas, version }) => <QuotaForm stored={quotas} version={version} />}</Asked>
}

function QuotaForm({ stored, version }: { stored: Quotas; version: number }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<Typed>({})
  const save = useMutation(api.admin.saveQuotas.mutationOptions())
  const wanted = withTyped(stored, typed)
  const changes = quotaChanges(stored, wanted)
  const isOdd = (kind: QuotaKind, role: Role) => !quotaSchema.safeParse(wanted[kind][role]).success
  const odd = changes.filter(({ kind, role }) => isOdd(kind, role))
  const submit = () => {
    if (changes.length === 0 || odd.length > 0 || save.isPending) return
    const before = stored
    save.mutate(
      { quotas: wanted, version },
      {
        onSuccess: (after) => {
          void queries.invalidateQueries({ queryKey: api.admin.quotas.queryKey() }).then(() => setTyped({}))
          sayNotice(t('admin.settings.saved'), {
            undo: () => save.mutate({ quotas: before, version: after.version }),
          })
        },
        onError: () => void queries.invalidateQueries({ queryKey: api.admin.quotas.queryKey() }),
      },
    )
  }
  const isHouse = quotaChanges(houseQuotas, wanted).length === 0
  const toHouse = () =>
    setTyped(
      Object.fromEntries(
        quotaKinds.flatMap((kind) =>
          roles.flatMap((role) =>
            spans.map((span) => [place(kind, role, span), String(houseQuotas[kind][role][span])] as const),
          ),
        ),
      ),
    )
  useCommands([{ id: 'admin.saveQuotas', text: 'admin.quota.save', keys: ['F9'], run: submit }])
  return (
    <section aria-label={t('admin.quota.title')}>
      <RoleTable
        lead={
          <>
            <b>{t('admin.quota.title')}</b> {t('admin.quota.lead')}
          </>
        }
        what={t('admin.quota.times')}
        groups={quotaKinds.map((kind) => ({
          title: t(`admin.quota.${kind}`),
          rows: spans.map((span) => ({
            ...{ id: span, name: t(`admin.quota.${span}`) },
            cell: (role: Role) => (
              <input
                className={look.times}
                inputMode="numeric"
                size={5}
                aria-label={`${t(`admin.quota.${kind}`)} ${t(`admin.role.${role}`)} ${t(`admin.quota.${span}`)}`}
                aria-invalid={isOdd(kind, role) || undefined}
                value={typed[place(kind, role, span)] ?? String(stored[kind][role][span])}
                onChange={({ target: { value } }) =>
                  setTyped((before) => ({ ...before, [place(kind, role, span)]: value }))
                }
              />
            ),
          })),
        }))}
      />
      {save.error ? <ProblemNote error={save.error} /> : null}
      <div className={look.foot}>
        <KeyButton look="primary" keyCap="F9" onClick={submit}>
          {t('admin.quota.save')}
        </KeyButton>
        {Object.keys(typed).length > 0 ? (
          <KeyButton look="quiet" onClick={() => setTyped({})}>
            {t('admin.quota.discard')}
          </KeyButton>
        ) : null}
        {isHouse ? null : (
          <KeyButton look="quiet" onClick={toHouse}>
            {t('admin.quota.house')}
          </KeyButton>
        )}
        <span role="status">
          {odd.length > 0 ? (
            <Verdict kind="late">{t('admin.quota.odd', { role: t(`admin.role.${odd[0]!.role}`) })}</Verdict>
          ) : changes.length > 0 ? (
            t('admin.quota.changes', { count: changes.length })
          ) : null}
        </span>
      </div>
    </section>
  )
}
