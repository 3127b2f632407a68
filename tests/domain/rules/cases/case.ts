import type { Container, DecHead, DecList, DecMessage } from '../../../../domain/fields/declaration/dec-message.ts'
import type { Papers } from '../../../../domain/fields/papers.ts'
import type { AttachmentFact, CardFact } from '../../../../domain/rules/rule.ts'
import {
  exportDeclaration,
  fixtureAttachments,
  fixtureCard,
  fixtureDay,
  importDeclaration,
} from '../../../fixtures/declarations.ts'

/** A declaration that a case may change before the rule looks at it. */
export interface Draft {
  message: DecMessage
  head: DecHead
  lines: DecList[]
  /** First goods line. */
  line: DecList
  containers: Container[]
  free: NonNullable<DecMessage['DecFreeTxt']>
  day: string
  attachments: AttachmentFact[]
  card: CardFact | undefined
  changedAfterReview: boolean
  papers: Papers
}

/** One test of one rule: what is changed in the right declaration, and what the rule then finds. */
export interface Case {
  readonly rule: string
  /** Sentence of behaviour, after the rule id. */
  readonly says: string
  readonly change: (draft: Draft) => void
  /** `severity path` of every finding, in the order of the rule; empty: it passes. */
  readonly finds: readonly string[]
  readonly base?: 'export'
  /** A piece of the first sentence. */
  readonly text?: string
}

/** The right import or export, ready to be changed. */
export function draftOf(base: Case['base']): Draft {
  const message = base === 'export' ? exportDeclaration() : importDeclaration()
  const head: DecHead = message.DecHead ?? {}
  const lines: DecList[] = message.DecLists ?? []
  const [line = {}] = lines
  return {
    message,
    head,
    lines,
    line,
    containers: message.DecContainers ?? [],
    free: message.DecFreeTxt ?? {},
    day: fixtureDay,
    attachments: [...fixtureAttachments],
    card: fixtureCard,
    changedAfterReview: false,
    papers: {},
  }
}

/** Nothing is changed. */
export const asIs = (): void => undefined
