import { createHash } from 'node:crypto'
import { bare } from './text-forms.ts'

/**
 * The same for two sheets with the same titles, whatever their order, case or spaces: by it the mapping of a
 * customer is found again next time.
 */
export function fingerprint(titles: readonly string[]): string {
  const words = [...new Set(titles.map(bare).filter((title) => title !== ''))].sort()
  return words.length === 0 ? '' : createHash('sha256').update(words.join('\n')).digest('hex')
}
