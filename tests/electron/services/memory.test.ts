import { describe, expect, test } from 'vitest'
import { copyParts, usualCopy, type CopyPart } from '../../../domain/fields/copy-parts.ts'
import type { Result } from '../../../domain/result.ts'
import { importDeclaration } from '../../fixtures/declarations.ts'
import { siteDesk } from '../../support/site-desk.ts'

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

/** A desk with one finished declaration of the fixtures' importer. */
async function worked() {
  const desk = await siteDesk()
  const [id = ''] = must(await desk.service.createFrom('', [importDeclaration()]))
  must(await desk.service.markReady({ id, rev: 1 }))
  const customer = desk.drafts.summary(id)?.customer ?? ''
  const copied = async (parts?: CopyPart[]) => {
    const { id: copy } = must(await desk.service.copy(parts === undefined ? { id } : { id, parts }))
    return must(await desk.service.open({ id: copy })).message
  }
  return { ...desk, id, customer, copied }
}

describe('a copy takes the chosen parts', () => {
  test('and as usual everything but what belongs to one shipment', async () => {
    const { copied } = await worked()
    expect({ ...(await copied()), DecSign: {} }).toEqual({ ...(await copied([...usualCopy])), DecSign: {} })
    const message = await copied()
    expect(message.DecHead).toMatchObject({ TradeMode: '0110', TradeName: importDeclaration().DecHead?.TradeName })
    expect(message.DecHead).not.toHaveProperty('BillNo')
    expect(message).not.toHaveProperty('DecContainers')
    expect(message.DecFreeTxt).not.toHaveProperty('VoyNo')
  })

  test('goods without their amounts, the transport, the containers', async () => {
    const { copied } = await worked()
    const goods = await copied(['goods'])
    expect(goods.DecLists?.[0]).toMatchObject({ CodeTS: '8423900090', GUnit: '007' })
    for (const field of ['GQty', 'DeclPrice', 'DeclTotal', 'FirstQty'])
      expect(goods.DecLists?.[0]).not.toHaveProperty(field)
    expect(goods.DecHead).not.toHaveProperty('TradeMode')
    expect(goods.DecHead).not.toHaveProperty('TradeName')
    const shipment = await copied(['transport', 'containers'])
    expect(shipment.DecHead).toMatchObject({ BillNo: importDeclaration().DecHead?.BillNo, IEFlag: 'I' })
    expect(shipment.DecContainers).toEqual(importDeclaration().DecContainers)
    expect(shipment).not.toHaveProperty('DecLists')
  })

  test('and with all of them nothing but the numbers of the filing is missing', async () => {
    const { copied, service, id } = await worked()
    const whole = must(await service.open({ id })).message
    const copy = await copied(Object.keys(copyParts) as CopyPart[])
    const parts = { DecSign: 0, EdocRealation: 0, DecRisk: 0, DecHead: 0 }
    expect({ ...copy, ...parts }).toEqual({ ...whole, ...parts })
    const missing = Object.keys(whole.DecHead ?? {}).filter((field) => !(field in (copy.DecHead ?? {})))
    const filing = ['SeqNo', 'EntryId', 'PreEntryId', 'PDate', 'Risk', 'CheckFlow']
    expect(filing).toEqual(expect.arrayContaining(missing))
  })
})

describe('templates', () => {
  test('are kept under a name, used last first, and make drafts', async () => {
    const { memory, id, service, state } = await worked()
    must(await memory.saveTemplate({ id, name: '甲客户进口', parts: [...usualCopy] }))
    state.now += 1000
    must(await memory.saveTemplate({ id, name: '只要表头', parts: ['parties', 'terms'] }))
    const rows = must(await memory.templates({}))
    expect(rows.map(({ name, lines }) => `${name}${lines}`)).toEqual(['只要表头0', '甲客户进口3'])
    state.now += 1000
    const made = must(await memory.fromTemplate({ id: rows[1]?.id ?? '' }))
    const draft = must(await service.open({ id: made.id }))
    expect(draft.message.DecLists).toHaveLength(3)
    expect(draft.message.DecHead).toMatchObject({ AgentCode: '3122280993', TradeMode: '0110' })
    expect(must(await memory.templates({}))[0]?.name).toBe('甲客户进口')
  })

  test('are replaced under the same name, removed, and refused in words when they are gone', async () => {
    const { memory, id } = await worked()
    must(await memory.saveTemplate({ id, name: '一', parts: ['goods'] }))
    must(await memory.saveTemplate({ id, name: '一', parts: ['terms'] }))
    const [row, ...others] = must(await memory.templates({}))
    expect([row?.lines, others.length]).toEqual([0, 0])
    must(await memory.removeTemplate({ id: row?.id ?? '' }))
    expect(await memory.fromTemplate({ id: row?.id ?? '' })).toMatchObject({ error: { code: 'drafts.noTemplate' } })
  })
})

describe('what is known of a customer', () => {
  test('is the head of the declaration that was finished last, without the shipment', async () => {
    const { memory, customer } = await worked()
    const known = must(await memory.head({ id: 'new', customer, ieFlag: 'I' }))
    expect(known?.values).toMatchObject({ TradeMode: '0110', CutMode: '101', TransMode: '3', TradeName: customer })
    for (const field of ['BillNo', 'IEDate', 'NetWt', 'PackNo', 'IEFlag', 'SeqNo'])
      expect(known?.values).not.toHaveProperty(field)
    expect(must(await memory.head({ id: 'new', customer, ieFlag: 'E' }))).toBeNull()
    expect(must(await memory.head({ id: 'new', customer: '别人', ieFlag: 'I' }))).toBeNull()
  })

  test('are its goods, by part of their name or code, its own before those of others', async () => {
    const { memory, customer } = await worked()
    memory.learn({ DecHead: { TradeName: '别家' }, DecLists: [{ GName: '轴承座', CodeTS: '8483300090' }] })
    const found = must(await memory.goods({ customer, text: '轴承' }))
    expect(found.map(({ name }) => name)).toEqual(['深沟球轴承', '轴承座'])
    expect(found[0]?.line).toMatchObject({
      CodeTS: '8482102000',
      GModel: '4|3|深沟球|演练牌|6204',
      OriginCountry: 'DEU',
    })
    expect(found[0]?.line).not.toHaveProperty('GQty')
    expect(must(await memory.goods({ customer, text: '8481' })).map(({ name }) => name)).toEqual(['不锈钢球阀'])
  })

  test('fills the lines of a spreadsheet that say no code, by the very name, and overwrites nothing', async () => {
    const { memory, customer } = await worked()
    const lines = [
      { GNo: '1', GName: '深沟球 轴承', GQty: '7', OriginCountry: 'JPN' },
      { GNo: '2', GName: '轴承' },
      { GNo: '3', GName: '不锈钢球阀', CodeTS: '8481809000' },
    ]
    const [filled] = memory.fill(customer, [{ DecLists: lines }])
    expect(filled?.DecLists?.[0]).toMatchObject({
      CodeTS: '8482102000',
      GQty: '7',
      OriginCountry: 'JPN',
      GNo: '1',
      FirstUnit: '006',
    })
    expect(filled?.DecLists?.slice(1)).toEqual(lines.slice(1))
  })
})
