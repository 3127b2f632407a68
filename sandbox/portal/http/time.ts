import type { FastifyInstance } from 'fastify'
import type { components } from '../../../domain/portal/generated/types.ts'
import type { PortalParts } from './parts.ts'

/** The clock of the portal. */
export function timeRoutes(app: FastifyInstance, { now }: PortalParts): void {
  app.get('/time', (_request, reply) => {
    const answer: components['schemas']['PortalTime'] = { now: new Date(now()).toISOString() }
    return reply.send(answer)
  })
}
