import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clearDesk, openDesk, type Desk } from '../support/desk.ts'
import { foreignPaths } from '../support/foreign-paths.ts'

const home = 'app://desk/index.html'
let desk: Desk

beforeAll(async () => {
  desk = await openDesk()
})
afterAll(async () => {
  await desk.close()
  clearDesk(desk.folder)
})

// security C: app:// serves its own bundle and nothing else
describe('the scheme of the page', () => {
  /**
   * What main answers to a request, past the parser of the page. Electron's own fetch was once seen to wait for ever
   * without reaching the handler, so a request that is not answered is put once more.
   */
  const ask = (url: string, method = 'GET'): Promise<{ status: number; text: string }> =>
    desk.app.evaluate(
      async ({ net }, [to, verb]) => {
        const once = async (): Promise<{ status: number; text: string }> => {
          const answer = await net.fetch(to ?? '', { method: verb, signal: AbortSignal.timeout(20_000) })
          return { status: answer.status, text: await answer.text() }
        }
        return once().catch(once)
      },
      [url, method],
    )

  test('serves the page', async () => {
    expect(await ask(home)).toMatchObject({ status: 200, text: expect.stringContaining('id="app"') as string })
  })

  test.each(foreignPaths)('refuses %s', async (_name, path) => {
    const { status, text } = await ask(`app://${path}`)
    expect({ status, text }).toEqual({ status: 400, text: 'not found' })
  })

  test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'])('refuses the method %s', async (method) => {
    expect((await ask(home, method)).status).toBe(400)
  })

  test('has no files behind it', async () => {
    const reached = await desk.page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const image = new Image()
          image.onload = () => resolve('loaded')
          image.onerror = () => resolve('refused')
          image.src = 'file:///usr/share/pixmaps/debian-logo.png'
        }),
    )
    expect(reached).toBe('refused')
  })
})
