import { computed, reactive, shallowReactive, shallowRef, toRaw } from 'vue'
import { createCodeBook } from '../../domain/codes/code-book.ts'
import { codeTableNames } from '../../domain/codes/index.ts'
import type { CodeTable } from '../../domain/codes/code-table.ts'
import type { DecMessage } from '../../domain/fields/declaration/dec-message.ts'
import type { Papers } from '../../domain/fields/papers.ts'
import { checkDeclaration } from '../../domain/rules/index.ts'
import type { AttachmentFact, CodeBook, Finding } from '../../domain/rules/rule.ts'
import { byPath, findingKey, inFormOrder } from '../form/finding-index.ts'
import { arrivedTable, fetchTable } from '../ui/code-lookups.ts'

export interface CheckInput {
  readonly message: DecMessage
  readonly papers: Papers
  readonly attachments: readonly AttachmentFact[]
  readonly day: string
  /** Place of each field on the form. */
  readonly order: ReadonlyMap<string, number>
}

/** The tables of the rules, fetched one by one in idle moments; until one is there its rules keep silent. */
let book: CodeBook = createCodeBook([])
let fetching: Promise<void> | undefined
/** The tariff of the book; another one is there after the company imported one. */
let bookTariff: CodeTable | undefined

const idle = (): Promise<void> => new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: 1000 }))

async function fetchTables(): Promise<void> {
  const tables: CodeTable[] = []
  for (const name of codeTableNames) {
    await idle()
    tables.push((await fetchTable(name)).table)
  }
  book = createCodeBook(tables)
  bookTariff = arrivedTable('tariff')
}

/** Checks a declaration whenever it changes: at most once in an idle moment, and never late for a save. */
export function useDraftCheck(input: () => CheckInput) {
  const findings = shallowRef<readonly Finding[]>([])
  const atPath = shallowReactive(new Map<string, Finding[]>())
  /** Yellow findings that the clerk accepted, `rule|path` → note. */
  const accepted = reactive<Record<string, string>>({})
  let waiting: number | undefined

  const same = (a: readonly Finding[], b: readonly Finding[]): boolean =>
    a.length === b.length &&
    a.every(({ text, severity }, at) => {
      const other = b[at]
      return other !== undefined && other.text === text && other.severity === severity
    })

  /** Only paths whose findings changed are touched, so that only their fields are drawn again. */
  function spread(next: readonly Finding[]): void {
    const paths = byPath(next)
    for (const path of atPath.keys()) if (!paths.has(path)) atPath.delete(path)
    for (const [path, list] of paths) if (!same(list, atPath.get(path) ?? [])) atPath.set(path, list)
  }

  function run(): void {
    if (waiting !== undefined) cancelIdleCallback(waiting)
    waiting = undefined
    const { message, papers, attachments, day, order } = input()
    const found = checkDeclaration({ message: toRaw(message), papers: toRaw(papers), day, codes: book, attachments })
    findings.value = inFormOrder(found, order)
    spread(findings.value)
  }

  /** Something changed. */
  function schedule(): void {
    waiting ??= requestIdleCallback(run, { timeout: 120 })
  }

  /** Brings the findings up to date now. */
  function settle(): void {
    if (waiting !== undefined) run()
  }

  /** First check of a declaration, and again when the tables are there. */
  function start(): void {
    run()
    if (bookTariff !== undefined && arrivedTable('tariff') !== bookTariff) fetching = undefined
    fetching ??= fetchTables()
    void fetching.then(schedule)
  }

  const errors = computed(() => findings.value.filter(({ severity }) => severity === 'error'))
  const warnings = computed(() =>
    findings.value.filter((finding) => finding.severity === 'warn' && accepted[findingKey(finding)] === undefined),
  )

  return { findings, atPath, accepted, errors, warnings, start, schedule, settle }
}
