import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type PolicyNow, type PolicyPlace, wholeCompany } from '../../../shared/admin/policy-schema.ts'
import type { CompanyRow } from '../../../shared/admin/schema.ts'
import { addDays, dayOf } from '../../../shared/kit/calendar.ts'
import type { Language } from '../../../shared/kit/words.ts'
import type { Policy } from '../../../shared/presets/schema.ts'
import { api, queries } from '../../app/api.ts'
import { useCommands } from '../../app/hotkeys.ts'
import { useProblemText } from '../../app/problem-text.ts'
import { useCompany } from '../../app/use-house.ts'
import { usePolicies } from '../../app/use-policies.ts'
import { ChoiceChips } from '../../kit/ChoiceChips.tsx'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { KeyBar } from '../../kit/KeyBar.tsx'
import { KeyButton } from '../../kit/KeyButton.tsx'
import { LedgerBlock, LedgerCell, LedgerForm, LedgerRow } from '../../kit/LedgerForm.tsx'
import { LedgerInput } from '../../kit/LedgerInput.tsx'
import { sayNotice } from '../../kit/notices.ts'
import { Pane, PaneHead } from '../../kit/Pane.tsx'
import { Zones } from '../../kit/Zones.tsx'
import { useNow } from '../../kit/use-now.ts'
import { AreasPart } from './AreasPart.tsx'
import { type ChoicePart, choiceParts, ChoicesPart } from './ChoicesPart.tsx'
import { noOwnDay, type OwnDay } from './CalendarPart.tsx'
import { emptied, nameGaps } from './draft-gaps.ts'
import { DutyPart } from './DutyPart.tsx'
import { EffectPane } from './EffectPane.tsx'
import { FiguresPart } from './FiguresPart.tsx'
import { LayerPart } from './LayerPart.tsx'
import { LimitsPart } from './LimitsPart.tsx'
import look from './policy.module.css'
import { NumbersPart } from './NumbersPart.tsx'
import { PlaceSelect } from './PlaceSelect.tsx'
import { RegisterPart } from './RegisterPart.tsx'
import { ScriptPart } from './ScriptPart.tsx'
import {
  changedParts,
  type DraftGround,
  effectiveOnOf,
  policyInput,
  type PolicyDraft,
  usePolicyDraft,
} from './use-policy-draft.ts'

const parts = ['limits', 'duty', 'figures', 'register', 'script', ...choiceParts, 'areas', 'numbers', 'notes'] as const
type Part = (typeof parts)[number]

/** Names of the document that a part of the screen edits. */
const edits: Partial<Record<Part, readonly string[]>> = {
  limits: ['clocks'],
  areas: ['areas', 'areaCode'],
  figures: ['name', 'contact', 'calls', 'promise', 'warranty'],
}

/** What a layer over the company may change (see `layeredParts`). */
const layerParts: readonly Part[] = ['limits', 'duty', 'figures']

/** 这一行的规矩: everything the trade is run by, changed as a draft, looked at before it counts, published from a day on. */
export function PolicySettings() {
  const company = useCompany()
  const now = usePolicies()
  const [place, setPlace] = useState<PolicyPlace>(wholeCompany)
  const isLayer = place.layer !== 'company'
  const { data: versions } = useQuery(api.admin.policies.queryOptions(wholeCompany))
  const { data: layered } = useQuery(api.admin.policies.queryOptions(place))
  // What is edited is the newest version, also where its day is still to come.
  const newest = versions?.find(({ withdrawnAt }) => withdrawnAt === null)?.id
  // Above the form, which begins anew with each version: who published stays on the part.
  const [part, setPart] = useState<Part>('limits')
  const [ownDay, setOwnDay] = useState(noOwnDay)
  const below = usePolicies(newest === undefined || now?.id.split('+')[0] === newest ? null : newest)
  const over = isLayer ? layered?.find(({ withdrawnAt }) => withdrawnAt === null)?.id : undefined
  const whole = usePolicies(newest === undefined || over === undefined ? null : `${newest}+${over}`)
  const base = over === undefined ? below : whole
  if (!company || !now || !below || !base || !newest || !layered) return null
  return (
    <PolicyForm
      key={`${place.layer} ${place.key}`}
      company={company}
      now={now}
      base={base.policy}
      basedOn={isLayer ? (over ?? '') : newest}
      ground={{ place, below: isLayer ? newest : '' }}
      below={below.policy}
      onPlace={setPlace}
      {...{ part, setPart, ownDay, setOwnDay }}
    />
  )
}

interface PolicyFormProps {
  company: CompanyRow
  now: PolicyNow
  base: Policy
  basedOn: string
  ground: DraftGround
  /** The company's policies. */
  below: Policy
  onPlace: (place: PolicyPlace) => void
  part: Part
  setPart: (part: Part) => void
  ownDay: OwnDay
  setOwnDay: (day: OwnDay) => void
}

