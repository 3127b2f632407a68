import { describe, expect, it } from 'vitest'
import { formLayout } from '../../../domain/fields/form/layout.ts'
import { formFields } from '../../../renderer/form/finding-index.ts'
import { fieldName } from '../../../renderer/text/field-name.ts'

describe('the name of a field', () => {
  it.each([
    ['', '整票'],
    ['DecHead.ContrNo', '合同号'],
    ['DecLists.2.OriginCountry', '第3项的原产国'],
    ['DecLicenseDocus.0.DocuCode', '随附单证第1行的单证代码'],
    ['Nothing.Known', 'Nothing.Known'],
  ])('of %j is %s', (path, name) => {
    expect(fieldName(path)).toBe(name)
  })

  it('is the word of the form where it has one, by the direction', () => {
    const label = (direction: 'I' | 'E', key: string): string | undefined =>
      formFields(formLayout(direction, '2026-11-23')).get(key)?.label
    expect(fieldName('DecHead.ContrNo', label('I', 'DecHead.ContrNo'))).toBe('合同协议号')
    expect(label('I', 'DecHead.IEPort')).toBe('进境关别')
    expect(label('E', 'DecHead.IEPort')).toBe('出境关别')
    // Five answers share one element: none of their names stands for it.
    expect(label('I', 'DecHead.PromiseItmes')).toBeUndefined()
  })
})
