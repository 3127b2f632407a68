import type { Page } from 'playwright-core'
import type { Step, StepField } from '../../domain/fields/step.ts'
import { partOf, rowsOf, type StepText } from '../../domain/fields/step-text.ts'

/** Fills a wizard as a clerk does who has no mouse: typed, and Enter from field to field, from step to step. */
const enter = (page: Page): Promise<void> => page.keyboard.press('Enter')

async function field(page: Page, path: string, { locked }: StepField, value: string): Promise<void> {
  const here = page.locator(`[data-path="${path}"]`)
  await here.and(page.locator(':focus')).waitFor()
  if (locked !== true && value !== '') await page.keyboard.type(value)
  await enter(page)
}

/** Types one step; the cursor stands in its first field before and in the next step afterwards. */
export async function fillStep(page: Page, step: Step, text: StepText): Promise<void> {
  for (const part of step.parts) {
    if (part.kind === 'fields') {
      if (part.folded) continue
      const values = partOf(text, part.section)
      for (const each of part.fields)
        await field(page, `${part.section}.${each.element}`, each, values[each.element] ?? '')
      continue
    }
    const rows = rowsOf(text, part.section)
    await page.locator('[data-add]:focus').waitFor()
    await enter(page)
    for (const [at, row] of rows.entries())
      for (const each of part.fields)
        await field(page, `${part.section}.${at}.${each.element}`, each, row[each.element] ?? '')
    // Enter on the empty row takes it away and goes on.
    await page.locator(`[data-path="${part.section}.${rows.length}.${part.fields[0]?.element ?? ''}"]:focus`).waitFor()
    await enter(page)
  }
}

/** Waits until the named step is the open one. */
export const atStep = (page: Page, title: string): Promise<void> =>
  page.locator(`.step-list [aria-current=step]`, { hasText: title }).waitFor()
