import type { DraftStatements, RevisionRow } from './drafts.sql.ts'

/** Newest revisions of which every one stays. */
const keptWhole = 30
const minute = 60_000

/** Distance in time at which older revisions stay: close together for the last hours, wider behind. */
const spacing = (age: number): number =>
  age < 24 * 60 * minute ? 2 * minute : age < 30 * 24 * 60 * minute ? 60 * minute : 24 * 60 * minute

/**
 * Keys of the revisions that may go. The form saves at every pause of the clerk; an hour of typing is some hundred
 * copies of 60 KB, of which a few minutes' steps are all that anyone goes back to. The first one always stays.
 * @param newestFirst revisions of one declaration
 */
export function superfluous(newestFirst: readonly RevisionRow[], now: number): number[] {
  let keptAt = Infinity
  return newestFirst.slice(keptWhole, -1).flatMap(({ key, savedAt }) => {
    const at = Date.parse(savedAt)
    // A clock that was set back gives an older revision a later moment: then it is far from the one before, not close.
    if (Math.abs(keptAt - at) < spacing(now - at)) return [key]
    keptAt = at
    return []
  })
}

/** Thins the revisions of one declaration; called now and then, so that most saves do not pay for it. */
export function thinRevisions(sql: DraftStatements, from: number, to: number, now: number): void {
  for (const key of superfluous(sql.revisions.all({ from, to }), now)) sql.dropRevision.run({ key })
}
