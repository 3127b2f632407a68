import { readFileSync } from 'node:fs'
import * as z from 'zod'

const schema = z.strictObject({
  version: z.literal(1),
  /** PEM of the roots that practice trusts: one for SM2, one for old RSA cards. */
  roots: z.array(z.string()),
  cards: z.array(
    z.strictObject({
      /** Serial of the certificate, upper-case hex, as in `DecSign/Certificate`. */
      serial: z.string(),
      name: z.string(),
      cardNo: z.string(),
      copCode: z.string(),
      holder: z.string(),
      company: z.string(),
      kind: z.enum(['operator', 'legal']),
      rights: z.array(z.enum(['entry', 'declare'])),
      algorithm: z.enum(['SM2', 'RSA']),
      notBefore: z.string(),
      notAfter: z.string(),
      /** DER in base64. */
      certificate: z.string(),
    }),
  ),
})

/** Certificates that the practice authority issued; the practice portal looks a signer up here by serial. */
export type Registry = z.output<typeof schema>
export type RegisteredCard = Registry['cards'][number]

/** Reads `registry.json` of an authority folder. */
export const readRegistry = (path: string): Registry => schema.parse(JSON.parse(readFileSync(path, 'utf8')))
