import { contract } from '../../electron/ipc/contract.ts'
import { goodInputs } from './good-inputs.ts'

/** Stands for a text of 10 MB, which the page makes itself. */
export const huge = '@huge'

export interface BadInput {
  readonly name: string
  readonly input: unknown
}

type Fields = Readonly<Record<string, unknown>>

/** Values of another kind than the one that stands in a good input. */
function wrongKinds(good: unknown): readonly unknown[] {
  const others = [null, 'text', 7, Number.NaN, true, [], { a: 1 }]
  if (typeof good === 'string') return [...others.filter((one) => typeof one !== 'string'), huge]
  if (typeof good === 'number') return [...others.filter((one) => typeof one !== 'number'), Number.NaN, Infinity, 0.5]
  if (typeof good === 'boolean') return [...others.filter((one) => typeof one !== 'boolean')]
  if (Array.isArray(good)) return [...others.filter((one) => !Array.isArray(one)), [null], [huge]]
  return [null, 'text', 7, true, [1], { surprise: 1 }]
}

/** Each field of an object in turn, also of the objects inside it, left out or of another kind. */
function broken(good: Fields, place: string, optional: (key: string) => boolean): BadInput[] {
  return Object.entries(good).flatMap(([key, value]) => {
    const rest = Object.fromEntries(Object.entries(good).filter(([other]) => other !== key))
    const missing = optional(key) ? [] : [{ name: `${place}${key} missing`, input: rest }]
    const wrong = wrongKinds(value)
      .filter((one) => !isSpeed(key, one))
      .map((one) => ({ name: `${place}${key} = ${JSON.stringify(one)}`, input: { ...good, [key]: one } }))
    const inner =
      isPlain(value) && value !== good
        ? broken(value, `${place}${key}.`, freeKeys).map(({ name, input }) => ({
            name,
            input: { ...good, [key]: input },
          }))
        : []
    return [...missing, ...wrong, ...inner]
  })
}

/** Half a second between two receipts is a good answer. */
const isSpeed = (key: string, value: unknown): boolean => key === 'speed' && value === 0.5
const isPlain = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)
const freeKeys = (key: string): boolean => key === '0' || key === 'IEFlag' || key === 'DecHead'

/** What one channel must refuse: nothing at all, another kind, a field too many, too few, of another kind, too long. */
export function badInputs(room: string, method: string): BadInput[] {
  const good = (goodInputs as unknown as Record<string, Record<string, Fields>>)[room]?.[method] ?? {}
  const { input } = (
    contract as unknown as Record<
      string,
      Record<string, { input: { shape: Record<string, { isOptional(): boolean }> } }>
    >
  )[room]?.[method] ?? { input: { shape: {} } }
  const whole = [undefined, null, 'text', 7, true, [], [good], huge]
  return [
    ...whole.map((one) => ({ name: `${one === undefined ? 'nothing' : JSON.stringify(one)} instead`, input: one })),
    { name: 'a field too many', input: { ...good, surprise: 1 } },
    { name: 'a huge field too many', input: { ...good, surprise: huge } },
    ...broken(good, '', (key) => input.shape[key]?.isOptional() === true),
  ]
}
