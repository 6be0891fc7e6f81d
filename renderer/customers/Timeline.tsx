import { IconChevronDown, IconChevronRight, IconPoint } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimelineEntry } from '../../shared/customers/schema.ts'
import type { ProductRow } from '../../shared/products/schema.ts'
import { useShell } from '../app/shell-state.ts'
import { entryTellers } from '../entry-tellers.ts'
import { EmptyState } from '../kit/EmptyState.tsx'
import { Icon } from '../kit/Icon.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { companyDay } from '../kit/station-clock.ts'
import { useNow } from '../kit/use-now.ts'
import { Verdict } from '../kit/Verdict.tsx'
import look from './Timeline.module.css'
import { byYear, entryVerdict } from './timeline-entries.ts'
import { dayAndTime, useEntryText } from './use-entry-text.ts'

interface TimelineProps {
  entries: readonly TimelineEntry[]
  /** Tickets whose fault came back. */
  back: ReadonlySet<string>
  products: readonly ProductRow[]
  /** Entries there are in all, where it is known. */
  total: number | undefined
  hasMore: boolean
  onMore: () => void
}

/** One line of time, newest first, the verdict at its right edge. Older years are folded; scrolling brings more. */
export function Timeline({ entries, back, products, total, hasMore, onMore }: TimelineProps) {
  const { t } = useTranslation()
  const thisYear = Number(companyDay(useNow()).slice(0, 4))
  const years = byYear(entries)
  const [opened, setOpened] = useState<ReadonlySet<number>>(() => new Set(years[0] ? [years[0].year] : []))
  const isOpen = (year: number) => year === thisYear || opened.has(year)
  const toggle = (year: number) =>
    setOpened((before) => new Set(before.has(year) ? [...before].filter((other) => other !== year) : [...before, year]))
  const scroll = useRef<HTMLDivElement>(null)
  const lastYear = years.at(-1)
  const wantsMore = hasMore && (lastYear === undefined || isOpen(lastYear.year))
  if (entries.length === 0 && !hasMore)
    return <EmptyState title={t('customers.timeline.empty')} todo={t('customers.timeline.emptyTodo')} />
  return (
    <div ref={scroll} className={look.scroll} tabIndex={0} role="region" aria-label={t('customers.tab.all')}>
      {years.map(({ year, entries: ofYear }) => {
        const isLast = year === lastYear?.year
        const before = entries.length - ofYear.length
        const count = isLast && hasMore ? (total === undefined ? undefined : total - before) : ofYear.length
        return (
          <section key={year} aria-label={t('customers.timeline.year', { year })}>
            {year === thisYear ? null : (
              <button type="button" className={look.year} aria-expanded={isOpen(year)} onClick={() => toggle(year)}>
                <Icon of={isOpen(year) ? IconChevronDown : IconChevronRight} size={14} />
                {t(isLast && hasMore ? 'customers.timeline.yearAndBefore' : 'customers.timeline.year', { year })}
                {count === undefined ? null : <span>{t('customers.timeline.entries', { count })}</span>}
              </button>
            )}
            {isOpen(year) ? (
              <ol className={look.entries}>
                {ofYear.map((entry, at) => (
                  <Entry
                    key={`${entry.kind}/${entry.id}`}
                    entry={entry}
                    isSameDay={at > 0 && companyDay(entry.at) === companyDay(ofYear[at - 1]?.at ?? '')}
                    back={back}
                    products={products}
                  />
                ))}
              </ol>
            ) : null}
          </section>
        )
      })}
      {wantsMore ? <MoreWhenSeen key={entries.length} root={scroll} onSeen={onMore} /> : null}
    </div>
  )
}

interface EntryProps {
  entry: TimelineEntry
  /** The one above is of the same day: its day is not said again. */
  isSameDay: boolean
  back: ReadonlySet<string>
  products: readonly ProductRow[]
}

function Entry({ entry, isSameDay, back, products }: EntryProps) {
  const { t, i18n } = useTranslation()
  const nowAt = useNow()
  const mayOpen = useShell((state) => state.member?.may('tickets.view') === true)
  const text = useEntryText(entry, products)
  const verdict = entryVerdict(entry, back)
  const { day, time, exact } = dayAndTime(entry.at, nowAt, i18n.language, t)
  const sign = entryTellers[entry.kind]?.sign(entry) ?? IconPoint
  const head = (
    <>
      <b>{text.word}</b> {text.what}
    </>
  )
  return (
    <li className={look.entry}>
      <time className={look.when} dateTime={entry.at} title={exact}>
        {isSameDay ? null : <span>{day}</span>} <span>{time}</span>
      </time>
      <span className={look.sign}>
        <Icon of={sign} />
      </span>
      <div className={look.text}>
        {entry.ticketId !== null && mayOpen ? (
          <a className={look.what} href={`#/tickets/${entry.ticketId}`}>
            {head}
          </a>
        ) : (
          <span className={look.what}>{head}</span>
        )}
        {text.more ? <span className={look.more}>{text.more}</span> : null}
      </div>
      <span className={look.end}>
        {verdict ? <Verdict kind={verdict.kind}>{t(verdict.text)}</Verdict> : text.length}
      </span>
    </li>
  )
}

/** Asks for the next page when it comes into sight. */
function MoreWhenSeen({ root, onSeen }: { root: React.RefObject<HTMLDivElement | null>; onSeen: () => void }) {
  const mark = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const seen = new IntersectionObserver((hits) => hits.some(({ isIntersecting }) => isIntersecting) && onSeen(), {
      root: root.current,
      rootMargin: '400px',
    })
    if (mark.current) seen.observe(mark.current)
    return () => seen.disconnect()
    // A new page brings a new mark.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  return (
    <div ref={mark}>
      <Skeleton lines={2} />
    </div>
  )
}
