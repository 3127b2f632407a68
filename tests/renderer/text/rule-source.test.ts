import { describe, expect, it } from 'vitest'
import { rules } from '../../../domain/rules/index.ts'
import { ruleSource } from '../../../renderer/text/rule-source.ts'

describe('sources of the rules', () => {
  it('are told in Chinese, every one of them', () => {
    const english = rules
      .map(({ id, source }) => `${id} ${ruleSource(source)}`)
      .filter((text) => /[a-z]{2,}/.test(text))
    expect(english).toEqual([])
  })

  it('call the fee for late filing by its own name, not by that for late payment', () => {
    const source = rules.find(({ id }) => id === 'H41')?.source ?? ''
    expect(ruleSource(source)).toBe('滞报金和超期未报货物的规定（摘要）')
  })

  it('keep numbers and days', () => {
    expect(ruleSource('GACC 2024 No. 30, from 2024-04-10; before: 2018 entry guide')).toBe(
      '海关总署公告2024年第30号，2024-04-10起；之前：2018年录入指南',
    )
  })
})
