import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LimitFiguresAnswer } from '../../../shared/admin/policy-schema.ts'
import type { Language } from '../../../shared/kit/words.ts'
import { caseEvents, endEvents, isCaseEvent, startEvents } from '../../../shared/presets/events.ts'
import { endOf } from '../../../shared/presets/limit-ends.ts'
import { ownSource, siblingLimit } from '../../../shared/presets/limits.ts'
import { type Choice, type ClockPolicy, type Policy, ruleSchema } from '../../../shared/presets/schema.ts'
import { api } from '../../app/api.ts'
import { ChoiceChips } from '../../kit/ChoiceChips.tsx'
import { KeyButton } from '../../kit/KeyButton.tsx'
import { LedgerBlock, LedgerCell, LedgerRow } from '../../kit/LedgerForm.tsx'
import { LedgerInput } from '../../kit/LedgerInput.tsx'
import { LedgerSelect } from '../../kit/LedgerSelect.tsx'
import { spanText } from '../../kit/spans.ts'
import look from './policy.module.css'
import { TextCell } from './TextCell.tsx'

interface LimitDetailProps {
  clock: ClockPolicy
  /** With its level and kind. */
  name: string
  policy: Policy
  figures: LimitFiguresAnswer['rows'][number] | undefined
  problems: ReadonlyMap<string, string>
  isOfCompany: boolean
  onChange: (part: Partial<ClockPolicy>) => void
  onAdd: (limit: ClockPolicy) => void
  onRemove: () => void
}

/** 这一条: what a limit is called, from what it counts until what, for whom, where it is from, whether it can be kept; and taking it away. */
export function LimitDetail(props: LimitDetailProps) {
  const { clock, name, policy, figures, problems, isOfCompany, onChange, onAdd, onRemove } = props
  const { t, i18n } = useTranslation()
  const language = i18n.language as Language
  const eventChoices = (codes: readonly string[], present: string) =>
    (codes.includes(present) ? codes : [present, ...codes]).map((value) => ({
      value,
      text: isCaseEvent(value) ? caseEvents[value].text[language] : value,
    }))
  const others = (items: readonly Choice[], present: string | undefined, all: string) => [
    { value: '', text: all },
    ...items
      .filter(({ code, isRetired }) => !isRetired || code === present)
      .map(({ code, text }) => ({ value: code, text: text[language] })),
  ]
  const more = siblingLimit(policy, clock)
  const until = endOf(clock)
  return (
    <>
      <LedgerBlock head={name}>
        <LedgerRow>
          <TextCell
            label={t('admin.policy.name')}
            text={clock.text}
            error={problems.get('text')}
            onChange={(text) => onChange({ text })}
          />
        </LedgerRow>
        <LedgerRow>
          <LedgerCell label={t('admin.policy.startsAt')} error={problems.get('startsAt')}>
            <LedgerSelect
              choices={eventChoices(startEvents, clock.startsAt)}
              value={clock.startsAt}
              onChange={(startsAt) => onChange({ startsAt, ...ownSource })}
            />
          </LedgerCell>
          <LedgerCell label={t('admin.policy.endsAt')} error={problems.get('endsAt')}>
            <LedgerSelect
              choices={eventChoices(endEvents, until)}
              value={until}
              onChange={(endsAt) => onChange({ endsAt, ...ownSource })}
            />
          </LedgerCell>
        </LedgerRow>
        <LedgerRow>
          <LedgerCell label={t('admin.policy.level')} error={problems.get('level')}>
            <LedgerSelect
              disabled={isOfCompany || policy.levels.length === 0}
              choices={others(policy.levels, clock.level, t('admin.policy.level.all'))}
              value={clock.level ?? ''}
              onChange={(level) => onChange({ level: level || undefined, ...ownSource })}
            />
          </LedgerCell>
          <LedgerCell label={t('admin.policy.kind')} error={problems.get('kind')}>
            <LedgerSelect
              disabled={isOfCompany}
              choices={others(policy.kinds, clock.kind, t('admin.policy.kind.all'))}
              value={clock.kind ?? ''}
              onChange={(kind) => onChange({ kind: kind || undefined, ...ownSource })}
            />
          </LedgerCell>
        </LedgerRow>
        <SourceCells clock={clock} problem={problems.get('rule')} onChange={onChange} />
        {figures && figures.cases > 0 ? (
          <LedgerRow>
            <LedgerCell label={t('admin.policy.kept')} isReadOnly>
              <KeptText figures={figures} />
            </LedgerCell>
          </LedgerRow>
        ) : null}
      </LedgerBlock>
      <div className={look.steps}>
        {more ? (
          <KeyButton isSmall onClick={() => onAdd(more)}>
            {t('admin.policy.limitMore')}
          </KeyButton>
        ) : null}
        {isOfCompany ? null : (
          <KeyButton isSmall onClick={onRemove}>
            {t('admin.policy.remove', { name })}
          </KeyButton>
        )}
      </div>
    </>
  )
}

