/** How far an item must be filled, in the words of the entry guide. */
export type Need = '必填' | '有条件必填' | '选填' | '有条件选填' | '必填或选填' | '已取消'

/** What a notice changed in an item. */
export interface ItemChange {
  /** First day of the new state, yyyy-MM-dd. */
  readonly from: string
  readonly source: string
  /** How it was until then. */
  readonly before: string
}

/** One of the 105 items of the unified entry form. */
export interface EntryItem {
  readonly no: number
  readonly name: string
  readonly need: Need
  /** Elements of the message that carry it, as paths of element names from the root. */
  readonly elements: readonly string[]
  /** Position in a positional element, from 1. */
  readonly position?: number
  /** First day on which it is no longer on the form. */
  readonly until?: string
  /** What to fill, in short. */
  readonly rule: string
  readonly change?: ItemChange
}
