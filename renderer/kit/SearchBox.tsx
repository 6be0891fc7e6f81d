import { IconSearch, IconX } from '@tabler/icons-react'
import { useRef, type KeyboardEvent, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommands } from '../app/hotkeys.ts'
import { Icon } from './Icon.tsx'
import { IconButton } from './IconButton.tsx'
import { Kbd } from './Kbd.tsx'
import look from './SearchBox.module.css'

interface SearchBoxProps {
  value: string
  onChange: (value: string) => void
  /** What it finds, translated: 尾号、姓名、拼音. It is the name of the field too. */
  placeholder: string
  /** Bare key that brings the caret here; `/` unless told, `null` for none. */
  keyCap?: string | null
  /** Arrow keys and Enter, to walk the results without leaving the box. */
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
  ref?: Ref<HTMLInputElement>
}

/** One box for everything that can be searched. Esc empties it. */
export function SearchBox({ value, onChange, placeholder, keyCap = '/', onKeyDown, ref }: SearchBoxProps) {
  const { t } = useTranslation()
  const own = useRef<HTMLInputElement>(null)
  useCommands(
    keyCap === null
      ? []
      : [{ id: 'kit.search', text: 'kit.search.go', keys: [keyCap], run: () => own.current?.focus() }],
  )
  return (
    <div className={look.box} role="search">
      <Icon of={IconSearch} />
      <input
        ref={(element) => {
          own.current = element
          if (typeof ref === 'function') ref(element)
          else if (ref) ref.current = element
        }}
        type="search"
        className={look.input}
        value={value}
        placeholder={placeholder}
        aria-label={placeholder}
        aria-keyshortcuts={keyCap ?? undefined}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value !== '' && !event.nativeEvent.isComposing) {
            event.preventDefault()
            onChange('')
          }
          onKeyDown?.(event)
        }}
      />
      {value === '' ? (
        keyCap && <Kbd>{keyCap}</Kbd>
      ) : (
        <IconButton icon={IconX} label={t('kit.field.clear')} onClick={() => onChange('')} />
      )}
    </div>
  )
}
