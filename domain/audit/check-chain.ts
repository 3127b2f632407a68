import { firstHash, hashText, readEntry, type AuditEntry } from './entry.ts'

/** Where a chain breaks. */
export interface ChainFault {
  /** Number of the entry that was expected there. */
  readonly n: number
  readonly reason: string
}

/** How far a chain was followed. */
export interface ChainEnd {
  readonly count: number
  /** Hash of the last entry. */
  readonly hash: string
  /** Moments of the first and the last entry; empty for an empty chain. */
  readonly from: string
  readonly to: string
}

/** Walks a chain entry by entry. After the first fault nothing more is believed. */
export class ChainCheck {
  #end: ChainEnd
  #fault: ChainFault | undefined

  /** @param start entry from which on it is followed; without one, the beginning */
  constructor(start: { readonly count: number; readonly hash: string } = { count: 0, hash: firstHash }) {
    this.#end = { ...start, from: '', to: '' }
  }

  /** Takes the next entry. @param content its text @param hash the hash that is kept beside it */
  take(content: string, hash: string): AuditEntry | undefined {
    if (this.#fault !== undefined) return undefined
    const entry = readEntry(content)
    const reason = this.#faultOf(content, hash, entry)
    if (reason !== undefined || entry === undefined) {
      this.#fault = { n: this.#end.count + 1, reason: reason ?? '' }
      return undefined
    }
    this.#end = { count: entry.n, hash, from: this.#end.from || entry.at, to: entry.at }
    return entry
  }

  get fault(): ChainFault | undefined {
    return this.#fault
  }

  get end(): ChainEnd {
    return this.#end
  }

  #faultOf(content: string, hash: string, entry: AuditEntry | undefined): string | undefined {
    if (entry === undefined) return '这一条的内容被改过，已不是程序写的样子'
    if (entry.n !== this.#end.count + 1) return `这里应是第 ${this.#end.count + 1} 条，却是第 ${entry.n} 条`
    if (entry.previous !== this.#end.hash) return '这一条与前一条接不上：前面的内容被改过、删过或换过顺序'
    return hashText(content) === hash ? undefined : '这一条的内容与它的校验值不符'
  }
}