function PolicyForm(props: PolicyFormProps) {
  const { company, now, base, basedOn, ground, below, onPlace, part, setPart, ownDay, setOwnDay } = props
  const { t, i18n } = useTranslation()
  const language = i18n.language as Language
  const explain = useProblemText()
  const [isTried, setTried] = useState(false)
  const [asked, setAsked] = useState<Policy | null>(null)
  const tomorrow = addDays(dayOf(useNow(), company.timeZone), 1)
  const { draft, isTouched, edit, set, undo, discard } = usePolicyDraft(base, basedOn, ground)
  const save = useMutation(api.admin.savePolicy.mutationOptions())
  const problem = save.error ? explain(save.error) : null
  const changed = changedParts(draft)
  const input = isTouched ? policyInput(draft, tomorrow) : null
  const gaps = nameGaps(draft, language, (list) =>
    t(list === 'areas' ? 'admin.policy.part.areas' : 'admin.policy.newLine'),
  )
  const gone = emptied(draft)
  const isDayOpen = ownDay.on.trim() !== '' || ownDay.name.trim() !== ''
  const goneText = [
    ...gone.days.map(({ line, day }) => {
      const of = draft.policy.duty.find(({ code }) => code === line)?.text[language] ?? ''
      return `${of} ${weekdayText(day, language)}`
    }),
    ...gone.lists.map((list) => t(`admin.policy.part.${list}`)),
  ].join(t('admin.policy.comma'))
  const publish = () => {
    setTried(true)
    const [gap] = gaps
    if (gap) return setPart(gap.part)
    if (isDayOpen) return setPart('duty')
    if (!input) return
    if (goneText !== '' && asked !== draft.policy) return setAsked(draft.policy)
    save.mutate(input, {
      onSuccess: ([made]) => {
        void queries.invalidateQueries({ queryKey: [['admin']] }).then(discard)
        sayNotice(t('admin.policy.published', { n: made?.version ?? 0 }), { kind: 'ok' })
      },
    })
  }
  useCommands([
    { id: 'admin.publishPolicy', text: 'admin.policy.publish', keys: ['F9'], run: publish },
    { id: 'admin.undoPolicy', text: 'admin.policy.undo', keys: ['Ctrl+Z'], run: undo },
  ])
  const isLayer = ground.place.layer !== 'company'
  const shown = isLayer ? layerParts : parts
  const countOf = (each: Part) => (edits[each] ?? [each]).reduce((sum, name) => sum + (changed.get(name) ?? 0), 0)
  return (
    <Zones
      left={
        <Pane label={t('admin.policy.sections')} scrolls>
          <PaneHead title={draft.policy.name[language]} />
          <PlaceSelect policy={below} place={ground.place} isTouched={isTouched} onPlace={onPlace} />
          <nav className={look.parts} aria-label={t('admin.policy.sections')}>
            {shown.map((each) => (
              <button
                key={each}
                type="button"
                className={look.part}
                aria-current={each === part}
                onClick={() => setPart(each)}
              >
                <span>{t(`admin.policy.part.${each}`)}</span>
                <span>{countOf(each) > 0 ? t('admin.policy.changed', { n: countOf(each) }) : ''}</span>
              </button>
            ))}
          </nav>
        </Pane>
      }
      right={
        <EffectPane
          input={input}
          place={ground.place}
          onKeep={(ticketId) => set({ kept: [...draft.kept, ticketId] })}
        />
      }
      foot={
        <KeyBar label={t('admin.settings.tab.policies')}>
          <KeyButton look="primary" keyCap="F9" onClick={publish}>
            {t('admin.policy.publish')}
          </KeyButton>
          <KeyButton keyCap="Ctrl+Z" onClick={undo}>
            {t('admin.policy.undo')}
          </KeyButton>
          <KeyButton onClick={discard}>{t('admin.policy.discard')}</KeyButton>
        </KeyBar>
      }
    >
      <Pane label={t(`admin.policy.part.${part}`)} scrolls>
        <div className={look.page}>
          <PaneHead title={t(`admin.policy.part.${part}`)} weight="strong" />
          <LedgerForm label={t(`admin.policy.part.${part}`)} onEnd={publish}>
            {part === 'notes' ? null : <EffectBlock draft={draft} set={set} tomorrow={tomorrow} />}
            {isLayer ? <LayerPart policy={draft.policy} below={below} onChange={edit} /> : null}
            <PartEditor
              {...{ part, now, company, draft, below, tomorrow, edit, ownDay }}
              onOwnDay={setOwnDay}
              ownDayProblem={isTried && isDayOpen ? t('admin.policy.ownDay.open') : undefined}
              problemOf={(code) => {
                const gap = isTried ? gaps.find((each) => each.part === part && each.code === code) : undefined
                return gap && t(`admin.policy.gap.${gap.reason}`)
              }}
            />
          </LedgerForm>
          {asked === draft.policy && goneText !== '' ? (
            <ErrorNote what={t('admin.policy.emptied', { what: goneText })} todo={t('admin.policy.emptiedTodo')} />
          ) : null}
          {problem ? <ErrorNote what={problem.what} todo={problem.todo} incident={problem.incident} /> : null}
        </div>
      </Pane>
    </Zones>
  )
}

