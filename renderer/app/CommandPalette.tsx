import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Kbd } from '../kit/Kbd.tsx'
import look from './CommandPalette.module.css'
import { useActiveCommands, useCommands } from './hotkeys.ts'
import { askSources, fits, type PaletteItem } from './palette-items.ts'

interface PaletteProps {
  /** What was typed while its code was on the way. */
  typed: string
  /** Screens this member may open, as lines. */
  pages: readonly PaletteItem[]
  onClose: () => void
}

interface Group {
  title: string
  items: readonly PaletteItem[]
}

/** Everything by name (Ctrl+K): commands, pages, and what the sources find. Not modal: a call goes on beside it. */
export function CommandPalette({ typed, pages, onClose }: PaletteProps) {
  const { t } = useTranslation()
  const listId = useId()
  const [query, setQuery] = useState(typed)
  const [chosen, setChosen] = useState(0)
  const [found, setFound] = useState<readonly Group[]>([])
  const panel = useRef<HTMLDivElement>(null)
  const before = useRef(document.activeElement)
  const commands = useActiveCommands()
  useCommands([{ id: 'app.closePalette', text: 'kit.button.close', keys: ['Escape'], scope: 'overlay', run: onClose }])

  useEffect(() => {
    const wanted = query.trim()
    const asking = new AbortController()
    const look = async () => {
      const groups = wanted ? await askSources(wanted, asking.signal) : []
      if (!asking.signal.aborted) setFound(groups)
    }
    const timer = setTimeout(() => void look(), 150)
    return () => {
      asking.abort()
      clearTimeout(timer)
    }
  }, [query])

  useEffect(() => {
    const leave = (event: PointerEvent) => {
      if (!panel.current?.contains(event.target as Node)) onClose()
    }
    document.addEventListener('pointerdown', leave)
    const cameFrom = before.current
    return () => {
      document.removeEventListener('pointerdown', leave)
      if (cameFrom instanceof HTMLElement && document.activeElement === document.body) cameFrom.focus()
    }
  }, [onClose])

  const lines = commands
    .filter(({ scope, isUnlisted }) => scope !== 'overlay' && scope !== 'gate' && !isUnlisted)
    .map(({ id, text, keys, run }) => ({ id, text: t(text), run, ...(keys ? { keys } : {}) }))
  const keep = (items: readonly PaletteItem[]) => items.filter(({ text }) => fits(text, query.trim()))
  const groups: readonly Group[] = [
    { title: t('kit.palette.all'), items: keep(lines) },
    { title: t('kit.rail.label'), items: keep(pages) },
    ...found,
  ].filter(({ items }) => items.length > 0)
  const flat = groups.flatMap(({ items }) => items)
  const at = Math.min(chosen, Math.max(0, flat.length - 1))
  const optionId = (index: number) => `${listId}-${index}`

  const take = (item: PaletteItem | undefined) => {
    if (!item) return
    onClose()
    item.run()
  }
  const move = (to: number) => {
    const next = (to + flat.length) % Math.max(1, flat.length)
    setChosen(next)
    document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' })
  }

  let index = -1
  return (
    <div ref={panel} className={look.panel} role="dialog" aria-label={t('kit.palette.all')}>
      <input
        className={look.input}
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={flat.length ? optionId(at) : undefined}
        aria-label={t('kit.palette.all')}
        placeholder={t('kit.palette.hint')}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setChosen(0)
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          const steps: Record<string, () => void> = {
            ArrowDown: () => move(at + 1),
            ArrowUp: () => move(at - 1),
            Enter: () => take(flat[at]),
            Tab: onClose,
          }
          const step = steps[event.key]
          if (!step) return
          event.preventDefault()
          step()
        }}
      />
      <div id={listId} role="listbox" aria-label={t('kit.palette.all')} className={look.list}>
        {groups.map(({ title, items }) => (
          <div key={title} role="group" aria-label={title}>
            <div className={look.group} aria-hidden>
              {title}
            </div>
            {items.map((item) => {
              index += 1
              const own = index
              return (
                <div
                  key={item.id}
                  id={optionId(own)}
                  role="option"
                  aria-selected={own === at}
                  className={look.option}
                  onPointerMove={() => setChosen(own)}
                  onClick={() => take(item)}
                >
                  <span>{item.text}</span>
                  {item.note ? <span className={look.note}>{item.note}</span> : null}
                  <span className={look.caps}>
                    {item.keys?.map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </span>
                </div>
              )
            })}
          </div>
        ))}
      </div>
      {flat.length === 0 ? (
        <p className={look.empty} role="status">
          {t('kit.palette.empty')}
        </p>
      ) : null}
    </div>
  )
}
