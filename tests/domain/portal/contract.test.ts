import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { keptPortalTypes, portalTypes } from '../../../build/portal-types.mjs'
import { stepTextSchema } from '../../../domain/fields/step-text.ts'
import {
  beginningSchema,
  filingsSchema,
  heldSchema,
  noticesSchema,
  portalTimeSchema,
  practiceChangeSchema,
  practiceSettingsSchema,
  problemSchema,
  receiptItemSchema,
  receiptPageSchema,
  steeringSchema,
} from '../../../domain/portal/answers.ts'
import {
  filedQualificationSchema,
  heldApplicationSchema,
  memberCalls,
  memberSessionSchema,
  refusalSchema,
  type MemberCall,
} from '../../../domain/portal/members.ts'

type Json = null | string | number | boolean | Json[] | { [key: string]: Json }

const contract = parse(readFileSync(new URL('../../../domain/portal/openapi.yaml', import.meta.url), 'utf8')) as {
  components: { schemas: Record<string, Json> }
  paths: Record<string, Record<string, Operation>>
}
interface Operation {
  tags: string[]
  operationId: string
  parameters?: { $ref: string }[]
  requestBody?: { content: Record<string, { schema: Json }> }
  responses: Record<string, { content?: Record<string, { schema: Json }> }>
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
  ['Beginning', beginningSchema],
  ['Notices', noticesSchema],
  ['StepText', stepTextSchema],
  ['MemberSession', memberSessionSchema],
  ['FiledQualification', filedQualificationSchema],
  ['HeldApplication', heldApplicationSchema],
  ['Refusal', refusalSchema],
])('%s is checked as the contract says', (name, schema) => {
  expect(plain(z.toJSONSchema(schema) as Json)).toEqual(plain(contract.components.schemas[name] ?? null))
})

const shape = (schema: z.ZodType): Json => plain(z.toJSONSchema(schema) as Json)

test.each(Object.entries<MemberCall>(memberCalls))(
  'the call %s is written down as client and portal make it',
  (name, call) => {
    const operation = contract.paths[call.path]?.['post']
    expect(operation?.operationId).toBe(name)
    expect(plain(operation?.requestBody?.content['application/json']?.schema ?? null)).toEqual(shape(call.body))
    expect(plain(operation?.responses['200']?.content?.['application/json']?.schema ?? null)).toEqual(
      shape(call.answer),
    )
    const needed = (operation?.parameters ?? []).map(({ $ref }) => $ref.split('/').at(-1))
    expect(needed).toEqual([
      ...(call.role === 'anyone' ? [] : ['Session']),
      ...(call.keyed === undefined ? [] : ['SubmissionKey']),
    ])
    expect(Object.keys(operation?.responses ?? {}).includes('403')).toBe(call.role === 'administrator')
  },
)

test('every call of companies, users and cards that is written down is made', () => {
  const written = Object.values(contract.paths)
    .flatMap((methods) => Object.values(methods))
    .filter(({ tags }) => tags.includes('members'))
    .map(({ operationId }) => operationId)
  expect(written.sort()).toEqual(Object.keys(memberCalls).sort())
})
