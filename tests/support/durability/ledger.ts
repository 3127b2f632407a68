/** What the program claimed before it was killed, as the test saw it. */
export class Ledger {
  /** Texts that were put into the field of a declaration, in order, and the newest one that was called saved. */
  readonly #typed = new Map<string, string[]>()
  readonly #saved = new Map<string, number>()
  /** Declarations that the driver began to submit: only these may ever lie at the portal. */
  readonly asked = new Set<string>()
  /** Those of them whose answer the driver did not live to see. */
  readonly unanswered = new Set<string>()
  /** Those whose submission was answered well: all of these must come to lie there. */
  readonly submitted = new Set<string>()
  savesClaimed = 0

  typed(id: string, text: string): void {
    const texts = this.#typed.get(id) ?? []
    texts.push(text)
    this.#typed.set(id, texts)
  }

  saved(id: string, text: string): void {
    const at = this.#typed.get(id)?.indexOf(text) ?? -1
    if (at < 0) throw new Error(`the form claims a text that nobody typed: ${text}`)
    if (at > (this.#saved.get(id) ?? -1)) this.savesClaimed++
    this.#saved.set(id, Math.max(at, this.#saved.get(id) ?? -1))
  }

  /** Declarations whose text on disk is older than what was called saved. */
  lostSaves(onDisk: (id: string) => string): string[] {
    return [...this.#saved].flatMap(([id, at]) => {
      const found = onDisk(id)
      const place = this.#typed.get(id)?.indexOf(found) ?? -1
      return place >= at ? [] : [`${id}: saved ${this.#typed.get(id)?.[at] ?? ''}, on disk ${found}`]
    })
  }
}
