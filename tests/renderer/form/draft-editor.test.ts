import { describe, expect, it } from 'vitest'
import { importDeclaration } from '../../fixtures/declarations.ts'
import { createDraftEditor } from '../../../renderer/form/draft-editor.ts'
import { differences } from '../../../renderer/form/message-difference.ts'
import { rowsAt, textAt, type Tree } from '../../../renderer/form/paths.ts'

function open() {
  const message = importDeclaration() as Tree
  let changes = 0
  const editor = createDraftEditor(
    () => message,
    () => changes++,
  )
  return { message, editor, changes: () => changes, first: JSON.stringify(message) }
}

describe('editing a declaration', () => {
  it('computes the total while quantity or price is typed, and takes both back as one step', () => {
    const { message, editor, first } = open()
    for (const typed of ['2', '20', '201']) editor.type('DecLists.0.GQty', typed)
    expect(textAt(message, 'DecLists.0.DeclTotal')).toBe('5125.5')
    expect(editor.undo()).toBe('DecLists.0.GQty')
    expect(JSON.stringify(message)).toBe(first)
    editor.redo()
    expect(textAt(message, 'DecLists.0.DeclTotal')).toBe('5125.5')
  })

  it('computes the price only when the total is finished', () => {
    const { message, editor } = open()
    for (const typed of ['6', '60', '600', '6000']) editor.type('DecLists.0.DeclTotal', typed)
    expect(textAt(message, 'DecLists.0.DeclPrice')).toBe('25.5')
    editor.leave('DecLists.0.DeclTotal')
    expect(textAt(message, 'DecLists.0.DeclPrice')).toBe('30')
  })

  it('keeps numbers and containers right when a line is removed, and undoes all of it', () => {
    const { message, editor, first } = open()
    editor.removeRow('DecLists', 0)
    expect(rowsAt(message, 'DecLists').map(({ GNo }) => GNo)).toEqual(['1', '2'])
    expect(textAt(message, 'DecContainers.0.GoodsNo')).toBe('1')
    expect(textAt(message, 'DecContainers.1.GoodsNo')).toBe('2')
    editor.undo()
    expect(JSON.stringify(message)).toBe(first)
  })

  it('moves and inserts lines', () => {
    const { message, editor } = open()
    editor.moveRow('DecLists', 2, 0)
    expect(textAt(message, 'DecLists.0.GName')).toBe('深沟球轴承')
    expect(textAt(message, 'DecContainers.1.GoodsNo')).toBe('1')
    editor.insertRow('DecLists', 1, { GName: '新' })
    expect(rowsAt(message, 'DecLists').map(({ GNo }) => GNo)).toEqual(['1', '2', '3', '4'])
    editor.moveRow('DecLists', 0, -1)
    expect(rowsAt(message, 'DecLists')).toHaveLength(4)
  })

  it('does not speak of a change when nothing changed', () => {
    const { editor, changes } = open()
    editor.type('DecHead.GrossWet', '2010.75')
    editor.apply([{ path: 'DecHead.NetWt', value: '1850.5' }])
    expect(changes()).toBe(0)
    expect(editor.undo()).toBeUndefined()
  })

  it('makes the parts that a declaration does not have yet', () => {
    const { message, editor } = open()
    editor.insertRow('DecCopLimits', 0, { EntQualifTypeCode: '508' })
    expect(rowsAt(message, 'DecCopLimits')).toHaveLength(1)
    editor.undo()
    expect(rowsAt(message, 'DecCopLimits')).toHaveLength(0)
  })
})

describe('comparing two revisions', () => {
  it('names the fields that differ, in both directions', () => {
    const mine = importDeclaration() as Tree
    const theirs = importDeclaration() as Tree
    const editor = createDraftEditor(
      () => mine,
      () => undefined,
    )
    editor.type('DecHead.NoteS', '改')
    editor.type('DecHead.MarkNo', '')
    expect(differences(mine, theirs)).toEqual([
      { path: 'DecHead.NoteS', mine: '改', theirs: '演练报关单' },
      { path: 'DecHead.MarkNo', mine: '', theirs: 'N/M' },
    ])
  })

  it('finds nothing between equal ones, whatever empty parts they have', () => {
    expect(differences({ DecHead: { A: '' }, DecUsers: [] }, { DecHead: {} })).toEqual([])
  })
})
