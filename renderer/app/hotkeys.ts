import { useEffect, useRef } from 'react'
import { settleField } from '../kit/ledger-field.ts'
import { pageValue, usePageValue } from '../kit/page-value.ts'

/** Something that can be done by key or from the palette. */
export interface Command {
  /** `<feature>.<verb>`; the same id registered twice: the later one acts. */
  id: string
  /** Full text key, for example `intake.save`. */
  text: string
  /**
   * `F9`, `Ctrl+K`, `Alt+1`, `Shift+F2`, or a bare key (`/`, `1`, `N`). Bare keys, Ctrl+Z and Ctrl+Y act only while no text field has focus.
   * Ctrl is also the ⌘ of a Mac.
   */
  keys?: readonly string[]
  /** `screen` by default. While an `overlay` command is registered, screen commands rest; while a `gate` command is, all others do. */
  scope?: 'app' | 'screen' | 'overlay' | 'gate'
  /** Acts by key but is left out of palette and key map, for example one of ten digits. */
  isUnlisted?: boolean
  run: () => void
}

const layers: { commands: readonly Command[] }[] = []
const active = pageValue<readonly Command[]>([])

function refresh() {
  const byId = new Map<string, Command>()
  for (const command of layers.flatMap((layer) => layer.commands)) {
    byId.delete(command.id)
    byId.set(command.id, command)
  }
  active.set([...byId.values()])
}

/** Registers commands while the component stands. Later layers win a key, so a dialog's Esc beats the screen's. */
export function useCommands(commands: readonly Command[]): void {
  const latest = useRef(commands)
  useEffect(() => {
    latest.current = commands
  })
  const signature = commands.map(({ id, text, keys, scope }) => [id, text, keys, scope].join()).join(';')
  useEffect(() => {
    const layer = {
      commands: latest.current.map((command) => ({
        ...command,
        run: () => latest.current.find(({ id }) => id === command.id)?.run(),
      })),
    }
    layers.push(layer)
    refresh()
    return () => {
      layers.splice(layers.indexOf(layer), 1)
      refresh()
    }
  }, [signature])
}

/** Every command that can act now, in the order they came. */
export const useActiveCommands = (): readonly Command[] => usePageValue(active)

/** What a text field is: here bare keys are text. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true
  return (
    target instanceof HTMLInputElement && !/^(?:button|checkbox|radio|range|reset|submit|color|file)$/.test(target.type)
  )
}

type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** A key press in the words of `Command.keys`. Letters and digits by place with Alt or Ctrl, so a Mac's Alt+1 is not `¡`. */
export function keyName(press: KeyPress): string {
  const held = [press.ctrlKey || press.metaKey ? 'Ctrl' : '', press.altKey ? 'Alt' : ''].filter(Boolean)
  const byPlace = /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(press.code)?.[1]
  const isPrintable = [...press.key].length === 1
  const slash = press.code === 'Slash' ? (press.shiftKey ? '?' : '/') : undefined
  const name = slash ?? (held.length > 0 && byPlace ? byPlace : isPrintable ? press.key.toUpperCase() : press.key)
  if (press.shiftKey && (!isPrintable || held.length > 0)) held.push('Shift')
  return [...held, name].join('+')
}

/** A bare key is one that would write something. */
export const isBareKey = (name: string) => [...name].length === 1

/** Keys a text field has its own use for: there they take back what was typed. */
const typingKeys = ['Ctrl+Z', 'Ctrl+Y', 'Ctrl+Shift+Z']

/** The command a key press means, or none. */
export function commandFor(name: string, commands: readonly Command[], isTyping: boolean): Command | undefined {
  if (isTyping && (isBareKey(name) || typingKeys.includes(name))) return undefined
  const hasOverlay = commands.some(({ scope }) => scope === 'overlay')
  const hasGate = commands.some(({ scope }) => scope === 'gate')
  const rests = (scope: Command['scope']) => (hasGate ? scope !== 'gate' : hasOverlay && scope === 'screen')
  return commands.findLast(({ keys, scope = 'screen' }) => keys?.includes(name) && !rests(scope))
}

/** Listens for the whole window; call once, in the shell. Typing through an input method is left alone; a held key acts once. */
export function useHotkeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.getModifierState('AltGraph')) return
      const command = commandFor(keyName(event), active.now(), isTextField(event.target))
      if (!command) return
      event.preventDefault()
      if (event.repeat) return
      if (event.target && isTextField(event.target)) settleField(event.target)
      command.run()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
