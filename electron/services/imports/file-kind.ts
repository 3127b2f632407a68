/** What a file is by its first bytes; the extension is only asked where bytes cannot tell. */
export type FileKind =
  | { readonly kind: 'xlsx' | 'xls' | 'csv' | 'encrypted' | 'broken' }
  | { readonly kind: 'other'; readonly label: string }

const other = (label: string): FileKind => ({ kind: 'other', label })

const starts = (bytes: Uint8Array, ...magic: number[]): boolean => magic.every((byte, at) => bytes[at] === byte)

const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)

/** UTF-16LE text as it stands in the directory of a compound file. */
const wide = (text: string): Buffer => Buffer.from(text, 'utf16le')

function contains(bytes: Uint8Array, part: Buffer): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(part)
}

/** Compound files: old Excel, encrypted new Excel, and everything else that Office once wrote. */
function compoundKind(bytes: Uint8Array): FileKind {
  if (contains(bytes, wide('EncryptedPackage'))) return { kind: 'encrypted' }
  if (contains(bytes, wide('Workbook')) || contains(bytes, wide('Book'))) return { kind: 'xls' }
  if (contains(bytes, wide('WordDocument'))) return other('Word 文档')
  if (contains(bytes, wide('PowerPoint Document'))) return other('PowerPoint 演示文稿')
  return other('不认识的旧式 Office 文件')
}

/** Zip files by the names in their directory. */
export function zipKind(names: ReadonlySet<string>): FileKind {
  if (names.has('xl/workbook.bin')) return other('二进制工作簿（.xlsb）')
  if (names.has('[Content_Types].xml') && [...names].some((name) => name.startsWith('xl/'))) return { kind: 'xlsx' }
  if (names.has('word/document.xml')) return other('Word 文档')
  if (names.has('ppt/presentation.xml')) return other('PowerPoint 演示文稿')
  if (names.has('mimetype')) return other('OpenDocument 文件')
  return other('压缩包')
}

const textExtensions = /\.(csv|txt|tsv|xls)$/i

function textKind(bytes: Uint8Array, name: string): FileKind {
  const head = latin1(bytes.subarray(0, 2048))
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
    .toLowerCase()
  if (/^<(!doctype html|html|table|meta|head)/.test(head)) return other('网页（扩展名可能改成了 .xls）')
  if (head.startsWith('<?xml') || head.startsWith('<workbook')) return other('XML 文件（扩展名可能改成了 .xls）')
  return textExtensions.test(name) ? { kind: 'csv' } : other('不认识的文件')
}

/**
 * The kind of a file; `zip` is answered by the directory, which the caller reads first.
 * @param names entries of the zip, `undefined` when the file is no zip or its directory is damaged.
 */
export function fileKind(bytes: Uint8Array, name: string, names: ReadonlySet<string> | undefined): FileKind {
  if (bytes.length === 0) return other('空文件')
  if (starts(bytes, 0x50, 0x4b)) return names === undefined ? { kind: 'broken' } : zipKind(names)
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return compoundKind(bytes)
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46)) return other('PDF 文件')
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47) || starts(bytes, 0xff, 0xd8, 0xff) || starts(bytes, 0x47, 0x49, 0x46))
    return other('图片')
  if (starts(bytes, 0x52, 0x61, 0x72, 0x21) || starts(bytes, 0x37, 0x7a, 0xbc, 0xaf)) return other('压缩包')
  if (starts(bytes, 0x4d, 0x5a)) return other('可执行程序')
  const utf16 = starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff)
  if (!utf16 && bytes.subarray(0, 4096).includes(0)) return other('二进制文件')
  return textKind(bytes, name)
}
