/**
 * Folders and file names of the official import client (中国国际贸易单一窗口客户端). Sources: its manual and slides of
 * 2018, two programs that work with it. Both ends of the folders use them: the desk and the client of practice.
 */
export const boxes = ['OutBox', 'SentBox', 'FailBox', 'InBox'] as const
export type Box = (typeof boxes)[number]

/** Extension of a file that is being written: the client takes up nothing but `.xml` and `.zip`. */
export const temporary = '.Temp'

/**
 * Name of a message in the folders, without extension. Unique by our number, by what is sent, and by how often a clerk
 * found that it had not arrived: a name that is there already would be overwritten.
 */
export const exchangeName = (clientSeqNo: string, bodySha256: string, attempt: number): string =>
  [clientSeqNo, bodySha256.slice(0, 8), ...(attempt > 1 ? [String(attempt)] : [])].join('-')

/** A name of ours, taken apart. */
export interface ExchangeName {
  readonly clientSeqNo: string
  /** First eight hex digits of the hash of what is sent. */
  readonly hash: string
  readonly attempt: number
}

/** What a name of ours says; `undefined` for the name of another program. */
export function readExchangeName(name: string): ExchangeName | undefined {
  const [, clientSeqNo, hash, attempt = '1'] = /^([a-z0-9]{18})-([0-9a-f]{8})(?:-(\d{1,6}))?$/i.exec(name) ?? []
  if (clientSeqNo === undefined || hash === undefined) return undefined
  return { clientSeqNo, hash: hash.toLowerCase(), attempt: Number(attempt) }
}

/** Our own number in such a name; `undefined` for the name of another program. */
export const numberIn = (name: string): string | undefined => readExchangeName(name)?.clientSeqNo

/** 17 digits in the manual, up to 21 seen in 2024. */
const stamped = /^(.+?)(?:\.(?:xml|zip))?_(\d{17,21})\.(?:xml|zip)$/i

/** Name of a file that the client moved to SentBox or FailBox, without what the client put behind it. */
export const movedName = (fileName: string): string | undefined => stamped.exec(fileName)?.[1]

const kinds = { successed: 'success', failed: 'failure', receipt: 'business' } as const

export interface AnswerName {
  readonly kind: (typeof kinds)[keyof typeof kinds]
  /** Name of the message, or CUS_CIQ_NO of a business receipt. */
  readonly subject: string
  /** The digits of its time: they sort. */
  readonly time: string
}

/** What the name of a file in InBox says; `undefined` for names that the client does not give. */
export function readAnswerName(fileName: string): AnswerName | undefined {
  const [, kind = '', rest = ''] = /^(Successed|Failed|Receipt)_(.+)$/i.exec(fileName) ?? []
  const [, subject, time] = stamped.exec(rest) ?? []
  if (subject === undefined || time === undefined) return undefined
  return { kind: kinds[kind.toLowerCase() as keyof typeof kinds], subject, time }
}
