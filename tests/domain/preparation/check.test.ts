import { describe, expect, it } from 'vitest'
import { createCodeBook, loadCodeBook } from '../../../domain/codes/code-book.ts'
import { emptyText, type StepText } from '../../../domain/fields/step-text.ts'
import { preparations, preparationTables, problemsOf } from '../../../domain/preparation/check.ts'
import { flatOf, textOfFlat } from '../../../domain/preparation/fields-of-text.ts'
import { accountText, cardText, qualificationText } from '../../fixtures/preparations.ts'

const texts = { account: accountText, qualification: qualificationText, cardMedia: cardText } as const
const names = Object.keys(texts) as (keyof typeof texts)[]
const secrets = new Set(['password', 'passwordAgain', 'smsCode'])

describe.each(names)('the kept fields of %s', (name) => {
  const { steps } = preparations[name]

  it('hold each field under one name, and give the same text again', () => {
    const elements = steps.flatMap(({ parts }) =>
      parts.filter(({ kind }) => kind === 'fields').flatMap(({ fields }) => fields.map(({ element }) => element)),
    )
    expect(new Set(elements).size).toBe(elements.length)
    const open: StepText = texts[name]()
    const main = Object.entries(open['main'] ?? {}).filter(([element]) => !secrets.has(element))
    const flat = flatOf(steps, open)
    expect(textOfFlat(steps, flat)).toEqual({ ...open, main: Object.fromEntries(main) })
    expect(Object.keys(flat).filter((element) => secrets.has(element))).toEqual([])
  })

  it('are faultless as page, service and portal judge them', async () => {
    const codes = await loadCodeBook(preparationTables)
    expect(problemsOf(name, flatOf(steps, texts[name]()), { day: '2026-11-27', codes })).toEqual([])
  })

  it('are told as incomplete when they are empty, without a word on passwords', () => {
    const problems = problemsOf(name, flatOf(steps, emptyText(steps)), { day: '2026-11-27', codes: createCodeBook([]) })
    expect(problems.length).toBeGreaterThan(5)
    expect(problems.every(({ severity }) => severity === 'error')).toBe(true)
    expect(problems.filter(({ path }) => secrets.has(path))).toEqual([])
  })
})

it('keeps what no field knows', () => {
  const { steps } = preparations.cardMedia
  expect(flatOf(steps, cardText(), { papers: ['01'] })['papers']).toEqual(['01'])
})
