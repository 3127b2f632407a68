import type { eventPayloads } from '../ipc/contract.ts'
import type * as z from 'zod'

/** Sends an event to the page. */
export type Emit = <E extends keyof typeof eventPayloads>(name: E, payload: z.output<(typeof eventPayloads)[E]>) => void
