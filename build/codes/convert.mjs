/**
 * Converts the researched code tables to `domain/codes/tables`, with the pinyin of each name. Run once when a
 * source table changes: `node build/codes/convert.mjs <folder with codes/ and tariff-sample.json>`.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pinyin } from 'pinyin-pro'
import { confidence, inChinese, names, rowNotes, texts } from './texts.mjs'

const target = new URL('../../domain/codes/tables/', import.meta.url)

/** Syllables of a name parted by spaces; latin letters and digits one by one; all else left out; ü is v. */
function syllables(name) {
  return pinyin(name, { toneType: 'none', type: 'array', nonZh: 'spaced', v: true })
    .map((part) =>
      part
        .toLowerCase()
        .normalize('NFKC')
        .replace(/[^a-z0-9]/g, ''),
    )
    .filter((part) => part !== '')
    .join(' ')
}

const readJson = async (path) => JSON.parse(await readFile(path, 'utf8'))

/** A further column as text; absent and null are both the empty text. */
const cell = (value) => (value === undefined || value === null || value === false ? '' : inChinese(String(value)))

/** Columns that only help the research. */
const dropped = new Set(['code', 'name', 'sure'])

/** Writes one table: a head and one line a row, so that a changed row is a changed line. */
async function write(name, source, items, extra = {}) {
  const text = texts[name]
  if (text === undefined) throw new Error(`no texts for table ${name}`)
  const more = [...new Set(items.flatMap((item) => Object.keys(item)))].filter((key) => !dropped.has(key))
  const head = {
    name,
    title: text[0],
    asOf: source.as_of,
    source: text[1],
    confidence: confidence(source.confidence),
    note: text[2] ?? '',
    ...extra,
    columns: ['code', 'name', 'syllables', ...more],
  }
  const rows = items.map((item) => {
    const label = names[name]?.[item.code] ?? item.name
    const values = { ...item, note: rowNotes[name]?.[item.code] }
    return JSON.stringify([item.code, label, syllables(label), ...more.map((key) => cell(values[key]))])
  })
  const body = JSON.stringify(head, null, 1).replace(/\n}$/, '')
  await writeFile(new URL(`${name}.json`, target), `${body},\n "rows": [\n${rows.join(',\n')}\n ]\n}\n`)
  console.log(`${name}: ${rows.length} rows`)
}

/** Rows of the 2018 edition, with the newer names, and after them the codes that only the 2026 dictionary has. */
function merged(old, recent) {
  const newer = new Map(recent.map((item) => [item.code, item.name]))
  const known = new Set(old.map((item) => item.code))
  const kept = old.map((item) => {
    const name = newer.get(item.code) ?? item.name
    return { ...item, name, edition: '2018', ...(name === item.name ? {} : { old_name: item.name }) }
  })
  return [...kept, ...recent.filter((item) => !known.has(item.code)).map((item) => ({ ...item, edition: '2026' }))]
}

/** Ten-digit codes of 2018 and the split ones of 2024; units only where a notice names them. */
function tariffItems(source) {
  const items = new Map()
  for (const [code, name10, name8, , letters] of source.rows)
    items.set(code, { code, name: name10 ?? name8 ?? '（无名称）', inspection: letters, year: '2018' })
  for (const [code, name] of source.rows_2024) items.set(code, { ...items.get(code), code, name, year: '2024' })
  for (const [prefix, unit1, unit2, unit_when] of source.units_known.rows)
    for (const item of items.values())
      if (item.code.startsWith(prefix)) Object.assign(item, { unit1, unit2, unit_when })
  return [...items.values()].sort((a, b) => (a.code < b.code ? -1 : 1))
}

async function main(folder) {
  await mkdir(target, { recursive: true })
  const sources = {}
  for (const file of (await readdir(join(folder, 'codes'))).sort())
    if (!file.startsWith('_')) sources[file.replace('.json', '')] = await readJson(join(folder, 'codes', file))
  for (const [name, source] of Object.entries(sources)) {
    const newer = sources[`${name}_2026`]
    if (name === 'misc_flags')
      for (const [flag, items] of Object.entries(source.tables)) await write(flag, source, items)
    else if (newer) await write(name, { ...source, as_of: newer.as_of }, merged(source.items, newer.items))
    else await write(name, source, source.items)
  }
  // Y and the agreement stand for its proof of origin (field note of CertType).
  const agreements = sources.trade_agreement
  await write(
    'origin_proof',
    agreements,
    agreements.items.map((item) => ({ ...item, code: `Y${item.code}` })),
  )
  const tariff = await readJson(join(folder, 'tariff-sample.json'))
  await write('tariff', { as_of: '2018-04', confidence: 'low' }, tariffItems(tariff), { practiceOnly: true })
}

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('usage: node build/codes/convert.mjs <source folder>')
await main(folder)
