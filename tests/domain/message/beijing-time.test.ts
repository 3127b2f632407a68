import { expect, test } from 'vitest'
import { beijingDigits, beijingTime } from '../../../domain/message/beijing-time.ts'

test('a moment is told in the time of Beijing, whatever the zone of the desk, over midnight too', () => {
  const at = Date.UTC(2026, 11, 31, 16, 0, 5, 7)
  expect(beijingTime(at)).toBe('2027-01-01T00:00:05.007')
  expect(beijingDigits(at)).toBe('20270101000005007')
})
