import { practicePin } from '../../../domain/practice/practice-company.ts'
import type { Desk } from '../desk.ts'
import { fileDeclaration, readyDeclaration } from '../ready-declaration.ts'
import type { Ledger } from './ledger.ts'

const field = '[data-path="DecHead.BillNo"]'
let counter = 0

/** Opens a declaration in the form. @returns its id */
export async function openForm(desk: Desk, known: string | undefined): Promise<string> {
  const id = await desk.page.evaluate(async (wanted) => {
    if (wanted !== undefined) return wanted
    const made = await window.api.drafts.create({ ieFlag: 'I' })
    if (!made.ok) throw new Error(made.error.code)
    return made.value.summary.id
  }, known)
  await desk.page.evaluate((wanted) => (location.hash = `#/declarations/${wanted}`), id)
  await desk.page.locator(field).first().waitFor()
  return id
}

/** Types into the form without an end and writes down what the form calls saved. Ends when the desk is gone. */
export async function typeForEver(desk: Desk, id: string, ledger: Ledger): Promise<void> {
  const input = desk.page.locator(field).first()
  for (;;) {
    const text = `BL${++counter}`
    ledger.typed(id, text)
    await input.fill(text)
    // While typing goes on nothing is ever called saved: every other text is waited for.
    if (counter % 2 === 0) await desk.page.locator('.save-state', { hasText: /^已保存/ }).waitFor()
    // Text and claim are read in one moment of the page.
    const claim = await desk.page.evaluate((selector) => {
      const shown = document.querySelector<HTMLInputElement>(selector)?.value ?? ''
      const state = document.querySelector('.save-state')?.textContent ?? ''
      return /^已保存/.test(state) ? shown : ''
    }, field)
    if (claim !== '') ledger.saved(id, claim)
  }
}

/** Makes, signs and files declarations without an end. Ends when the desk is gone. */
export async function fileForEver(desk: Desk, ledger: Ledger): Promise<void> {
  for (;;) {
    const id = await readyDeclaration(desk)
    await fileDeclaration(desk, id, practicePin)
    ledger.submitted.add(id)
  }
}

/** Receipts come at once, so that a round ends soon. */
export const hurryReceipts = (desk: Desk): Promise<boolean> =>
  desk.page.evaluate(async () => (await window.api.practice.set({ speed: 0, outcome: 'release' })).ok)

/** Process numbers of the program by what they are. */
export async function processKinds(desk: Desk): Promise<{ portal: number | undefined; all: number[] }> {
  const list = await desk.app.evaluate(({ app }) =>
    app.getAppMetrics().map(({ pid, serviceName }) => ({ pid, name: serviceName ?? '' })),
  )
  return { portal: list.find(({ name }) => name.includes('sandbox'))?.pid, all: list.map(({ pid }) => pid) }
}
