import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { PolicyNow, PolicyPlace } from '../../../shared/admin/policy-schema.ts'
import type { CompanyRow } from '../../../shared/admin/schema.ts'
import { addDays, dayOf } from '../../../shared/kit/calendar.ts'
import type { Language } from '../../../shared/kit/words.ts'
import type { Policy } from '../../../shared/presets/schema.ts'
import { saysNothing } from '../../../shared/kit/seen-text.ts'
import { api, queries } from '../../app/api.ts'
import { useCommands } from '../../app/hotkeys.ts'
import { useProblemText } from '../../app/problem-text.ts'
import type { Unfinished } from '../../app/use-unfinished.ts'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { KeyBar } from '../../kit/KeyBar.tsx'
import { KeyButton } from '../../kit/KeyButton.tsx'
import { focusFirstGap, focusUnread } from '../../kit/ledger-field.ts'
import { LedgerForm } from '../../kit/LedgerForm.tsx'
import { sayNotice } from '../../kit/notices.ts'
import { Pane, PaneHead } from '../../kit/Pane.tsx'
import { useNow } from '../../kit/use-now.ts'
import { Zones } from '../../kit/Zones.tsx'
import type { OwnDay } from './CalendarPart.tsx'
import { emptied, nameGaps } from './draft-gaps.ts'
import { EffectBlock } from './EffectBlock.tsx'
import { EffectPane } from './EffectPane.tsx'
import { LayerPart } from './LayerPart.tsx'
import { type Part, PartEditor, parts } from './PartEditor.tsx'
import { PlaceSelect } from './PlaceSelect.tsx'
import look from './policy.module.css'
import { PublishedMeanwhile } from './PublishedMeanwhile.tsx'
import { changedParts, type DraftGround, policyInput, type PolicyDraft, usePolicyDraft } from './use-policy-draft.ts'
import { useScrollOf } from './use-scroll-of.ts'
import { weekdayText } from './weekday-text.ts'

/** Names of the document that a part of the screen edits. */
const edits: Partial<Record<Part, readonly string[]>> = {
  limits: ['clocks'],
  areas: ['areas', 'areaCode'],
  figures: ['name', 'contact', 'calls', 'visits', 'promise', 'warranty'],
}

/** What a layer over the company may change (see `layeredParts`). */
const layerParts: readonly Part[] = ['limits', 'duty', 'figures']

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
  kept: Unfinished<PolicyDraft>
}

/** A draft of one layer: its parts at the left, one of them to edit, what it would change at the right. */
export function PolicyForm(props: PolicyFormProps) {
  const { company, now, base, basedOn, ground, below, onPlace, part, setPart, ownDay, setOwnDay, kept } = props
  const { t, i18n } = useTranslation()
  const language = i18n.language as Language
  const explain = useProblemText()
  const [isTried, setTried] = useState(false)
  const [asked, setAsked] = useState<Policy | null>(null)
  const tomorrow = addDays(dayOf(useNow(), company.timeZone), 1)
  const { draft, isTouched, edit, set, undo, discard } = usePolicyDraft(base, basedOn, ground, kept)
  const page = useScrollOf(part)
  const save = useMutation(api.admin.savePolicy.mutationOptions())
  const problem = save.error ? explain(save.error) : null
  const changed = changedParts(draft)
  const input = isTouched ? policyInput(draft, tomorrow) : null
  const gaps = nameGaps(draft, language, (list) =>
    t(list === 'areas' ? 'admin.policy.part.areas' : 'admin.policy.newLine'),
  )
  const gone = emptied(draft)
  const isDayOpen = !saysNothing(ownDay.on) || !saysNothing(ownDay.name)
  const goneText = [
    ...gone.days.map(({ line, day }) => {
      const of = draft.policy.duty.find(({ code }) => code === line)?.text[language] ?? ''
      return `${of} ${weekdayText(day, language)}`
    }),
    ...gone.lists.map((list) => t(`admin.policy.part.${list}`)),
  ].join(t('admin.policy.comma'))
  const askAgain = () => queries.invalidateQueries({ queryKey: [['admin']] })
  const leadTo = (gap: Part) => {
    flushSync(() => setPart(gap))
    if (page.current) focusFirstGap(page.current)
  }
  const publish = () => {
    flushSync(() => setTried(true))
    if (page.current && focusUnread(page.current)) return
    const [gap] = gaps
    if (gap || isDayOpen) return leadTo(gap?.part ?? 'duty')
    if (!input || changed.size === 0) return sayNotice(t('admin.policy.preview.untouched'))
    if (goneText !== '' && asked !== draft.policy) return setAsked(draft.policy)
    save.mutate(input, {
      onSuccess: ([made]) => {
        void askAgain()
        sayNotice(t('admin.policy.published', { n: made?.version ?? 0 }), { kind: 'ok' })
      },
      onError: () => void askAgain(),
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
        <div className={look.page} ref={page}>
          <PaneHead title={t(`admin.policy.part.${part}`)} weight="strong" />
          <PublishedMeanwhile draft={draft} edit={edit} />
          <LedgerForm label={t(`admin.policy.part.${part}`)} onEnd={publish}>
            {part === 'notes' ? null : <EffectBlock draft={draft} set={set} tomorrow={tomorrow} />}
            {isLayer ? <LayerPart policy={draft.policy} below={below} place={ground.place} onChange={edit} /> : null}
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
