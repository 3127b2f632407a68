import * as z from 'zod'
import { stepTextSchema } from '../../../domain/fields/step-text.ts'
import { id, short, text } from './shapes.ts'

/** Shapes that the rooms of the preparations share. */
export const stepText = stepTextSchema

/** One thing that is wrong: `path` is `company.creditCode` or `investors.0.share`; empty where no field is meant. */
export const problem = z.object({ path: short, text })

/** A password as bytes. It crosses once, is zeroed at each hop, never stored and never logged. */
export const password = z.instanceof(Uint8Array).refine((bytes) => bytes.length >= 1 && bytes.length <= 64)

/** A code from a short message, with the message it belongs to. */
export const smsId = z.string().min(1).max(64)
export const smsCode = z.string().regex(/^\d{4,8}$/)

export const userName = z.string().min(1).max(40)
export const mobile = z.string().regex(/^1\d{10}$/)
export const creditCode = z.string().regex(/^[0-9A-Z]{18}$/)
export const cardNo = z.string().regex(/^[0-9A-Z]{13}$/)

/** What a card is to sign, word for word, and until when. The page shows it before it asks for the PIN. */
export const challenge = z.object({
  id: short,
  text,
  expiresAt: short,
  /** The card that would sign, as the reader shows it; empty texts when none fits. */
  card: z.object({
    cardNo: short,
    holder: short,
    company: short,
    copCode: short,
    kind: z.enum(['operator', 'legal', 'unknown']),
    serial: short,
    notBefore: short,
    notAfter: short,
    triesLeft: z.number(),
  }),
})

/** Way of an application from the desk to the authority. `waiting`: to be sent when the line (or the login) is back. */
export const applicationStates = ['waiting', 'unknown', 'received', 'reviewing', 'refused', 'filed'] as const

export const application = z.object({
  id: short,
  /** Wizard draft that it was made of; empty for one that another desk sent. */
  draftId: short,
  subject: z.enum(['qualification', 'card']),
  /** Code of `applicationKinds` or of `cardServices`. */
  kind: short,
  title: short,
  state: z.enum(applicationStates),
  /** Why it was refused, or why it still waits. */
  reason: text,
  /** Number at the authority. */
  number: short,
  submittedAt: short,
  updatedAt: short,
  /** What the authority has got of it, byte for byte as it was sent. */
  papers: z.array(z.object({ kind: short, name: short, sha256: short, bytes: z.number() })),
})

/** What became of handing in: problems beside the fields, or the application. */
export const handedIn = z.object({ problems: z.array(problem), application: application.nullable() })

/** Saves a paper that was handed in; `saved: false` when the dialog was closed. */
export const paper = {
  input: z.strictObject({ draftId: id, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  output: z.object({ saved: z.boolean() }),
} as const
