import * as z from 'zod'
import { sectionKey, unstatedMax, type Section } from '../field.ts'
import { decMessage, type DecMessage } from './dec-message.ts'

/** Longest text that the form may hold in one field; the rules say more exactly what may be filed. */
const value = z.string().max(4000)
/** A picture of marks is base64 of at most 1 MB (field notes). */
const blob = z.string().max(1_500_000)

function rowSchema(section: Section): z.ZodType {
  const shape: Record<string, z.ZodType> = {}
  for (const field of section.fields) shape[field.element] = (field.type === 'blob' ? blob : value).optional()
  for (const child of section.children ?? []) shape[sectionKey(child)] = partSchema(child)
  return z.strictObject(shape)
}

const partSchema = (section: Section): z.ZodType =>
  (section.max === 1 ? rowSchema(section) : z.array(rowSchema(section)).max(section.max ?? unstatedMax)).optional()

/**
 * The shape of a declaration as it crosses a border (IPC, disk, import): known keys, strings, bounded.
 * It does not judge the content: a half-typed value must be storable.
 */
export const decMessageSchema = z.strictObject(
  Object.fromEntries(decMessage.map((section) => [sectionKey(section), partSchema(section)])),
) as unknown as z.ZodType<DecMessage, DecMessage>
