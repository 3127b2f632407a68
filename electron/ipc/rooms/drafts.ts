import * as z from 'zod'
import { decMessageSchema } from '../../../domain/fields/declaration/schema.ts'
import { papersSchema } from '../../../domain/fields/papers.ts'
import { parts } from './memory.ts'
import { done, id, ieFlag, listFilter, nothing, short, state, summary, text } from './shapes.ts'

/** 报关单 in the state of one revision. */
export const draft = z.object({
  summary,
  message: decMessageSchema,
  attachments: z.array(
    z.object({
      id,
      edocCode: short,
      name: short,
      bytes: z.number(),
      pdf: z.boolean(),
      encrypted: z.boolean(),
    }),
  ),
  /** Yellow findings accepted by the clerk: `rule|path` → note. */
  accepted: z.record(z.string(), text),
  /** Figures of invoice, packing list and contract. */
  papers: papersSchema,
})

export const drafts = {
  board: {
    input: nothing,
    output: z.object({
      counts: z.partialRecord(state, z.number()),
      today: z.partialRecord(state, z.number()),
      recent: z.array(summary),
    }),
  },
  list: {
    input: z.strictObject({
      ...listFilter.shape,
      limit: z.number().int().min(1).max(500).optional(),
      offset: z.number().int().min(0).optional(),
    }),
    /** With `more` there are more than `total`. */
    output: z.object({ total: z.number(), more: z.boolean(), rows: z.array(summary) }),
  },
  create: { input: z.strictObject({ ieFlag }), output: draft },
  open: { input: z.strictObject({ id }), output: draft },
  save: {
    input: z.strictObject({
      id,
      /** Revision that the form started from; a newer one on disk is refused with `store.stale`. */
      rev: z.number().int(),
      message: decMessageSchema,
      accepted: z.record(z.string().max(200), z.string().max(500)),
      /** Left out: they stay as they are. */
      papers: papersSchema.optional(),
      errors: z.number().int().min(0),
      warnings: z.number().int().min(0),
    }),
    output: z.object({ rev: z.number(), savedAt: short }),
  },
  /** Without `parts`: what a copy usually takes. */
  copy: { input: z.strictObject({ id, parts: parts.optional() }), output: z.object({ id }) },
  remove: { input: z.strictObject({ id }), output: done },
  markReady: { input: z.strictObject({ id, rev: z.number().int() }), output: summary },
  reopen: { input: z.strictObject({ id }), output: summary },
  revisions: {
    input: z.strictObject({ id }),
    output: z.array(z.object({ rev: z.number(), savedAt: short, lines: z.number(), bytes: z.number(), who: short })),
  },
  /** A saved state of the past, to look at. */
  revision: { input: z.strictObject({ id, rev: z.number().int() }), output: z.object({ message: decMessageSchema }) },
  restore: { input: z.strictObject({ id, rev: z.number().int() }), output: draft },
  attach: { input: z.strictObject({ id, edocCode: z.string().regex(/^\d{8}$/) }), output: draft.nullable() },
  detach: { input: z.strictObject({ id, attachmentId: id }), output: draft },
  exportXml: { input: z.strictObject({ id }), output: z.object({ saved: z.boolean() }) },
} as const
