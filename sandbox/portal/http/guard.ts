import { timingSafeEqual } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import type { PortalParts } from './parts.ts'
import { sendProblem } from './problem.ts'

function sameToken(given: string | undefined, token: string): boolean {
  const left = Buffer.from(given ?? '')
  const right = Buffer.from(`Bearer ${token}`)
  return left.length === right.length && timingSafeEqual(left, right)
}

/** Before every route: the token, then the fault that is being practised. Practice paths are never at fault. */
export function guard(app: FastifyInstance, { token, practice, slowness, stopping }: PortalParts): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!sameToken(request.headers.authorization, token)) return sendProblem(reply, 'unauthorized')
    if (request.url.startsWith('/practice/')) return undefined
    const { fault } = practice.get()
    if (fault === 'portal-down') return sendProblem(reply, 'down')
    if (fault === 'busy') return sendProblem(reply, 'busy')
    if (fault === 'slow') await wait(slowness, undefined, { signal: stopping }).catch(() => undefined)
    return undefined
  })
}
