/** A code table as it is shipped: data with its version and source. */
export interface CodeRow {
  readonly code: string
  readonly name: string
  /** First letters of the pinyin of the name, lower case. */
  readonly initials: string
  /** Full pinyin of the name without tones or spaces, lower case. */
  readonly pinyin: string
  /** Further columns of the source (name_en, old_customs …). */
  readonly more?: Readonly<Record<string, string>>
}

export interface CodeTable {
  readonly name: string
  readonly title: string
  readonly asOf: string
  readonly source: string
  readonly confidence: string
  readonly note: string
  /** `true`: for practice only, marked on every page that shows it. */
  readonly practiceOnly?: boolean
  readonly rows: readonly CodeRow[]
}
