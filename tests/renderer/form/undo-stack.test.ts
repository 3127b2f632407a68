import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAt, type Tree, writeAt } from '../../../renderer/form/paths.ts'
import { type Change, createUndoStack } from '../../../renderer/form/undo-stack.ts'

const change = (path: string, before: unknown, after: unknown): Change => ({ path, before, after })

describe('undo stack', () => {
  it('takes back the letters of one field as one step', () => {
    const stack = createUndoStack()
    stack.push([change('a', '', '1')], 'a')
    stack.push([change('a', '1', '12')], 'a')
    expect(stack.undo()).toEqual([change('a', '', '12')])
    expect(stack.undo()).toBeUndefined()
  })

  it('begins a new step when the cursor left the field in between', () => {
    const stack = createUndoStack()
    stack.push([change('a', '', '1')], 'a')
    stack.seal()
    stack.push([change('a', '1', '12')], 'a')
    expect(stack.undo()).toEqual([change('a', '1', '12')])
    expect(stack.undo()).toEqual([change('a', '', '1')])
  })

  it('forgets what was taken back once something new is typed', () => {
    const stack = createUndoStack()
    stack.push([change('a', '', '1')])
    stack.undo()
    stack.push([change('b', '', '2')])
    expect(stack.redo()).toBeUndefined()
  })

  it('gives every earlier and later state back, whatever was changed', () => {
    const edits = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c.0.d'), fc.string({ maxLength: 3 }), fc.boolean()), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(edits, (list) => {
        const tree: Tree = { a: '', b: '', c: [{ d: '' }] }
        const stack = createUndoStack()
        const apply = (changes: readonly Change[], side: 'before' | 'after'): void =>
          changes.forEach((each) => writeAt(tree, each.path, each[side]))
        const first = JSON.stringify(tree)
        for (const [path, value, joined] of list) {
          stack.push([change(path, readAt(tree, path), value)], joined ? path : undefined)
          writeAt(tree, path, value)
        }
        const last = JSON.stringify(tree)
        for (let step = stack.undo(); step !== undefined; step = stack.undo()) apply(step, 'before')
        expect(JSON.stringify(tree)).toBe(first)
        for (let step = stack.redo(); step !== undefined; step = stack.redo()) apply(step, 'after')
        expect(JSON.stringify(tree)).toBe(last)
      }),
    )
  })
})
