import { practicePin } from '../../../domain/practice/practice-company.ts'
import type { Desk } from '../desk.ts'
import { fileDeclarations } from '../ready-declaration.ts'
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

/**
 * Takes declarations from the stock, two to four at a time: changes, signs and files them. Begins with what the kill
 * before left without an answer, as a clerk would who does not know what became of it. Ends when the desk is gone.
 */
export async function fileForEver(desk: Desk, stock: string[], ledger: Ledger): Promise<void> {
  await submitAgain(desk, ledger)
  await desk.page.locator('.card-line.is-good').waitFor({ timeout: 60_000 })
  for (;;) {
    const ids = stock.splice(0, 2 + (counter % 3))
    if (ids.length === 0) throw new Error('the stock is used up')
    for (const id of ids) await change(desk, id, ledger)
    for (const id of ids) {
      ledger.asked.add(id)
      ledger.unanswered.add(id)
    }
    await fileDeclarations(desk, ids, practicePin)
    for (const id of ids) {
      ledger.submitted.add(id)
      ledger.unanswered.delete(id)
    }
  }
}

/** Changes a declaration that is ready and makes it ready again. */
async function change(desk: Desk, id: string, ledger: Ledger): Promise<void> {
  const text = `ST${++counter}`
  ledger.typed(id, text)
  await desk.page.evaluate(
    async ([wanted, billNo]) => {
      const { drafts } = window.api
      const reopened = await drafts.reopen({ id: wanted })
      if (!reopened.ok) throw new Error(reopened.error.code)
      const opened = await drafts.open({ id: wanted })
      if (!opened.ok) throw new Error(opened.error.code)
      const { message, summary } = opened.value
      const own = { ...message, DecHead: { ...message.DecHead, BillNo: billNo } }
      const change = { id: wanted, rev: summary.rev, message: own, accepted: {}, errors: 0, warnings: 0 }
      const saved = await drafts.save(change)
      if (!saved.ok) throw new Error(saved.error.code)
      const ready = await drafts.markReady({ id: wanted, rev: saved.value.rev })
      if (!ready.ok) throw new Error(`${ready.error.code}: ${ready.error.why}`)
    },
    [id, text] as const,
  )
  ledger.saved(id, text)
}

/** Submits once more what was not answered. One whose signature did not come to be is refused; that is right. */
async function submitAgain(desk: Desk, { unanswered, submitted }: Ledger): Promise<void> {
  for (const id of unanswered) {
    const answer = await desk.page.evaluate(async (wanted) => {
      const done = await window.api.filing.submit({ ids: [wanted] })
      return done.ok ? 'ok' : done.error.code
    }, id)
    if (answer === 'ok') submitted.add(id)
    else if (answer !== 'portal.notSigned') throw new Error(answer)
    unanswered.delete(id)
  }
}

/** Receipts come at once, so that a round ends soon. */
export const hurryReceipts = (desk: Desk): Promise<boolean> =>
  desk.page.evaluate(async () => (await window.api.practice.set({ speed: 0, outcome: 'release' })).ok)

/** Has everything tried now. @returns a moment later: asked without a breath the desk would do nothing else */
export const tryNow = (desk: Desk): Promise<void> =>
  desk.page.evaluate(async () => {
    await window.api.outbox.wake({})
    await new Promise((resolve) => setTimeout(resolve, 250))
  })

/** Process numbers of the program by what they are. */
export async function processKinds(desk: Desk): Promise<{ portal: number | undefined; all: number[] }> {
  const list = await desk.app.evaluate(({ app }) =>
    app.getAppMetrics().map(({ pid, serviceName }) => ({ pid, name: serviceName ?? '' })),
  )
  return { portal: list.find(({ name }) => name.includes('sandbox'))?.pid, all: list.map(({ pid }) => pid) }
}
