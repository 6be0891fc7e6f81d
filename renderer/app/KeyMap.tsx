import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../kit/IconButton.tsx'
import { Kbd } from '../kit/Kbd.tsx'
import look from './CommandPalette.module.css'
import { useActiveCommands, useCommands, type Command } from './hotkeys.ts'

/** Every key that acts now, by where it acts (F1 or ?). */
export function KeyMap({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const commands = useActiveCommands().filter(({ keys, isUnlisted }) => keys?.length && !isUnlisted)
  useCommands([{ id: 'app.closeKeys', text: 'kit.button.close', keys: ['Escape'], scope: 'overlay', run: onClose }])
  const group = (title: string, wanted: Command['scope']) => {
    const own = commands.filter(({ scope = 'screen' }) => scope === wanted)
    return own.length === 0 ? null : (
      <>
        <h3>{title}</h3>
        {own.map(({ id, text, keys }) => (
          <div key={id} className={look.key}>
            <span>{t(text)}</span>
            <span className={look.caps}>
              {keys?.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </span>
          </div>
        ))}
      </>
    )
  }
  return (
    <div className={look.panel} role="dialog" aria-label={t('kit.keys.title')}>
      <div className={look.head}>
        <h2>{t('kit.keys.title')}</h2>
        <IconButton icon={IconX} label={t('kit.button.close')} autoFocus onClick={onClose} />
      </div>
      <div className={look.keys} tabIndex={0} role="group" aria-label={t('kit.keys.title')}>
        {group(t('kit.keys.screen'), 'screen')}
        {group(t('kit.keys.app'), 'app')}
        <h3>{t('kit.keys.bare')}</h3>
      </div>
    </div>
  )
}
