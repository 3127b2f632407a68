import * as fc from 'fast-check'
import { encode } from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { eventOf, readReceipt, writeReceipt, type Receipt } from '../../../domain/message/receipts.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const gb2312 = (text: string): Uint8Array => new Uint8Array(encode(text, 'gb2312'))

function read(bytes: Uint8Array): Receipt {
  const result = readReceipt(bytes)
  if (!result.ok) throw new Error(`${result.error.code} ${result.error.detail ?? ''}`)
  return result.value
}

describe('reading a receipt', () => {
  it('reads the technical answer to a file', () => {
    const text =
      '<?xml version="1.0" encoding="UTF-8"?><DecImportResponse xmlns="http://www.chinaport.gov.cn/dec">' +
      '<ResponseCode>0</ResponseCode><ErrorMessage>暂存成功</ErrorMessage><ClientSeqNo>LX2026111000000001</ClientSeqNo>' +
      '<SeqNo>I20260000000000001</SeqNo><TrnPreId/></DecImportResponse>'
    expect(read(utf8(text))).toEqual({
      form: 'DecImportResponse',
      responseCode: '0',
      note: '暂存成功',
      clientSeqNo: 'LX2026111000000001',
      seqNo: 'I20260000000000001',
      more: {},
    })
    expect(eventOf(read(utf8(text)))).toBe('saved')
    expect(eventOf(read(utf8(text.replace('>0<', '>-1<'))))).toBe('refused')
  })

  const result =
    '<DEC_RESULT><CUS_CIQ_NO>I20260000000000001</CUS_CIQ_NO><ENTRY_ID>224820261000000042</ENTRY_ID>' +
    '<NOTICE_DATE>2026-11-10T09:08:07</NOTICE_DATE><CHANNEL>L</CHANNEL><NOTE>海关入库成功</NOTE>' +
    '<CUSTOM_MASTER>2248</CUSTOM_MASTER><I_E_DATE>20261109</I_E_DATE><D_DATE>2026-11-10</D_DATE></DEC_RESULT>'
  const expected: Receipt = {
    form: 'DEC_RESULT',
    seqNo: 'I20260000000000001',
    entryId: '224820261000000042',
    noticeAt: '2026-11-10T09:08:07',
    channel: 'L',
    note: '海关入库成功',
    customMaster: '2248',
    ieDate: '2026-11-09',
    declareDate: '2026-11-10',
    more: {},
  }

  it.each([
    ['as root', result],
    ['inside DEC_DATA', `<DEC_DATA>${result}</DEC_DATA>`],
    ['in a namespace', `<DEC_DATA xmlns="http://www.chinaport.gov.cn/dec">${result}</DEC_DATA>`],
  ])('reads the business receipt %s', (_where, text) => {
    expect(read(utf8(text))).toEqual(expected)
    expect(eventOf(read(utf8(text)))).toBe('stored')
  })

  const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const mailbox = (data: string): string =>
    '<Message version="1.0" xmlns="http://www.chinaport.gov.cn/MES"><MessageHead><MessageType>DEC.DECLARE</MessageType>' +
    '</MessageHead><MessageBody><Response xmlns="http://www.chinaport.gov.cn/SPUDP"><Context><ResultCode>0</ResultCode>' +
    `</Context><Data>${data}</Data></Response></MessageBody></Message>`
  const platform = (data: Uint8Array): string =>
    '<DxpMsg ver="1.0" xmlns="http://www.chinaport.gov.cn/dxp"><TransInfo><CopMsgId>1</CopMsgId></TransInfo>' +
    `<Data>${Buffer.from(data).toString('base64')}</Data><AddInfo><FileName>a.xml</FileName></AddInfo></DxpMsg>`

  it('reads what the envelopes of the mailbox and of the exchange platform carry', () => {
    expect(read(utf8(mailbox(escaped(`<?xml version="1.0" encoding="GB2312"?>${result}`))))).toEqual(expected)
    expect(read(utf8(platform(utf8(result))))).toEqual(expected)
    const old = gb2312(`<?xml version="1.0" encoding="GB2312"?>${result}`)
    expect(read(utf8(platform(old)))).toEqual(expected)
    expect(read(utf8(platform(utf8(mailbox(escaped(result))))))).toEqual(expected)
  })

  it('refuses envelopes that are empty, damaged, or nested without end', () => {
    const code = (text: string): string => {
      const answer = readReceipt(utf8(text))
      return answer.ok ? 'read' : answer.error.code
    }
    expect(code('<DxpMsg/>')).toBe('message.otherRoot')
    expect(code('<DxpMsg><Data>§§</Data></DxpMsg>')).toBe('message.empty')
    expect(code(mailbox('kein XML'))).toBe('message.broken')
    expect(code(mailbox(escaped('<!DOCTYPE a [<!ENTITY x "y">]><DEC_DATA/>')))).toBe('message.doctype')
    let nested = result
    for (let depth = 0; depth < 5; depth++) nested = platform(utf8(nested))
    expect(code(nested)).toBe('message.noAnswer')
  })

  it('reads the older receipt in GB2312 with the errors of the logic check', () => {
    const text =
      '<?xml version="1.0" encoding="GB2312"?><DEC_DATA><DEC_RESULT><SEQ_NO>I20260000000000001</SEQ_NO>' +
      '<NOTICE_DATE>20261110T09080700</NOTICE_DATE><CHANNEL>E</CHANNEL><NOTE>逻辑检查未通过</NOTE>' +
      '<DECL_PORT>2248</DECL_PORT><AGENT_NAME>演练报关行</AGENT_NAME><PACK_NO>12</PACK_NO></DEC_RESULT>' +
      '<RESULT_INFO>净重大于毛重</RESULT_INFO><RESULT_INFO>缺少合同</RESULT_INFO></DEC_DATA>'
    const receipt = read(gb2312(text))
    expect(receipt).toEqual({
      form: 'DEC_DATA',
      seqNo: 'I20260000000000001',
      noticeAt: '2026-11-10T09:08:07',
      channel: 'E',
      note: '逻辑检查未通过\n净重大于毛重\n缺少合同',
      customMaster: '2248',
      more: { AGENT_NAME: '演练报关行', PACK_NO: '12' },
    })
    expect(eventOf(receipt)).toBe('refused')
  })

  it('reads the transit receipt, which does not move the declaration', () => {
    const text =
      '<TRN_DATA><TRN_RESULT><SEQ_NO>I20260000000000001</SEQ_NO><TRANS_NO>2248000000000001</TRANS_NO>' +
      '<NOTICE_DATE>20261110</NOTICE_DATE><CHANNEL>R</CHANNEL><NOTE>转关放行</NOTE><I_E_FLAG>I</I_E_FLAG></TRN_RESULT></TRN_DATA>'
    const receipt = read(utf8(text))
    expect(receipt).toMatchObject({ form: 'TRN_DATA', transitNo: '2248000000000001', more: { I_E_FLAG: 'I' } })
    expect(receipt.noticeAt).toBe('2026-11-10T00:00:00')
    expect(eventOf(receipt)).toBeUndefined()
  })

  it('keeps an unknown letter and a date that is none as they came', () => {
    const text = result.replace('>L<', '>q7<').replace('2026-11-10T09:08:07', '2026-13-40')
    const receipt = read(utf8(text))
    expect(receipt.channel).toBe('q7')
    expect(receipt.noticeAt).toBeUndefined()
    expect(receipt.more).toEqual({ NOTICE_DATE: '2026-13-40' })
    expect(eventOf(receipt)).toBeUndefined()
  })

  it('takes no endless text for a number or a letter, and cuts notes that are endless together', () => {
    const long = 'x'.repeat(3000)
    const text =
      `<DEC_RESULT><CUS_CIQ_NO>I20260000000000001</CUS_CIQ_NO><ENTRY_ID>${long}</ENTRY_ID><CHANNEL>L</CHANNEL>` +
      `<CUSTOM_MASTER>${long}</CUSTOM_MASTER><NOTE>${long}</NOTE><NOTE>${long}</NOTE></DEC_RESULT>`
    const { entryId, customMaster, note, more } = read(utf8(text))
    expect([entryId, customMaster]).toEqual([undefined, undefined])
    expect(more).toEqual({ ENTRY_ID: long, CUSTOM_MASTER: long })
    expect(note).toHaveLength(4000)
  })

  it.each([
    ['another message', '<Message/>', 'message.otherRoot'],
    ['a receipt that says nothing', '<DEC_DATA><DEC_RESULT/></DEC_DATA>', 'message.noAnswer'],
    ['two receipts in one file', `<DEC_DATA>${result}${result}</DEC_DATA>`, 'message.tooMany'],
    [
      'an endless note',
      `<DEC_RESULT><CHANNEL>L</CHANNEL><NOTE>${'长'.repeat(5000)}</NOTE></DEC_RESULT>`,
      'message.tooLong',
    ],
    ['countless elements', `<DEC_RESULT><CHANNEL>L</CHANNEL>${'<X>1</X>'.repeat(300)}</DEC_RESULT>`, 'message.tooMany'],
    ['a document type', `<!DOCTYPE x [<!ENTITY a "b">]>${result}`, 'message.doctype'],
    ['a broken file', result.slice(0, 90), 'message.broken'],
    ['a file over 1 MB', ' '.repeat(1024 * 1024 + 1), 'message.tooLarge'],
  ])('refuses %s', (_what, text, code) => {
    const answer = readReceipt(utf8(text))
    expect(answer.ok ? 'read' : answer.error.code).toBe(code)
  })

  it('never throws, whatever the bytes', () => {
    const damaged = fc
      .record({ at: fc.nat(result.length), length: fc.nat(30), text: fc.string({ unit: 'binary' }) })
      .map(({ at, length, text }) => utf8(result.slice(0, at) + text + result.slice(at + length)))
    fc.assert(
      fc.property(fc.oneof(damaged, fc.uint8Array({ maxLength: 200 })), (bytes) => {
        expect(typeof readReceipt(bytes).ok).toBe('boolean')
      }),
    )
  })
})

