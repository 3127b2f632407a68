import { describe, expect, test } from 'vitest'
import { Services } from '../../../electron/app/life.ts'
import { recordingLog } from '../../support/recording-log.ts'

describe('services', () => {
  test('start in order and stop in reverse order', async () => {
    const { log } = recordingLog()
    const seen: string[] = []
    const service = (name: string): { name: string; boot: () => void; shutdown: () => Promise<void> } => ({
      name,
      boot: () => void seen.push(`+${name}`),
      shutdown: () => Promise.resolve(void seen.push(`-${name}`)),
    })
    const services = new Services(log)
    await services.boot([service('store'), service('card')])
    await services.boot([service('portal')])
    await services.shutdown()
    await services.shutdown()
    expect(seen).toEqual(['+store', '+card', '+portal', '-portal', '-card', '-store'])
  })

  test('one that fails is logged and does not stop the others', async () => {
    const { log, lines } = recordingLog()
    const seen: string[] = []
    const services = new Services(log)
    await services.boot([
      { name: 'desk', boot: () => Promise.reject(new Error('no')), shutdown: () => void seen.push('desk') },
      {
        name: 'card',
        shutdown: () => {
          throw new Error('no')
        },
      },
    ])
    await services.shutdown()
    expect(seen).toEqual(['desk'])
    expect(lines.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'error boot.failed',
      'error app.shutdownFailed',
    ])
  })
})
