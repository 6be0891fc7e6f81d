import { Popover } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconColumns3 } from '@tabler/icons-react'
import { useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../kit/IconButton.tsx'
import { KeyButton } from '../kit/KeyButton.tsx'
import { useMenu } from '../kit/use-menu.ts'
import look from './List.module.css'

interface ColumnsMenuProps {
  /** Every column there is. */
  columns: readonly { id: string; title: string }[]
  /** Ids of those on screen, in order. */
  shown: readonly string[]
  /** Null: as the list shows them by itself. */
  onChange: (ids: string[] | null) => void
}

/** 列 13 / 21: which columns stand in a list and in what order. Space shows or hides one, Alt with an arrow moves it. */
export function ColumnsMenu({ columns, shown, onChange }: ColumnsMenuProps) {
  const { t } = useTranslation()
  const { opened: isOpen, onChange: setOpen } = useMenu()
  const list = useRef<HTMLUListElement>(null)
  const ordered = [
    ...shown.flatMap((id) => columns.find((column) => column.id === id) ?? []),
    ...columns.filter(({ id }) => !shown.includes(id)),
  ]
  const toggle = (id: string) => {
    if (!shown.includes(id)) onChange([...shown, id])
    else if (shown.length > 1) onChange(shown.filter((other) => other !== id))
  }
  const move = (id: string, by: 1 | -1) => {
    const from = shown.indexOf(id)
    const to = from + by
    if (from < 0 || to < 0 || to >= shown.length) return
    onChange(shown.toSpliced(from, 1).toSpliced(to, 0, id))
  }
  const onKeyDown = (id: string) => (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (by === 0) return
    event.preventDefault()
    if (event.altKey) return move(id, by)
    const boxes = [...(list.current?.querySelectorAll<HTMLElement>('input') ?? [])]
    boxes[boxes.findIndex((box) => box === event.target) + by]?.focus()
  }
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      trapFocus
      returnFocus
      withinPortal
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <KeyButton isSmall look="quiet" icon={IconColumns3} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t('lists.columns.button', { shown: shown.length, all: columns.length })}
        </KeyButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('lists.columns.title')} className={look.menu}>
        <ul ref={list} className={look.columns} aria-label={t('lists.columns.title')}>
          {ordered.map(({ id, title }) => (
            <li key={id} className={look.column} onKeyDown={onKeyDown(id)}>
              <label className={look.field}>
                <input type="checkbox" checked={shown.includes(id)} onChange={() => toggle(id)} />
                {title}
              </label>
              {shown.includes(id) ? (
                <span>
                  <IconButton
                    icon={IconArrowUp}
                    label={t('lists.columns.up', { name: title })}
                    tabIndex={-1}
                    onClick={() => move(id, -1)}
                  />
                  <IconButton
                    icon={IconArrowDown}
                    label={t('lists.columns.down', { name: title })}
                    tabIndex={-1}
                    onClick={() => move(id, 1)}
                  />
                </span>
              ) : null}
            </li>
          ))}
        </ul>
        <div className={look.menuFoot}>
          <span className={look.dim}>{t('lists.columns.hint')}</span>
          <KeyButton isSmall look="quiet" onClick={() => onChange(null)}>
            {t('lists.columns.reset')}
          </KeyButton>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
