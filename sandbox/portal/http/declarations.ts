import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { writeReceipt } from '../../../domain/message/write-receipt.ts'
import { bodyHashSchema, clientSeqNoSchema } from '../../../domain/portal/answers.ts'
import type { FilingBody } from '../../../domain/portal/package.ts'
import { heldOf } from '../filing.ts'
import { checkFiling } from '../intake/check-filing.ts'
import type { Refusal } from '../refusals.ts'
import type { PortalParts } from './parts.ts'
import { sendProblem } from './problem.ts'

interface Headers {
  readonly clientSeqNo: string
  readonly bodySha256: string
}

function headersOf(request: FastifyRequest): Headers | undefined {
  const clientSeqNo = clientSeqNoSchema.safeParse(request.headers['idempotency-key'])
  const bodySha256 = bodyHashSchema.safeParse(request.headers['x-body-sha256'])
  return clientSeqNo.success && bodySha256.success
    ? { clientSeqNo: clientSeqNo.data, bodySha256: bodySha256.data }
    : undefined
}

/** Kind of the body; the parsers below let no other through. */
const typeOf = (request: FastifyRequest): FilingBody['contentType'] =>
  request.headers['content-type']?.startsWith('application/zip') ? 'application/zip' : 'application/xml'

const sendXml = (reply: FastifyReply, status: number, text: string): FastifyReply =>
  reply.code(status).type('application/xml; charset=utf-8').send(text)

const refusalAnswer = (clientSeqNo: string, { code, text }: Refusal): string =>
  writeReceipt({ form: 'DecImportResponse', responseCode: String(code), note: text, clientSeqNo, more: {} })

/** Stores a checked filing and answers; the fault `answer-lost` cuts the line instead of the answer. */
function file(reply: FastifyReply, headers: Headers, body: FilingBody, parts: PortalParts): FastifyReply {
  const checked = checkFiling(body, parts.checks)
  if (checked.clientSeqNo !== '' && checked.clientSeqNo !== headers.clientSeqNo)
    return sendProblem(reply, 'number-differs')
  if (checked.kind === 'refused') return sendXml(reply, 422, refusalAnswer(headers.clientSeqNo, checked.refusal))
  const registration = parts.registrar.register({ ...headers, body, facts: checked.facts })
  if (registration.kind === 'other-body') return sendProblem(reply, 'other-body')
  parts.engine.schedule()
  if (parts.practice.get().fault === 'answer-lost') {
    reply.raw.destroy()
    return reply.hijack()
  }
  void reply.header('Idempotency-Replayed', String(registration.kind === 'replayed'))
  return sendXml(reply, 200, registration.answer)
}

function send(request: FastifyRequest, reply: FastifyReply, parts: PortalParts): FastifyReply {
  const headers = headersOf(request)
  if (!headers || !Buffer.isBuffer(request.body)) return sendProblem(reply, 'bad-request')
  const bytes: Buffer = request.body
  const hash = createHash('sha256').update(bytes).digest('hex')
  if (hash !== headers.bodySha256) return sendProblem(reply, 'body-hash')
  return file(reply, headers, { contentType: typeOf(request), bytes }, parts)
}

/** Filing a declaration and asking about one. Register it as a plugin: its body parsers are its own. */
export function declarationRoutes(app: FastifyInstance, parts: PortalParts, done: () => void): void {
  app.removeAllContentTypeParsers()
  for (const type of ['application/xml', 'application/zip'])
    app.addContentTypeParser(type, { parseAs: 'buffer' }, (_request, body, parsed) => parsed(null, body))

  app.post('/declarations', (request, reply) => send(request, reply, parts))

  app.get<{ Params: { clientSeqNo: string } }>('/declarations/:clientSeqNo', (request, reply) => {
    const number = clientSeqNoSchema.safeParse(request.params.clientSeqNo)
    if (!number.success) return sendProblem(reply, 'bad-request')
    const held = parts.filings.byNumber(number.data)
    return held ? reply.send(heldOf(held)) : sendProblem(reply, 'not-held')
  })
  done()
}
