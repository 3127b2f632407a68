import fastify, { type FastifyInstance } from 'fastify'
import { limits } from '../../../domain/portal/limits.ts'
import { declarationRoutes } from './declarations.ts'
import { guard } from './guard.ts'
import type { PortalParts } from './parts.ts'
import { memberRoutes } from './members.ts'
import { practiceRoutes } from './practice.ts'
import { problemOf, sendProblem } from './problem.ts'
import { receiptRoutes } from './receipts.ts'
import { timeRoutes } from './time.ts'

/** The HTTP side of the practice portal. A new area of the contract is a file of routes and a line here. */
export function buildServer(parts: PortalParts): FastifyInstance {
  const app = fastify({ bodyLimit: limits.bodyBytes, forceCloseConnections: true })
  guard(app, parts)
  app.register(declarationRoutes, parts)
  receiptRoutes(app, parts)
  timeRoutes(app, parts)
  memberRoutes(app, parts.members)
  practiceRoutes(app, parts)
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, 'no-such-path'))
  app.setErrorHandler((error, _request, reply) => sendProblem(reply, problemOf(error)))
  return app
}
