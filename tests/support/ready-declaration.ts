import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DecMessage } from '../../domain/fields/declaration/dec-message.ts'
import { exportDeclaration } from '../fixtures/declarations.ts'
import { chooseFile, type Desk } from './desk.ts'
import { makePdf } from './make-pdf.ts'

/** Kinds of attachments that an export by an agent needs: 发票, 装箱单, 合同, 代理报关委托协议. */
const papers = ['00000001', '00000002', '00000004', '10000001']
/** Filled from the profile of the practice company. */
const ownKeys = /^(Agent|Cop|Typist|Inputer|Declare)/

/** The message of a complete export, without the agent and without what the desk adds by itself. */
function message(): DecMessage {
  const { DecHead = {}, DecLists, DecContainers, DecFreeTxt } = exportDeclaration()
  const head = Object.fromEntries(Object.entries(DecHead).filter(([key]) => !ownKeys.test(key)))
  return { DecHead: head, DecLists, DecContainers, DecFreeTxt }
}

/** Makes an export declaration by the bridge, all attachments included, that waits for its signature. @returns its id */
export async function readyDeclaration(desk: Desk): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-pdf-'))
  const file = join(folder, '演练.pdf')
  writeFileSync(file, makePdf('演练'))
  await chooseFile(desk, file)
  try {
    return await desk.page.evaluate(
      async ([wanted, kinds]) => {
        const { drafts } = window.api
        const made = await drafts.create({ ieFlag: 'E' })
        if (!made.ok) throw new Error(made.error.code)
        const { summary, message: first } = made.value
        const { id } = summary
        const own = { ...first, ...wanted, DecHead: { ...first.DecHead, ...wanted.DecHead } }
        const saved = await drafts.save({ id, rev: summary.rev, message: own, accepted: {}, errors: 0, warnings: 0 })
        if (!saved.ok) throw new Error(saved.error.code)
        let { rev } = saved.value
        for (const edocCode of kinds) {
          const attached = await drafts.attach({ id, edocCode })
          if (!attached.ok || attached.value === null) throw new Error('nothing was attached')
          rev = attached.value.summary.rev
        }
        const ready = await drafts.markReady({ id, rev })
        if (!ready.ok) throw new Error(`${ready.error.code}: ${ready.error.why}`)
        return id
      },
      [message(), papers] as const,
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Signs with the practice card, all in one go, and files. */
export async function fileDeclarations(desk: Desk, ids: readonly string[], pin: string): Promise<void> {
  await desk.page.evaluate(
    async ([wanted, digits]) => {
      const { signing, filing } = window.api
      const prepared = await signing.prepare({ ids: [...wanted] })
      if (!prepared.ok) throw new Error(prepared.error.code)
      const items = prepared.value.items.map(({ id, digest }) => ({ id, digest }))
      const { cardNo } = prepared.value.card
      const signed = await signing.sign({ items, pin: new TextEncoder().encode(digits), cardNo })
      if (!signed.ok) throw new Error(signed.error.code)
      const refusal = signed.value.items.find(({ outcome }) => outcome !== 'signed')
      if (refusal) throw new Error(refusal.text)
      const queued = await filing.submit({ ids: [...wanted] })
      if (!queued.ok) throw new Error(queued.error.code)
    },
    [ids, pin] as const,
  )
}
