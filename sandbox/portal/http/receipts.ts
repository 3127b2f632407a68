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
    const gone = new AbortController()
    reply.raw.once('close', () => gone.abort())
    const signal = AbortSignal.any([gone.signal, stopping, AbortSignal.timeout(wait * 1000)])
    return reply.send(wait === 0 ? log.page(after) : await log.nextPage(after, signal))
  })
}
