import * as z from 'zod'

/** Longest answer that is read. A certificate or a signature is a few kilobytes. */
export const longestAnswer = 1024 * 1024

const text = z.string().max(100_000)

/** `true`, `"true"` and `"TRUE"` were seen in different versions of the control. */
const flag = z
  .union([z.boolean(), z.string().regex(/^(true|false)$/i)])
  .transform((value) => /^true$/i.test(String(value)))

const answerSchema = z.object({
  _id: z.union([z.number().int(), z.string().regex(/^\d{1,15}$/)]).transform(Number),
  _method: z.string().max(100),
  _status: z.string().max(10),
  _args: z.object({
    Result: flag,
    Data: z
      .array(
        z.union([text, z.number(), z.boolean(), z.null()]).transform((value) => (value === null ? '' : String(value))),
      )
      .max(100)
      .optional(),
    Error: z.array(text).max(10).optional(),
  }),
})

/** One answer of the control. */
export interface ControlAnswer {
  readonly id: number
  readonly method: string
  readonly done: boolean
  readonly data: readonly string[]
  readonly error: readonly string[]
}

const nextSchema = z.object({
  _method: z.literal('_nextBlock'),
  _args: z.object({
    Result: flag,
    Data: z
      .array(z.object({ guid: z.string().max(64), next: z.coerce.number().int().min(0).optional(), finish: flag }))
      .min(1),
  }),
})

/** The control asks for a block of a large request, again when `done` is false; or has them all. */
export interface NextBlock {
  readonly guid: string
  readonly next: number
  readonly finish: boolean
  readonly done: boolean
}

/** Reads one frame, or `undefined` for anything that the control would not say. */
export function readAnswer(frame: string): ControlAnswer | NextBlock | undefined {
  let parsed: unknown
  try {
    parsed = JSON.parse(frame)
  } catch {
    // Not JSON: somebody else listens on the port.
    return undefined
  }
  const next = nextSchema.safeParse(parsed)
  const [block] = next.success ? next.data._args.Data : []
  if (next.success && block) return { ...block, next: block.next ?? 0, done: next.data._args.Result }
  const answer = answerSchema.safeParse(parsed)
  if (!answer.success) return undefined
  const { _id: id, _method: method, _status: status, _args: args } = answer.data
  return { id, method, done: status === '00' && args.Result, data: args.Data ?? [], error: args.Error ?? [] }
}
