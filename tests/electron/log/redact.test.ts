import * as fc from 'fast-check'
import { AxiosError } from 'axios'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { failureCodes } from '../../../domain/failures/index.ts'
import type { DecMessage } from '../../../domain/fields/declaration/dec-message.ts'
import { exportDeclaration, importDeclaration } from '../../fixtures/declarations.ts'
import { recordingLog } from '../../support/recording-log.ts'

/** Every text that stands in a declaration and is long enough to be told from a number of a line. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return value.length >= 4 ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}

const keys = ['id', 'code', 'channel', 'name', 'count', 'state', 'reason', 'version', 'helper', 'anything', 'siteId']
const secret = fc.oneof(
  fc.stringMatching(/^[0-9]{6,8}$/),
  fc.stringMatching(/^[1-9][0-9]{16}[0-9X]$/),
  fc.stringMatching(/^91[0-9A-HJ-NPQRTUWXY]{16}$/),
  fc.constantFrom(
    '演练进出口（上海）有限公司',
    '演练员甲',
    'YANLIAN STAR',
    'Evergreen',
    'MAERSK',
    'EABCDEF',
    'ready.Acme',
  ),
)

describe('the log', () => {
  test('holds no value of a declaration, whatever is handed to it', () => {
    const message = fc.constantFrom<DecMessage>(importDeclaration(), exportDeclaration())
    fc.assert(
      fc.property(message, fc.constantFrom(...keys), secret, (declaration, key, pin) => {
        const { log, lines } = recordingLog()
        const texts = [...textsOf(declaration), pin]
        // A number under `count` is a count: there the caller is believed.
        const number = key === 'count' ? 1 : Number.parseFloat(pin)
        const values = [declaration, ...texts.slice(0, 20), [pin], { pin }, number, new Error(pin)]
        for (const value of values) {
          log.info('store.saved', { [key]: value, [pin]: 1 })
          log.error('ipc.failed', value, { [key]: value })
          log.warn(typeof value === 'string' ? value : JSON.stringify(value), {})
        }
        const all = lines.join('\n')
        for (const text of texts) expect(all).not.toContain(text)
      }),
      { numRuns: 60 },
    )
  })

  test('keeps no message of an error, also where the message imitates a stack', () => {
    const { log, lines } = recordingLog()
    const bad = new Error('PIN 739100\n    at SECRET (739100.ts:1:1)')
    log.error('ipc.failed', bad)
    const parsed = z.object({ a: z.string() }).safeParse({ a: 739100 })
    log.error('ipc.failed', parsed.error)
    try {
      JSON.parse('{"pin": 739100 oops')
    } catch (cause) {
      log.error('ipc.failed', cause)
    }
    expect(lines.join('\n')).not.toMatch(/739100|SECRET|oops/)
    expect(lines[0]).toContain('redact.test.ts:')
  })

  test('reduces an error of the HTTP client to code and status', () => {
    const { log, lines } = recordingLog()
    const config = { url: 'https://portal.example/secret', headers: { Authorization: 'Bearer TOKEN' }, data: 'BODY' }
    const answer = { status: 503, statusText: '', data: 'ANSWER', headers: {}, config }
    log.error(
      'portal.failed',
      new AxiosError('Request to secret failed', 'ERR_BAD_RESPONSE', config as never, {}, answer as never),
    )
    expect(lines[0]).toContain('"code":"ERR_BAD_RESPONSE","status":503')
    expect(lines[0]).not.toMatch(/TOKEN|BODY|ANSWER|secret/)
  })

  test('keeps what a supporter needs: codes, ids, counts, states', () => {
    const { log, lines } = recordingLog()
    log.info('drafts.moved', {
      id: '01a20b35-9035-727e-b736-5ed829e64559',
      state: 'queued',
      rev: 12,
      code: 'store.full',
    })
    expect(lines[0]).toBe(
      'info drafts.moved {"id":"01a20b35-9035-727e-b736-5ed829e64559","state":"queued","rev":12,"code":"store.full"}',
    )
  })

  test.each([...failureCodes])('can name %s', (code) => {
    const { log, lines } = recordingLog()
    log.warn('ipc.refused', { code })
    expect(lines[0]).toContain(`"code":"${code}"`)
  })
})
