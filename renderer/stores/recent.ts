import { api } from '../api.ts'
import { startRecent } from '../ui/recent-codes.ts'

/**
 * The codes that were chosen for a customer (credit code) come first from now on. A list that cannot be read only means
 * the usual order: nothing depends on it, so a refusal is not shown.
 */
export async function recallCodes(customer: string): Promise<void> {
  const answer = await api.codes.recent({ customer })
  startRecent(answer.ok ? answer.value.uses : [], (field, code) => void api.codes.note({ customer, field, code }))
}
