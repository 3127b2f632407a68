import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'vue/compiler-sfc'
import { appFolder } from '../../../build/electron.mjs'

/** The text of the object literal that begins at `from`. */
function literalAt(source: string, from: number): string {
  let depth = 0
  for (let at = from; at < source.length; at++) {
    if (source[at] === '{') depth++
    else if (source[at] === '}' && --depth === 0) return source.slice(from, at + 1)
  }
  throw new Error('a literal without an end')
}

const root = join(appFolder, 'renderer')
const files = readdirSync(root, { encoding: 'utf8', recursive: true }).filter((file) => /\.(ts|vue)$/.test(file))
const sources = files.map((file) => ({ file, source: readFileSync(join(root, file), 'utf8') }))

/** Commands as they stand in a source, by id. */
const commandsOf = (source: string) =>
  [...source.matchAll(/\{\s*id: (['`][\w.${}-]+['`]|useId\(\))/g)]
    .map((found) => ({ id: found[1] ?? '', text: literalAt(source, found.index) }))
    .filter(({ text }) => /\btitle\b/.test(text) && /\brun\b|\.\.\.\w+/.test(text))
const commands = sources.flatMap(({ source }) => commandsOf(source))

test('every action has a key', () => {
  expect(commands.length).toBeGreaterThan(80)
  expect(commands.filter(({ text }) => !/\bkeys\b|\.\.\.\w+/.test(text)).map(({ id }) => id)).toEqual([])
})

interface Tag {
  readonly file: string
  readonly name: string
  /** Its source, from `<` to the end of what it holds. */
  readonly text: string
  /** Attributes as written; bound ones as `:name`, by their expression. */
  readonly attributes: Readonly<Record<string, string>>
  /** It stands in a dialog, or in a row of several. */
  readonly apart: boolean
}

type Node = NonNullable<NonNullable<ReturnType<typeof parse>['descriptor']['template']>['ast']>['children'][number]

/** Elements of a template, outer ones first. */
function* tagsOf(file: string, nodes: readonly Node[], apart = false): Generator<Tag> {
  for (const node of nodes) {
    if (!('tag' in node)) continue
    const attributes: Record<string, string> = {}
    for (const each of node.props)
      if (!('exp' in each)) attributes[each.name] = ('value' in each && each.value?.content) || ''
      else attributes[each.name === 'bind' ? `:${each.arg?.loc.source}` : `v-${each.name}`] = each.exp?.loc.source ?? ''
    const aside = apart || node.tag === 'ModalDialog'
    yield { file, name: node.tag, text: node.loc.source, attributes, apart: aside }
    // A slot that is given something is filled once a row.
    yield* tagsOf(file, node.children, aside || 'v-for' in attributes || Boolean(attributes['v-slot']))
  }
}

const tags = sources
  .filter(({ file }) => file.endsWith('.vue'))
  .flatMap(({ file, source }) => [...tagsOf(file, parse(source).descriptor.template?.ast?.children ?? [])])

/**
 * Buttons of pages and panels. In a dialog the keys of the page rest: there Esc, Enter and Tab do it. The button of a row
 * stands beside what the cursor is at, one Tab away.
 */
const bearing = new Set(['PushButton', 'KeyButton', 'KeyChip', 'BackButton'])
const panelButtons = tags.filter(({ name, apart }) => bearing.has(name) && !apart)
/** The one that submits a form is pressed by Enter; the head of a panel that folds has the keys of the panel beside it. */
const plainButtons = tags.filter(
  ({ name, apart, attributes }) =>
    name === 'button' && !apart && attributes['type'] !== 'submit' && !(':aria-expanded' in attributes),
)

test('every button of a page or a panel bears its key', () => {
  expect(panelButtons.length).toBeGreaterThan(120)
  const bears = ({ name, attributes }: Tag): boolean =>
    name === 'BackButton' || ['keys', ':keys', 'digit', ':digit'].some((each) => each in attributes)
  const bare = panelButtons.filter((button) => !bears(button))
  expect(bare.map(({ file, text }) => `${file}: ${text}`)).toEqual([])
  const silent = plainButtons.filter(({ text }) => !/<kbd|<KeyHint|[（(](Ctrl|Alt|Esc)|keys/.test(text))
  expect(silent.map(({ file, text }) => `${file}: ${text}`)).toEqual([])
})

/** The keys of a literal or of the attributes of an element. */
const keysIn = (text: string): string[] =>
  [...text.matchAll(/\bkeys(?:: |=)["']([^"'`]+)["']/g)].flatMap(([, keys = '']) => keys.split(' / '))
const told = new Set([
  ...sources.filter(({ file }) => file === 'ui/places.ts').flatMap(({ source }) => keysIn(source)),
  ...commands.flatMap(({ text }) => keysIn(text)),
  ...tags.filter(({ name }) => name === 'KeyButton').map(({ attributes }) => attributes['keys'] ?? ''),
])

test('a key on a button is the key of a command, or one that the control itself hears', () => {
  const heard = new Set([...told, 'Enter', 'Esc', 'Insert', 'Space'])
  const shown = panelButtons.filter(({ name }) => name === 'PushButton')
  const dead = shown.filter(({ attributes: { keys } }) => keys !== undefined && !heard.has(keys))
  expect(dead.map(({ file, text }) => `${file}: ${text}`)).toEqual([])
})

/**
 * Keys that belong to someone else: cursor, clipboard and undo of a text field; Windows; Chinese input methods (`Ctrl+.`
 * and `Shift+Space` punctuation and width, `Ctrl+Shift+F` simplified and traditional, `Ctrl+Shift+U` Unicode of fcitx and
 * IBus); `Alt+A` is the screenshot of WeChat. AltGr is Ctrl+Alt.
 */
const foreign =
  /^(Ctrl\+([ACVX.]|Shift\+[FUV]|Shift|Space|Backspace|Left|Right|Home|End|Esc|Alt\+.+)|Alt\+(A|F4|Tab|Esc|Space)|Shift\+(Space|Delete|Insert|F10)|F12)$/
/** In a form these take back and repeat the last change of whatever field; in a grid Delete removes the row it is at. */
const undoes = /^Ctrl\+([ZY]|Shift\+Z)$/

test('no key belongs to the text field, the system or the input method', () => {
  expect(told.size).toBeGreaterThan(60)
  const others = [...told].flatMap((keys) => keys.split(' / ')).filter((keys) => !undoes.test(keys))
  expect(others.filter((keys) => foreign.test(keys))).toEqual([])
})

/** Keys that work on every page. */
const everywhere = ['App.vue', 'commands/CommandHost.vue', 'team/WhoLine.vue', 'ui/CardLine.vue', 'ui/TaskProgress.vue']
/** 知道了 of a toast and of the notice at the top are one key, the newest goes first; F1 in a field is about the field. */
const sharing = ['ui/ToastHost.vue', 'pages/declaration/ItemHelp.vue']

test('no key means two things on one page', () => {
  const own = new Map(
    sources.map(({ file, source }) => {
      const buttons = tags.filter((tag) => tag.file === file && /^(KeyButton|BackButton|CardAction)$/.test(tag.name))
      const mine = commandsOf(source).filter(({ text }) => !/sheetOnly/.test(text))
      const onButtons = new Set(buttons.flatMap(({ attributes }) => attributes['keys'] ?? []))
      return [file, [...mine.flatMap(({ text }) => keysIn(text)), ...onButtons]] as const
    }),
  )
  const shell = everywhere.flatMap((file) => own.get(file) ?? [])
  const twice = [...own].flatMap(([file, keys]) => {
    const all = everywhere.includes(file) || sharing.includes(file) ? keys : [...keys, ...shell]
    return all.filter((key, at) => keys.includes(key) && all.indexOf(key) !== at).map((key) => `${file}: ${key}`)
  })
  expect(twice).toEqual([])
})