describe('writing a receipt for practice', () => {
  const base: Receipt = {
    form: 'DEC_RESULT',
    seqNo: 'I20260000000000001',
    entryId: '224820261000000042',
    noticeAt: '2026-11-10T09:08:07',
    channel: 'P',
    note: '放行 <1> & 完',
    customMaster: '2248',
    ieDate: '2026-11-09',
    declareDate: '2026-11-10',
    more: {},
  }

  it('is read back the same in the form of today', () => expect(read(utf8(writeReceipt(base)))).toEqual(base))

  it('is read back the same in the older form, encoded as it declares', () => {
    const receipt: Receipt = { ...base, form: 'DEC_DATA', more: { PACK_NO: '12' } }
    expect(writeReceipt(receipt)).toContain('<NOTICE_DATE>20261110T09080700</NOTICE_DATE>')
    expect(read(gb2312(writeReceipt(receipt)))).toEqual(receipt)
  })

  it('is read back as technical answer and as transit receipt', () => {
    const answer: Receipt = {
      form: 'DecImportResponse',
      responseCode: '-3',
      note: '格式不正确',
      clientSeqNo: 'LX1',
      more: {},
    }
    expect(read(utf8(writeReceipt(answer)))).toEqual(answer)
    const transit: Receipt = { form: 'TRN_DATA', channel: 'L', note: '', noticeAt: '2026-11-10T00:00:00', more: {} }
    expect(read(gb2312(writeReceipt(transit)))).toEqual(transit)
  })

  it('keeps any note that XML can carry', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (note) => {
        const back = read(utf8(writeReceipt({ ...base, note })))
        expect(back.note).toBe(note.trim())
      }),
    )
  })
})
