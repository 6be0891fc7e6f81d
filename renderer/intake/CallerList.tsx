import { IconUserPlus } from '@tabler/icons-react'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CallerMatch } from '../../shared/customers/schema.ts'
import { dayOf } from '../../shared/kit/calendar.ts'
import { api } from '../app/api.ts'
import { Icon } from '../kit/Icon.tsx'
import { Kbd } from '../kit/Kbd.tsx'
import { KeyButton } from '../kit/KeyButton.tsx'
import { ListRow } from '../kit/ListRow.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { PaneHead } from '../kit/Pane.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { shortDay } from '../kit/when.ts'
import { useEntry } from './entry-context.ts'
import { useDebounced } from '../kit/use-debounced.ts'
import look from './Who.module.css'

/** Who the number may be, ranked, with the reason; a guess dim below a dashed line; then who the typed customer may already be. */
export function CallerList() {
  const { t } = useTranslation()
  const { matches, isElsewhere, lookUpProblem, draft, tab, pickCustomer, pickNew, card, isLooking } = useEntry()
  const sure = matches.filter(({ guess }) => !guess).length
  const isChosen = (match: CallerMatch) =>
    match.customerId === draft.customerId && (match.personId === null || match.personId === draft.personId)
  const outside =
    card && draft.customerId && !matches.some(({ customerId }) => customerId === draft.customerId)
      ? card.customer
      : null
  const isUnknown = tab.call && !isElsewhere && lookUpProblem === null
  const title = sure > 0 ? t('intake.matches', { count: sure }) : t(isUnknown ? 'intake.noMatch' : 'intake.customer')
  return (
    <div className={look.block} data-caller-list>
      <PaneHead
        title={title}
        action={
          matches.length > 0 ? (
            <>
              {t('intake.byDigit')}
              <Kbd>Alt+M</Kbd>
            </>
          ) : undefined
        }
      />
      {isLooking ? <Skeleton lines={3} /> : null}
      {lookUpProblem ? (
        <p role="status" className={look.hint}>
          {lookUpProblem}
        </p>
      ) : null}
      {isElsewhere ? (
        <p role="status" className={look.hint}>
          {t('intake.isElsewhere')}
        </p>
      ) : null}
      {matches.map((match, index) => (
        <ListRow
          key={`${match.customerId} ${match.personId}`}
          digit={index + 1}
          isPerson
          isChosen={isChosen(match)}
          isGuess={match.guess}
          title={match.personName || match.customerName}
          beside={match.guess ? t('intake.onlyGuess') : match.personTitle}
          lines={[
            match.customerName === match.personName ? match.address : match.customerName,
            <Reasons key="why" match={match} />,
          ].filter(Boolean)}
          end={isChosen(match) ? t('intake.isPicked') : undefined}
          onPick={() => void pickCustomer(match.customerId, match.personId)}
        />
      ))}
      {outside ? (
        <ListRow
          isPerson
          isChosen
          title={outside.name}
          beside={draft.contactName === outside.name ? undefined : draft.contactName}
          lines={[outside.address, outside.number].filter(Boolean)}
          end={t('intake.isPicked')}
        />
      ) : null}
      <Duplicates />
      <button type="button" className={look.another} aria-keyshortcuts="N Alt+N" onClick={pickNew}>
        <Icon of={IconUserPlus} />
        <span>{t('intake.newCustomer')}</span>
        <Kbd>N</Kbd>
        <Kbd>Alt+N</Kbd>
      </button>
    </div>
  )
}

/** Why a match is one: 号码一致，主号码，上次也选她. */
function Reasons({ match }: { match: CallerMatch }) {
  const { t } = useTranslation()
  const { trade } = useEntry()
  const reasons = match.reasons.map((reason) => t(`intake.reason.${reason}`))
  if (match.guess) reasons.unshift(match.phoneShown)
  if (match.lastContactAt && !match.guess && reasons.length < 3) {
    reasons.push(
      t('intake.lastContact', { when: shortDay(dayOf(match.lastContactAt, trade.company.timeZone), trade.nowAt, t) }),
    )
  }
  return reasons.join(t('intake.comma'))
}

/** While a new customer is typed: who it may already be. */
function Duplicates() {
  const { t } = useTranslation()
  const { draft, matches, pickCustomer } = useEntry()
  const { customerName: name, phone, address } = draft
  const isNew = draft.customerId === null && (name.trim().length >= 2 || draft.sources.phone !== 'caller')
  const asked = useDebounced(
    isNew ? JSON.stringify({ name: name.trim(), phone: phone.trim(), address: address.trim() }) : '',
    400,
  )
  const hasEnough = asked !== '' && asked !== '{"name":"","phone":"","address":""}'
  const wish = hasEnough ? (JSON.parse(asked) as { name: string; phone: string; address: string }) : null
  const found = useQuery(api.customers.duplicates.queryOptions(wish ?? skipToken))
  const others = (isNew ? (found.data ?? []) : []).filter(
    (hit) => !matches.some(({ customerId }) => customerId === hit.customerId),
  )
  if (isNew && found.isError)
    return (
      <div className={look.block} role="status">
        <PaneHead title={t('intake.duplicatesNotChecked')} />
        <ProblemNote error={found.error} />
      </div>
    )
  if (others.length === 0) return null
  return (
    <div className={look.block} role="status">
      <PaneHead title={t('intake.duplicates')} />
      {others.slice(0, 3).map((hit) => (
        <div key={hit.customerId} className={look.duplicate}>
          <ListRow
            title={hit.name}
            beside={hit.personName === hit.name ? undefined : hit.personName}
            lines={[
              [hit.phoneShown, hit.address].filter(Boolean).join(' · '),
              hit.reasons.map((reason) => t(`intake.duplicate.${reason}`)).join(t('intake.comma')),
            ]}
            end={
              <KeyButton isSmall onClick={() => void pickCustomer(hit.customerId, null)}>
                {t('intake.useThis')}
              </KeyButton>
            }
          />
        </div>
      ))}
    </div>
  )
}
