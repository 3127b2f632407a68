import type { DecMessage } from '../../../domain/fields/declaration/dec-message.ts'
import { readForeignMessage } from '../../../domain/message/read.ts'
import type { FilingPackage, PackedFile } from '../../../domain/portal/package.ts'
import { ok, type Result } from '../../../domain/result.ts'
import { mostEdocs } from '../drafts/edoc-rows.ts'

/** A PDF of the package with what its row in the message says of it. */
export interface ForeignPdf {
  readonly edocCode: string
  readonly name: string
  readonly content: Uint8Array
}

/** A draft that would be made of a message of another program, and what differs from the file. */
export interface ForeignDraft {
  readonly ieFlag: 'I' | 'E'
  readonly message: DecMessage
  readonly pdfs: readonly ForeignPdf[]
  readonly notes: readonly string[]
}

type Edocs = NonNullable<DecMessage['EdocRealation']>

/** Reads a package; refuses what is no message. */
export function foreignDraft({ xml, files }: FilingPackage): Result<ForeignDraft> {
  const read = readForeignMessage(xml)
  if (!read.ok) return read
  const { message, left } = read.value
  const { rows, pdfs, notes } = pairFiles(message.EdocRealation ?? [], files)
  const { DecSign, ...rest } = message
  const own = DecSign?.ClientSeqNo ?? ''
  return ok({
    ieFlag: message.DecHead?.IEFlag === 'E' ? 'E' : 'I',
    message: { ...rest, ...(rows.length > 0 ? { EdocRealation: rows } : {}) },
    pdfs,
    notes: [
      ...left.map((path) => `不认识或多余的内容，不会导入：${path}`),
      ...notes,
      ...(own === '' ? [] : [`原客户端编号 ${own} 换成本单自己的编号`]),
      ...(DecSign?.Sign === undefined ? [] : ['原签名不再有效，要用本机的卡重新签名']),
    ],
  })
}

/** Files by the rows that name them; what has no pair is told. */
function pairFiles(rows: Edocs, files: readonly PackedFile[]): { rows: Edocs; pdfs: ForeignPdf[]; notes: string[] } {
  const byName = new Map(files.map((file) => [file.name.toLowerCase(), file]))
  const pdfs: ForeignPdf[] = []
  const notes: string[] = []
  const bare: Edocs = []
  for (const row of rows) {
    const id = row.EdocID ?? ''
    const file = byName.get(id.toLowerCase())
    byName.delete(id.toLowerCase())
    if (file === undefined) {
      if (/\.pdf$/i.test(id)) notes.push(`随附单据 ${id} 不在文件里，要重新添加`)
      else bare.push(row)
    } else if (pdfs.length < mostEdocs)
      pdfs.push({ edocCode: row.EdocCode ?? '', name: row.EdocCopId || file.name, content: file.bytes })
    else notes.push(`随附单据超过 ${mostEdocs} 个，没有导入：${file.name}`)
  }
  for (const { name } of byName.values()) notes.push(`报文没有提到的 PDF，没有导入：${name}`)
  return { rows: bare, pdfs, notes }
}
