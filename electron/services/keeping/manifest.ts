import * as z from 'zod'

const format = 'declarant-desk-archive'
/** Form of the archive itself; the version of the data is that of its schema. */
export const archiveVersion = 1

const fileSchema = z.strictObject({
  bytes: z.number().int().min(0).max(0xffffffff),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

/** What `manifest.json` of an archive says. */
export const manifestSchema = z.strictObject({
  format: z.literal(format),
  version: z.literal(archiveVersion),
  program: z.string().max(40),
  /** Number of the last migration. */
  schema: z.number().int(),
  createdAt: z.string().max(40),
  site: z.string().max(200),
  practice: z.boolean(),
  files: z.strictObject({ 'data.db': fileSchema, 'audit.jsonl': fileSchema }),
})

export type Manifest = z.output<typeof manifestSchema>

/** The manifest of an export of today. */
export const manifestOf = (facts: Omit<Manifest, 'format' | 'version'>): Manifest => ({
  format,
  version: archiveVersion,
  ...facts,
})

/** The version of an archive whose manifest may be of a form that we do not know; `undefined` when it is no archive. */
export function versionOf(value: unknown): number | undefined {
  const parsed = z.object({ format: z.literal(format), version: z.number().int() }).safeParse(value)
  return parsed.success ? parsed.data.version : undefined
}
