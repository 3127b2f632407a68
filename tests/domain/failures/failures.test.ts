import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { failure, failureCodes } from '../../../domain/failures/index.ts'

const rooms = ['domain', 'electron', 'renderer', 'native', 'sandbox']

/** The code that gives failures, without the texts themselves. */
function sources(): string {
  const files = rooms.flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' }).map((file) => join(room, file)),
  )
  const code = files.filter((file) => /\.(?:ts|vue)$/.test(file) && !file.startsWith(join('domain', 'failures')))
  return code.map((file) => readFileSync(file, 'utf8')).join('\n')
}

/** A text that is wholly given by the one who refuses. */
const given = /^\{\w+\}$/

describe('every refusal', () => {
  test.each(failureCodes)('%s says in Chinese what, why and what to do', (code) => {
    const { what, why, todo } = failure(code)
    for (const text of [what, why, todo]) if (!given.test(text)) expect(text).toMatch(/\p{Script=Han}{2}/u)
    expect(new Set([what, why, todo]).size).toBe(3)
  })

  test('is given somewhere: a text that nobody can meet is taken out', () => {
    const code = sources()
    expect(failureCodes.filter((each) => !code.includes(`'${each}'`))).toEqual([])
  })
})
