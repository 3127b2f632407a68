import type { FastifyInstance } from 'fastify'
import { receiptsQuerySchema } from '../../../domain/portal/answers.ts'
import type { PortalParts } from './parts.ts'
import { sendProblem } from './problem.ts'

/** The stream of receipts. */
export function receiptRoutes(app: FastifyInstance, { log, stopping }: PortalParts): void {
  app.get('/receipts', async (request, reply) => {
    const query = receiptsQuerySchema.safeParse(request.query)
    if (!query.success) return sendProblem(reply, 'bad-request')
    const { after, wait } = query.data
    if (wait === 0) return reply.send(log.page(after))
    // A timer of our own: AbortSignal.timeout inside AbortSignal.any may be collected and then never ends
    // (https://github.com/nodejs/node/issues/57736).
    const over = new AbortController()
    const end = (): void => over.abort()
    const timer = setTimeout(end, wait * 1000)
    reply.raw.once('close', end)
    try {
      return await reply.send(await log.nextPage(after, AbortSignal.any([over.signal, stopping])))
    } finally {
      clearTimeout(timer)
    }
  })
}
