import Database from 'better-sqlite3'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { loadCodeBook } from '../../../../domain/codes/code-book.ts'
import { decodeTable } from '../../../../domain/codes/decode-table.ts'
import { checkDeclaration } from '../../../../domain/rules/index.ts'
import { ok } from '../../../../domain/result.ts'
import type { PickedSheet } from '../../../../electron/services/imports/imports-service.ts'
import { withTariff } from '../../../../electron/services/tariff/tariff-book.ts'
import { TariffService } from '../../../../electron/services/tariff/tariff-service.ts'
import { TasksService } from '../../../../electron/services/tasks.ts'
import { tariff } from '../../../../electron/store/migrations/0071-tariff.ts'
import { TariffRepo } from '../../../../electron/store/tariff.repo.ts'
import { fixtureAttachments, fixtureDay, importDeclaration } from '../../../fixtures/declarations.ts'
import { until } from '../../../support/until.ts'
import { buildHelper, type BuiltHelper } from '../../../support/fork-helper.ts'

let built: BuiltHelper
let service: TariffService
let repo: TariffRepo
let tasks: TasksService
let picked: PickedSheet | null
let today = '2026-11-27'

beforeAll(async () => {
  built = await buildHelper('electron/services/imports/worker.ts')
}, 120_000)
afterAll(() => built.remove())

beforeEach(() => {
  const db = new Database(':memory:')
  tariff.up(db)
  today = '2026-11-27'
  repo = new TariffRepo(db, () => Date.parse('2026-11-27T08:00:00Z'))
  tasks = new TasksService(() => undefined, Date.now)
  service = new TariffService({
    pickFile: () => Promise.resolve(ok(picked)),
    startHelper: (_, argument) => built.start(argument),
    tasks,
    repo,
    today: () => today,
  })
})

const titles = ['商品编号', '商品名称', '第一单位', '第二单位', '监管条件', '申报要素']
const file = async (rows: (string | number)[][], name = '税则2026.xlsx'): Promise<PickedSheet> => ({
  name,
  bytes: await writeXlsx({ sheets: [{ name: '税则', rows: [titles, ...rows] }] }),
})
const row = (code: string, ...more: string[]): string[] => [code, `商品${code}`, ...more]

async function imported(rows: string[][], validFrom = '2026-01-01') {
  picked = await file(rows)
  const checked = await service.pick({})
  if (!checked.ok || checked.value === null) throw new Error('not read')
  const { token } = checked.value
  return service.commit({ token, source: '演练来源', validFrom })
}

test('a version holds from its day; of two the one that began last', async () => {
  expect(await service.table({ day: today })).toEqual(ok(null))
  await imported([row('8482102000', '套')], '2025-01-01')
  await imported([row('8482102000', '套'), row('8482102001', '套')], '2026-01-01')
  const rowsOn = async (day: string): Promise<number | undefined> => {
    const answer = await service.table({ day })
    return answer.ok && answer.value !== null ? decodeTable(JSON.parse(answer.value.table)).rows.length : undefined
  }
  expect(await Promise.all(['2024-12-31', '2025-12-31', '2026-01-01'].map(rowsOn))).toEqual([undefined, 1, 2])
  const listed = await service.versions({})
  expect(listed.ok && listed.value.versions.map(({ validFrom, source, rows }) => [validFrom, source, rows])).toEqual([
    ['2026-01-01', '演练来源', 2],
    ['2025-01-01', '演练来源', 1],
  ])
  const [first] = listed.ok ? listed.value.versions : []
  expect(listed.ok && listed.value.active).toBe(first?.id)
  expect(await service.remove({ id: first?.id ?? 0 })).toEqual(ok({}))
  expect(await rowsOn('2026-01-01')).toBe(1)
  expect(await service.remove({ id: 99 })).toMatchObject({ ok: false, error: { code: 'tariff.noVersion' } })
})

test('a file with one wrong row is not imported at all', async () => {
  picked = await file([row('8482102000', '套'), row('848210', '套')])
  const checked = await service.pick({})
  expect(checked).toMatchObject({ ok: true, value: { rows: 2, errors: 1 } })
  expect(checked.ok ? checked.value?.missing : []).toContain('备注')
  const token = checked.ok && checked.value !== null ? checked.value.token : ''
  const refused = await service.commit({ token, source: '演练来源', validFrom: today })
  expect(refused).toMatchObject({ ok: false, error: { code: 'tariff.hasErrors' } })
  expect(repo.list()).toEqual([])
})

test('one check is one import: a second one, and a closed dialog, import nothing', async () => {
  picked = await file([row('8482102000', '套')])
  const checked = await service.pick({})
  const token = checked.ok && checked.value !== null ? checked.value.token : ''
  expect(await service.commit({ token, source: '演练来源', validFrom: today })).toMatchObject({ ok: true })
  expect(await service.commit({ token, source: '演练来源', validFrom: today })).toMatchObject({
    ok: false,
    error: { code: 'tariff.gone' },
  })
  picked = null
  expect(await service.pick({})).toEqual(ok(null))
})

test('the clerk can cancel the reading', async () => {
  picked = await file(Array.from({ length: 30_000 }, (_, at) => row(String(1_000_000_000 + at), '套')))
  const reading = service.pick({})
  const running = async () => {
    const listed = await tasks.list({})
    return listed.ok ? listed.value.find(({ state }) => state === 'running') : undefined
  }
  await until('the reading runs', async () => (await running()) !== undefined)
  const { title = '', id = '' } = (await running()) ?? {}
  expect(title).toContain('检查税则')
  await tasks.cancel({ id })
  expect(await reading).toMatchObject({ ok: false, error: { code: 'app.cancelled' } })
})

test('its units, permits and elements drive the rules of the day; without one the practice tariff stops nothing', async () => {
  const shipped = await loadCodeBook()
  const codes = withTariff(shipped, repo, () => today)
  const message = importDeclaration()
  const [line = {}] = message.DecLists ?? []
  line.CodeTS = '8482102000'
  line.GModel = '4|3|用于机床'
  const own = (): string[] =>
    checkDeclaration({ message, day: fixtureDay, codes, attachments: fixtureAttachments })
      .filter(({ path }) => path.startsWith('DecLists.0.'))
      .map(({ rule, severity }) => `${rule} ${severity}`)
  expect(codes.practiceOnly('tariff')).toBe(true)
  expect(own()).toEqual([])
  await imported([row('8482102000', '千克', '', '9X', '品牌类型|出口享惠情况|用途|材质')])
  expect(codes.practiceOnly('tariff')).toBe(false)
  expect(own().sort()).toEqual(['G01 error', 'G01 warn', 'G02 warn', 'L04 error'])
  await imported([row('8482102009', '套')], '2026-11-01')
  expect(own()).toContain('L03 error')
})
