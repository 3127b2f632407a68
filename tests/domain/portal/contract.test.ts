import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { keptPortalTypes, portalTypes } from '../../../build/portal-types.mjs'
import {
  filingsSchema,
  heldSchema,
  portalTimeSchema,
  practiceChangeSchema,
  practiceSettingsSchema,
  problemSchema,
  receiptItemSchema,
  receiptPageSchema,
  steeringSchema,
} from '../../../domain/portal/answers.ts'

type Json = null | string | number | boolean | Json[] | { [key: string]: Json }

const contract = parse(readFileSync(new URL('../../../domain/portal/openapi.yaml', import.meta.url), 'utf8')) as {
  components: { schemas: Record<string, Json> }
}

/** A schema without its remarks and with its references written out. */
function plain(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(plain)
  if (typeof schema !== 'object' || schema === null) return schema
  const { $ref, ...rest } = schema
  if (typeof $ref === 'string') return plain(contract.components.schemas[$ref.split('/').at(-1) ?? ''] ?? null)
  const kept = Object.entries(rest).filter(([key]) => !['description', '$schema'].includes(key))
  return Object.fromEntries(
    kept.map(([key, value]) => [key, key === 'required' ? [value].flat().sort() : plain(value)]),
  )
}

test('the kept types are those of the contract', async () => {
  expect(await keptPortalTypes()).toBe(await portalTypes())
})

test.each([
  ['Problem', problemSchema],
  ['Held', heldSchema],
  ['ReceiptItem', receiptItemSchema],
  ['ReceiptPage', receiptPageSchema],
  ['PortalTime', portalTimeSchema],
  ['PracticeSettings', practiceSettingsSchema],
  ['PracticeChange', practiceChangeSchema],
  ['Steering', steeringSchema],
  ['Filings', filingsSchema],
])('%s is checked as the contract says', (name, schema) => {
  expect(plain(z.toJSONSchema(schema) as Json)).toEqual(plain(contract.components.schemas[name] ?? null))
})
