import type { FastifyInstance } from 'fastify'
import { beginningSchema, practiceChangeSchema, steeringSchema } from '../../../domain/portal/answers.ts'
import { heldOf } from '../filing.ts'
import { beginFrom } from '../members/seed.ts'
import type { PortalParts } from './parts.ts'
import { sendProblem } from './problem.ts'

/** What only a practice portal has: how filings end, how fast, and which fault is practised. */
export function practiceRoutes(app: FastifyInstance, parts: PortalParts): void {
  const { practice, filings, engine, registrar, members, now } = parts

  app.get('/practice/settings', (_request, reply) => reply.send(practice.get()))

  app.patch('/practice/settings', (request, reply) => {
    const change = practiceChangeSchema.safeParse(request.body)
    if (!change.success) return sendProblem(reply, 'bad-request')
    const settings = practice.change(change.data)
    // What waits already is not left waiting at the old, slower speed.
    filings.hurry(now() + settings.speed * 1000)
    engine.schedule()
    return reply.send(settings)
  })

  app.put('/practice/members', async (request, reply) => {
    const beginning = beginningSchema.safeParse(request.body)
    if (!beginning.success) return sendProblem(reply, 'bad-request')
    await beginFrom(beginning.data.from, members.parts)
    return reply.send(beginning.data)
  })

  app.get('/practice/notices', (_request, reply) => reply.send(members.parts.notices.list()))

  app.get('/practice/declarations', (_request, reply) => reply.send({ items: filings.all().map(heldOf) }))

  app.put<{ Params: { clientSeqNo: string } }>('/practice/declarations/:clientSeqNo/outcome', (request, reply) => {
    const steering = steeringSchema.safeParse(request.body)
    if (!steering.success) return sendProblem(reply, 'bad-request')
    const filing = filings.byNumber(request.params.clientSeqNo)
    if (!filing) return sendProblem(reply, 'not-held')
    registrar.steer(filing, steering.data.outcome, steering.data.reason)
    engine.schedule()
    return reply.send(heldOf(filing))
  })
}
