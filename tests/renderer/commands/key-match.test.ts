import { describe, expect, it } from 'vitest'
import { type KeyFacts, matchesKeys, writesText } from '../../../renderer/commands/key-match.ts'

const pressed = (key: string, more: Partial<KeyFacts> = {}): KeyFacts => ({
  key,
  code: '',
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  ...more,
})

describe('keys of commands', () => {
  it('needs the same modifiers', () => {
    expect(matchesKeys('Ctrl+S', pressed('s', { ctrlKey: true }))).toBe(true)
    expect(matchesKeys('Ctrl+S', pressed('s'))).toBe(false)
    expect(matchesKeys('Ctrl+S', pressed('S', { ctrlKey: true, shiftKey: true }))).toBe(false)
    expect(matchesKeys('F8', pressed('F8', { shiftKey: true }))).toBe(false)
    expect(matchesKeys('Shift+F8', pressed('F8', { shiftKey: true }))).toBe(true)
    expect(matchesKeys('Alt+Up', pressed('ArrowUp', { altKey: true }))).toBe(true)
  })

  it('finds a sign wherever the keyboard has it', () => {
    expect(matchesKeys('?', pressed('?', { shiftKey: true }))).toBe(true)
  })

  it('takes digits with Alt by their place, because some keyboards write other signs there', () => {
    expect(matchesKeys('Alt+3', pressed('£', { altKey: true, code: 'Digit3' }))).toBe(true)
    expect(matchesKeys('Alt+3', pressed('3', { altKey: true, code: 'Numpad3' }))).toBe(true)
  })

  it('knows which keys would write into a field', () => {
    expect(['N', '?', '/'].map(writesText)).toEqual([true, true, true])
    expect(['Ctrl+S', 'Alt+1', 'F9', 'Shift+F8', 'Insert', 'Esc'].map(writesText)).toEqual(Array(6).fill(false))
  })
})
