import * as z from 'zod'
import { done, id, nothing, short, text } from './shapes.ts'

export const site = z.strictObject({
  id: z.string().max(64),
  name: short,
  /** Over HTTP, or through the folders of the import client; absent: HTTP. */
  way: z.enum(['http', 'folders']).optional(),
  baseAddress: z.string().max(300),
  /** PEM of an extra certificate authority, for this site only. */
  extraCa: z.string().max(20000),
  /** PEM of the authorities that issue this site's operator cards, one after the other; none is shipped. */
  cardCa: z.string().max(40000).optional(),
  proxy: z.strictObject({ kind: z.enum(['system', 'none', 'http']), address: z.string().max(300) }),
  cardBackend: z.enum(['virtual', 'pcsc', 'eport', 'skf']),
  /** Back end `skf`: id of a library of the allow-list; empty: the first one that is installed. */
  skfLibrary: z.string().max(40).optional(),
})

export const sites = {
  list: {
    input: nothing,
    output: z.object({
      active: id,
      sites: z.array(site),
      /** Folder of the import client by site: its last two names, for the eye. The path stays in main. */
      folders: z.record(z.string(), short),
    }),
  },
  /** Main's dialog chooses a folder of the import client; `null` when it was closed. */
  pickFolder: { input: nothing, output: z.object({ token: id, label: short }).nullable() },
  save: { input: z.strictObject({ site, folderToken: id.optional() }), output: z.object({ id }) },
  test: {
    input: z.strictObject({ id }),
    output: z.object({ steps: z.array(z.object({ name: short, ok: z.boolean(), text })) }),
  },
  use: { input: z.strictObject({ id }), output: done },
} as const
