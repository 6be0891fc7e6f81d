import { expect, it } from 'vitest'
import { commandFor, isBareKey, keyName, type Command } from '../../renderer/app/hotkeys.ts'

const press = (key: string, code: string, ...held: ('ctrl' | 'meta' | 'alt' | 'shift')[]) => ({
  key,
  code,
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  altKey: held.includes('alt'),
  shiftKey: held.includes('shift'),
})

it.each([
  [press('F9', 'F9'), 'F9'],
  [press('F2', 'F2', 'shift'), 'Shift+F2'],
  [press('k', 'KeyK', 'ctrl'), 'Ctrl+K'],
  [press('k', 'KeyK', 'meta'), 'Ctrl+K'],
  [press('¡', 'Digit1', 'alt'), 'Alt+1'], // a Mac writes ¡
  [press('1', 'Numpad1'), '1'],
  [press('n', 'KeyN'), 'N'],
  [press('、', 'Slash'), '/'], // a Chinese input method
  [press('？', 'Slash', 'shift'), '?'],
  [press('z', 'KeyZ', 'ctrl', 'shift'), 'Ctrl+Shift+Z'],
  [press('Escape', 'Escape'), 'Escape'],
])('the press %o is called %s', (event, name) => expect(keyName(event)).toBe(name))

const command = (id: string, key: string, scope?: Command['scope']): Command => ({
  id,
  text: 'kit.button.save',
  keys: [key],
  ...(scope ? { scope } : {}),
  run: () => undefined,
})

it('a bare key is text while someone types, an F key still acts', () => {
  const commands = [command('pick', '1'), command('save', 'F9')]
  expect(commandFor('1', commands, true)).toBeUndefined()
  expect(commandFor('1', commands, false)?.id).toBe('pick')
  expect(commandFor('F9', commands, true)?.id).toBe('save')
  expect(isBareKey('Alt+1')).toBe(false)
})

it('the later command wins a key, and screen commands rest under an overlay', () => {
  const screen = [command('palette', 'Ctrl+K', 'app'), command('first', 'F9'), command('second', 'F9')]
  expect(commandFor('F9', screen, false)?.id).toBe('second')
  const under = [...screen, command('close', 'Escape', 'overlay')]
  expect(commandFor('F9', under, false)).toBeUndefined()
  expect(commandFor('Escape', under, true)?.id).toBe('close')
  expect(commandFor('Ctrl+K', under, false)?.id).toBe('palette')
})

it('all other commands rest behind a gate', () => {
  const behind = [command('register', 'F2', 'app'), command('close', 'Escape', 'overlay'), command('save', 'F9')]
  const gated = [...behind, command('done', 'F9', 'gate'), command('find', '/')]
  for (const key of ['F2', 'Escape', '/']) expect(commandFor(key, gated, false)).toBeUndefined()
  expect(commandFor('F9', gated, false)?.id).toBe('done')
})
