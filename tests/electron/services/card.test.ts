import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { CardService } from '../../../electron/services/card.ts'
import { practiceOperator, practicePin } from '../../../sandbox/authority/practice-company.ts'
import type { CardName } from '../../../sandbox/authority/card-plans.ts'
import { until } from '../../support/until.ts'
import { virtualDesk } from '../../support/virtual-desk.ts'

const folder = mkdtempSync(join(tmpdir(), 'card-service-'))
const bytes = (text: string) => new TextEncoder().encode(text)
const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})
afterAll(() => rmSync(folder, { recursive: true }))

async function setUp(cards: Partial<Record<'A' | 'B', CardName>>, operator = { cardNo: '', holder: '' }) {
  const desk = virtualDesk(folder)
  const wanted = { ...operator }
  const service = new CardService({
    client: desk.client,
    operator: () => wanted,
    startControl: () => Promise.resolve(false),
  })
  closing.push(() => service.shutdown())
  await service.boot()
  const inserted = Object.entries(cards).map(([reader, name]) => desk.insert(reader as 'A' | 'B', name))
  await until('every card is read', () => {
    return desk.client.cards().filter(({ cardNo }) => cardNo !== '').length === inserted.length
  })
  return { desk, service, room: service.handlers(), wanted, inserted }
}

describe('the room of the card', () => {
  it('lists what lies in the readers and shows the card that the clerk chose by its number', async () => {
    const { room, desk } = await setUp({ A: 'second', B: 'operator' })
    const list = await room.list({})
    expect(list.ok && list.value.cards.map(({ holder }) => holder).sort()).toEqual(['演练员乙', '演练员甲'])
    for (const cardNo of ['2100010009992', practiceOperator.cardNo]) {
      const chosen = await room.choose({ cardNo })
      expect(chosen.ok && chosen.value.cardNo).toBe(cardNo)
      expect(desk.client.status().cardNo).toBe(cardNo)
    }
  })

  it.each(['', '2100010009989', 'A'])('chooses no card by %j, which is the number of none', async (cardNo) => {
    const { room } = await setUp({ A: 'operator' })
    const refused = await room.choose({ cardNo })
    expect(refused.ok || refused.error.code).toBe('card.noCard')
  })

  it('shows the card of the operator of the settings, and follows when the settings change', async () => {
    const { desk, service, wanted } = await setUp({ A: 'second', B: 'operator' }, { cardNo: '', holder: '演练员乙' })
    await until('the one is shown', () => desk.client.status().holder === '演练员乙')
    Object.assign(wanted, { cardNo: practiceOperator.cardNo, holder: '' })
    service.follow()
    await until('the other is shown', () => desk.client.status().cardNo === practiceOperator.cardNo)
  })

  it.each([
    ['operator', '', ''],
    ['expired', '有效期到', '更新'],
    ['not-yet', '有效', '日期'],
    ['stranger', '受信任的发证机构', '核对插入的卡'],
  ] as const)('shows the certificate of the %s card and why it cannot be used', async (name, why, todo) => {
    const { room } = await setUp({ A: name })
    const shown = await room.certificate({})
    if (!shown.ok) throw new Error(shown.error.code)
    expect(shown.value).toMatchObject({ copCode: 'MA9YLBG19', algorithm: 'SM2', holder: practiceOperator.name })
    expect(shown.value.issuer).toContain('CN=')
    expect(shown.value.why === '').toBe(why === '')
    expect(shown.value.why).toContain(why)
    expect(shown.value.todo).toContain(todo)
  })

  it('has no certificate to show where no card lies', async () => {
    const { room } = await setUp({})
    const shown = await room.certificate({})
    expect(shown.ok || shown.error.code).toBe('card.noCertificate')
  })

  it('changes the PIN of the card that the clerk saw, and of no other', async () => {
    const { room, inserted } = await setUp({ A: 'operator', B: 'second' })
    const refused = await room.changePin({ old: bytes(practicePin), next: bytes('24682468'), cardNo: '2100010009989' })
    expect(refused.ok || refused.error.code).toBe('card.noCard')
    expect(inserted.map(({ pinCommands }) => pinCommands)).toEqual([0, 0])
  })

  it('names the libraries that this system could have, and says that it cannot start the control', async () => {
    const { room } = await setUp({})
    const [libraries, control] = [await room.libraries({}), await room.startControl({})]
    expect(libraries.ok && libraries.value.libraries.map(({ id }) => id)).toEqual(['gm3000', 'k7'])
    expect(control).toEqual({ ok: true, value: { started: false } })
  })
})
