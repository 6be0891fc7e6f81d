import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { Icon } from '../kit/Icon.tsx'
import type { ScreenEntry } from '../registry.ts'
import look from './Shell.module.css'
import { useShell } from './shell-state.ts'

/** The pages of the house, each a sign with its word, and how many wait there. */
export function Rail({ entries }: { entries: readonly ScreenEntry[] }) {
  const { t } = useTranslation()
  const [location] = useLocation()
  const badges = useShell((state) => state.badges)
  const isHere = ({ path }: ScreenEntry) => location === path || location.startsWith(`${path}/`)
  return (
    <nav className={look.rail} aria-label={t('kit.rail.label')}>
      {entries.map((entry, index) => {
        const { feature, path, icon, text, place } = entry
        const isFirstFoot = place === 'foot' && entries.findIndex((other) => other.place === 'foot') === index
        const count = badges[feature] ?? 0
        return (
          <a
            key={path}
            href={`#${path}`}
            className={isFirstFoot ? `${look.place} ${look.foot}` : look.place}
            aria-current={isHere(entry) ? 'page' : undefined}
          >
            <Icon of={icon} size={20} />
            <span>{t(text)}</span>
            {count > 0 ? (
              <span className={look.badge} role="img" aria-label={t('kit.rail.waiting', { count })}>
                {count > 99 ? '99+' : count}
              </span>
            ) : null}
          </a>
        )
      })}
    </nav>
  )
}
