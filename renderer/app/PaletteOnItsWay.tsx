import { useTranslation } from 'react-i18next'
import look from './CommandPalette.module.css'

interface OnItsWayProps {
  typed: string
  onTyped: (typed: string) => void
  onClose: () => void
}

/** Takes the keys from the moment of Ctrl+K: what is typed before the palette's code is there stands in it afterwards. */
export function PaletteOnItsWay({ typed, onTyped, onClose }: OnItsWayProps) {
  const { t } = useTranslation()
  return (
    <div className={look.panel} role="dialog" aria-label={t('kit.palette.all')}>
      <input
        className={look.input}
        autoFocus
        aria-label={t('kit.palette.all')}
        placeholder={t('kit.palette.hint')}
        value={typed}
        onChange={(event) => onTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.nativeEvent.isComposing) onClose()
        }}
      />
    </div>
  )
}