interface SourceCellsProps {
  clock: ClockPolicy
  problem: string | undefined
  onChange: (part: Partial<ClockPolicy>) => void
}

/** 出处: the trade's own paper with its rule, another trade's, or the company itself. */
function SourceCells({ clock, problem, onChange }: SourceCellsProps) {
  const { source, rule } = clock
  const { t, i18n } = useTranslation()
  const language = i18n.language as Language
  const [typed, setTyped] = useState<string | null>(null)
  const { data: trades = [] } = useQuery(api.admin.trades.queryOptions())
  const read = (text: string) =>
    text
      .normalize('NFKC')
      .trim()
      .toUpperCase()
      .replaceAll(/[\s、,]+/gu, ' ')
  const isRule = (text: string) => ruleSchema.safeParse(text).success && text !== 'house'
  const isOdd = typed !== null && !isRule(read(typed))
  const settle = () => {
    if (typed === null || isOdd) return
    setTyped(null)
    if (read(typed) !== rule) onChange({ rule: read(typed) })
  }
  const named = trades.filter(({ isBlank }) => !isBlank)
  return (
    <LedgerRow>
      <LedgerCell label={t('admin.policy.source')}>
        <ChoiceChips
          choices={[
            { value: 'paper', text: t('admin.policy.source.from.paper') },
            { value: 'trade', text: t('admin.policy.source.from.trade') },
            { value: 'own', text: t('admin.policy.source.own') },
          ]}
          value={source.from}
          onChange={(from) => {
            if (from === null) return
            setTyped(null)
            if (from === 'trade') onChange({ source: { from, trade: named[0]?.id ?? 'P01' }, rule })
            else if (from === 'paper') onChange({ source: { from } })
            else onChange({ source: { from: 'own' }, rule: 'house' })
          }}
        />
      </LedgerCell>
      {source.from === 'trade' ? (
        <LedgerCell label={t('admin.policy.source.ofTrade')}>
          <LedgerSelect
            choices={named.map(({ id, name }) => ({ value: id, text: `${id} ${name[language]}` }))}
            value={source.trade}
            onChange={(trade) => onChange({ source: { from: 'trade', trade } })}
          />
        </LedgerCell>
      ) : null}
      {source.from === 'own' ? null : (
        <LedgerCell label={t('admin.policy.rule')} error={isOdd ? t('admin.policy.ruleOdd') : problem}>
          <LedgerInput
            maxLength={60}
            value={typed ?? (rule === 'house' ? '' : rule)}
            onChange={setTyped}
            onBlur={settle}
            data-unread={isOdd || undefined}
          />
        </LedgerCell>
      )}
    </LedgerRow>
  )
}

/** 做得到吗: how many of the cases of the last days kept it, what they took, and how late the others were. */
function KeptText({ figures }: { figures: LimitFiguresAnswer['rows'][number] }) {
  const { t } = useTranslation()
  const { cases, kept, lateP50Minutes, lateP90Minutes, ranP50Minutes, ranP90Minutes } = figures
  const span = (minutes: number | null) => {
    const { key, facts } = spanText(minutes ?? 0)
    return t(key, facts)
  }
  return (
    <>
      {t('admin.policy.kept.of', { kept, cases })}
      {ranP50Minutes === null ? null : (
        <span className={look.dim}>
          {t('admin.policy.kept.ran', { half: span(ranP50Minutes), most: span(ranP90Minutes) })}
        </span>
      )}
      {lateP50Minutes === null ? null : (
        <span className={look.dim}>
          {t('admin.policy.kept.late', { half: span(lateP50Minutes), most: span(lateP90Minutes) })}
        </span>
      )}
    </>
  )
}