interface EffectBlockProps {
  draft: PolicyDraft
  set: (part: Partial<PolicyDraft>) => void
  tomorrow: string
}

function EffectBlock({ draft, set, tomorrow }: EffectBlockProps) {
  const { t } = useTranslation()
  const { from } = draft
  return (
    <LedgerBlock head={t('admin.policy.effect')}>
      <LedgerRow>
        <LedgerCell label={t('admin.policy.from')}>
          <ChoiceChips
            choices={[
              { value: 'now', text: t('admin.policy.from.now') },
              { value: 'tomorrow', text: t('admin.policy.from.tomorrow', { on: tomorrow }) },
              { value: 'day', text: t('admin.policy.from.other') },
            ]}
            value={from.when}
            onChange={(when) => set({ from: when === 'day' ? { when, on: tomorrow } : { when: when ?? 'tomorrow' } })}
          />
          {from.when === 'day' ? (
            <LedgerInput
              aria-label={t('admin.policy.from.other')}
              value={from.on}
              onChange={(on) => set({ from: { when: 'day', on } })}
            />
          ) : null}
        </LedgerCell>
      </LedgerRow>
      <LedgerRow>
        <LedgerCell label={t('admin.policy.running')}>
          <ChoiceChips
            choices={(['switch', 'finish'] as const).map((value) => ({
              value,
              text: t(`admin.policy.running.${value}`),
            }))}
            value={draft.runningCases}
            onChange={(runningCases) => set({ runningCases: runningCases ?? 'switch' })}
          />
        </LedgerCell>
      </LedgerRow>
      <LedgerRow>
        <LedgerCell label={t('admin.policy.reason')} source={t('admin.policy.reasonHint')}>
          <LedgerInput maxLength={200} value={draft.reason} onChange={(reason) => set({ reason })} />
        </LedgerCell>
      </LedgerRow>
    </LedgerBlock>
  )
}

interface PartEditorProps {
  part: Part
  now: PolicyNow
  company: CompanyRow
  draft: PolicyDraft
  /** The company's policies. */
  below: Policy
  tomorrow: string
  edit: (part: Partial<PolicyDraft['policy']>) => void
  ownDay: OwnDay
  onOwnDay: (day: OwnDay) => void
  ownDayProblem: string | undefined
  problemOf: (code: string) => string | undefined
}

function PartEditor({ part, now, company, draft, below, tomorrow, edit, problemOf, ...own }: PartEditorProps) {
  const { t, i18n } = useTranslation()
  const { policy, base } = draft
  const isLayer = draft.place.layer !== 'company'
  if (part === 'limits')
    return <LimitsPart draft={draft} below={isLayer ? below : null} problemOf={problemOf} onChange={edit} />
  if (part === 'duty')
    return (
      <DutyPart
        policy={policy}
        now={now}
        timeZone={company.timeZone}
        isLayer={isLayer}
        problemOf={problemOf}
        onChange={edit}
        {...own}
      />
    )
  if (part === 'figures') return <FiguresPart policy={policy} isLayer={isLayer} onChange={edit} />
  if (part === 'register') return <RegisterPart policy={policy} onChange={edit} />
  if (part === 'script') return <ScriptPart policy={policy} onChange={edit} />
  if (part === 'areas') return <AreasPart policy={policy} problemOf={problemOf} onChange={edit} />
  if (part === 'numbers')
    return <NumbersPart policy={policy} base={base} effectiveOn={effectiveOnOf(draft, tomorrow)} onChange={edit} />
  if (part === 'notes')
    return (
      <ul>
        {policy.notes.map(({ text, rule }) => (
          <li key={text['zh-CN']}>
            {text[i18n.language as Language]}{' '}
            <span className={look.dim}>{rule === 'house' ? t('admin.policy.source.own') : rule}</span>
          </li>
        ))}
      </ul>
    )
  return (
    <ChoicesPart part={part satisfies ChoicePart} policy={policy} base={base} problemOf={problemOf} onChange={edit} />
  )
}

/** 星期一 … of a day of the week, 0 = Sunday. */
const weekdayText = (day: number, language: Language) =>
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2023, 0, 1 + day))
