import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { PolicyDraftInput, PolicyPlace, PolicyPreview } from '../../../shared/admin/policy-schema.ts'
import { groupPhone, readPhone } from '../../../shared/kit/phone.ts'
import { homeOf } from '../../../shared/presets/phone-home.ts'
import type { Language } from '../../../shared/kit/words.ts'
import { client } from '../../app/api.ts'
import { useProblemText } from '../../app/problem-text.ts'
import { KeyButton } from '../../kit/KeyButton.tsx'
import { Pane, PaneHead, PaneSection } from '../../kit/Pane.tsx'
import { Verdict } from '../../kit/Verdict.tsx'
import { useNow } from '../../kit/use-now.ts'
import { WhenText } from '../../kit/WhenText.tsx'
import { useDebounced } from '../../kit/use-debounced.ts'
import { PolicyHistory } from './PolicyHistory.tsx'
import look from './policy.module.css'

interface EffectPaneProps {
  /** null: nothing was changed yet. */
  input: PolicyDraftInput | null
  onKeep: (ticketId: string) => void
  /** Whose versions are listed. */
  place: PolicyPlace
}

/** 现在会变什么: which limits of open cases would move, and the versions there were, each to be taken back. */
export function EffectPane({ input, onKeep, place }: EffectPaneProps) {
  const { t } = useTranslation()
  return (
    <Pane label={t('admin.policy.preview')} scrolls>
      <PaneSection isPadded head={<PaneHead title={t('admin.policy.preview')} />}>
        {input ? <Moved input={input} onKeep={onKeep} /> : <p>{t('admin.policy.preview.untouched')}</p>}
      </PaneSection>
      <PolicyHistory place={place} />
    </Pane>
  )
}

function Moved({ input, onKeep }: { input: PolicyDraftInput; onKeep: (ticketId: string) => void }) {
  const { t, i18n } = useTranslation()
  const explain = useProblemText()
  const nowAt = useNow()
  const settled = useDebounced(input, 300)
  const { data, error, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: [['admin', 'previewPolicy'], settled],
    queryFn: ({ pageParam }) => client.admin.previewPolicy.mutate({ ...settled, skip: pageParam }),
    initialPageParam: 0,
    getNextPageParam: ({ movedCount, elsewhereCount }, pages) => {
      const seen = pages.reduce((sum, { moved }) => sum + moved.length, 0)
      return seen < movedCount - elsewhereCount ? seen : undefined
    },
    placeholderData: (before) => before,
    retry: false,
  })
  if (error) return <p role="alert">{explain(error).what}</p>
  const first = data?.pages[0]
  if (!data || !first) return null
  const { cases, limits, movedCount, elsewhereCount, lateCount, stuck, placed, readings, lost } = first
  const language = i18n.language as Language
  const moved = data.pages.flatMap((page) => page.moved)
  return (
    <>
      <div role="status">
        {lateCount > 0 ? <Verdict kind="late">{t('admin.policy.preview.late', { n: lateCount })}</Verdict> : null}
        <strong>
          {movedCount > 0 ? t('admin.policy.preview.moved', { n: movedCount }) : t('admin.policy.preview.none')}
        </strong>
        <span className={look.dim}>{t('admin.policy.preview.running', { cases, limits })}</span>
        {input.kept.length > 0 ? (
          <span className={look.dim}>{t('admin.policy.preview.kept', { n: input.kept.length })}</span>
        ) : null}
      </div>
      {stuck > 0 ? <p>{t('admin.policy.cases.stuck', { n: stuck })}</p> : null}
      {placed > 0 ? <p>{t('admin.policy.preview.placed', { n: placed })}</p> : null}
      {lost.map(({ layer, part, item }) => (
        <p key={`${layer.en} ${part} ${item?.en}`}>
          {t('admin.policy.preview.lost', {
            layer: layer[language],
            item: item?.[language] ?? t(`admin.layer.${part}`),
          })}
        </p>
      ))}
      {readings ? <Readings {...readings} /> : null}
      <ul className={look.plainList}>
        {moved.map((each) => (
          <li key={`${each.ticketId} ${each.clock}`} className={look.moved}>
            <span>
              {each.customerName} {each.clockText[language]}
            </span>
            <span>
              {each.beforeAt ? <WhenText at={each.beforeAt} nowAt={nowAt} /> : '—'} →{' '}
              <strong>{each.afterAt ? <WhenText at={each.afterAt} nowAt={nowAt} /> : '—'}</strong>
            </span>
            <span className={look.dim}>{each.number}</span>
            <KeyButton isSmall look="quiet" onClick={() => onKeep(each.ticketId)}>
              {t('admin.policy.preview.keep')}
            </KeyButton>
          </li>
        ))}
      </ul>
      {hasNextPage ? (
        <KeyButton isSmall onClick={() => void fetchNextPage()}>
          {t('admin.calendar.more')}
        </KeyButton>
      ) : null}
      {elsewhereCount > 0 ? (
        <p className={look.dim}>{t('admin.policy.preview.elsewhere', { n: elsewhereCount })}</p>
      ) : null}
    </>
  )
}

/** A number nobody has, to show a reading by. */
const exampleNumber = '8888 1234'

/** 区号: how a number typed without its area code would be read, and what stays. */
function Readings({ before, after, kept }: NonNullable<PolicyPreview['readings']>) {
  const { t } = useTranslation()
  const readIn = (areaCode: string) => {
    const phone = readPhone(exampleNumber, homeOf({ areaCode }))
    return phone ? groupPhone(phone.key) : t('admin.policy.preview.noReading')
  }
  return (
    <p>
      {t('admin.policy.preview.readings', { example: exampleNumber, before: readIn(before), after: readIn(after) })}
      <span className={look.dim}> {t('admin.policy.preview.readingsKept', { n: kept })}</span>
    </p>
  )
}
