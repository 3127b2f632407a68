import type { Desk } from './desk.ts'

/** Path of the field with the cursor; empty elsewhere. */
export const focusedPath = (desk: Desk): Promise<string> =>
  desk.page.evaluate(() => {
    const field = document.activeElement
    return field instanceof HTMLElement ? (field.dataset['path'] ?? field.dataset['cellPath'] ?? '') : ''
  })

/** Types over what the field holds. */
export async function typeOver({ page }: Desk, text: string): Promise<void> {
  await page.keyboard.press('Control+A')
  await page.keyboard.type(text)
}

/** Presses a key that leads to another field and waits until it has. */
export async function keyAway(desk: Desk, key: string): Promise<void> {
  const before = await focusedPath(desk)
  await desk.page.keyboard.press(key)
  await desk.page.waitForFunction((path) => {
    const field = document.activeElement
    const now = field instanceof HTMLElement ? (field.dataset['path'] ?? field.dataset['cellPath'] ?? '') : ''
    return now !== path
  }, before)
}

/**
 * Goes on with Enter and types where a field is in `texts` (element → text), until every text has its field.
 * Throws when a text finds none.
 */
export async function fillWithEnter(desk: Desk, texts: Readonly<Record<string, string>>, most = 90): Promise<void> {
  const todo = new Map(Object.entries(texts))
  for (let stop = 0; stop < most && todo.size > 0; stop++) {
    const element = (await focusedPath(desk)).split('.').at(-1) ?? ''
    const text = todo.get(element)
    if (text !== undefined) {
      await typeOver(desk, text)
      todo.delete(element)
    }
    if (todo.size > 0) await keyAway(desk, 'Enter')
  }
  if (todo.size > 0) throw new Error(`no field came by for ${[...todo.keys()].join(', ')}`)
}

/** Waits until the form says that all is on disk. */
export const allSaved = ({ page }: Desk): Promise<void> =>
  page
    .getByText(/^已保存/)
    .first()
    .waitFor()
