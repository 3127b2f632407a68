import { describe, expect, it } from 'vitest'
import { formLayout, type FieldsPart, type TablePart } from '../../../domain/fields/form/layout.ts'
import { importDeclaration } from '../../fixtures/declarations.ts'
import { summaryOfPart } from '../../../renderer/form/part-summary.ts'
import { rowsAt, textAt, type Tree } from '../../../renderer/form/paths.ts'
import { aboveOf } from '../../../renderer/form/row-paths.ts'

const parts = formLayout('I', '2026-11-23').flatMap((block) => [...block.parts])
const part = (id: string): FieldsPart | TablePart => {
  const found = parts.find((each) => each.id === id)
  if (found?.kind !== 'fields' && found?.kind !== 'table') throw new Error(`no part ${id}`)
  return found
}
const summary = (id: string, message: Tree): string =>
  summaryOfPart(
    part(id),
    '',
    (path) => textAt(message, path),
    (path) => rowsAt(message, path),
  )

describe('what a folded part says', () => {
  it('counts the rows of a table and names them', () => {
    expect(summary('containers', importDeclaration() as Tree)).toBe('2行：YLDU2026019、YLDU2026024')
    expect(summary('licences', {})).toBe('无')
  })

  it('names what is filled, and not what was answered with no', () => {
    expect(summary('access', {})).toBe('未填')
    expect(summary('access', { DecTpAccess: { TransitionApply: '1', ConditionalLiftoffApply: '0' } })).toBe('转场申请')
    expect(summary('inspection', { DecHead: { SpecDeclFlag: '0000001000', PurpOrgCode: '2248' } })).toBe(
      '目的地海关 2248；转关',
    )
  })
})

describe('the field above', () => {
  it('is the same field of the row before', () => {
    expect(aboveOf('DecLists.3.GQty')).toBe('DecLists.2.GQty')
    expect(aboveOf('DecLists.0.DecGoodsLimits.1.LicenceNo')).toBe('DecLists.0.DecGoodsLimits.0.LicenceNo')
  })

  it('does not exist in the first row and outside of tables', () => {
    expect(aboveOf('DecLists.0.GQty')).toBeUndefined()
    expect(aboveOf('DecHead.GrossWet')).toBeUndefined()
  })
})
