import iconv from 'iconv-lite'
import type { Receipt } from '../../../domain/message/receipt.ts'
import { writeReceipt } from '../../../domain/message/write-receipt.ts'
import { beijingDigits } from '../../../domain/message/beijing-time.ts'
import { noticeTime } from '../beijing-time.ts'
import type { Filing } from '../filing.ts'
import type { Step } from './plan.ts'

/** Letters that go out in the form before 2018, so that clerks and readers meet both. */
const oldForm = new Set(['J'])

/** Values that only the older form repeats. */
const oldValues = ({ facts }: Filing): Record<string, string> => ({
  AGENT_NAME: facts.agentName,
  DECLARE_NO: facts.declarantNo,
  TRADE_CO: facts.tradeCode,
  PACK_NO: facts.packNo,
  BILL_NO: facts.billNo,
  TRAF_MODE: facts.trafMode,
  VOYAGE_NO: facts.voyageNo,
  NET_WT: facts.netWeight,
  GROSS_WT: facts.grossWeight,
})

const dashed = (day: string): string => day.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')

/** A receipt as bytes in the encoding of its form. @param at moment of the notice, ms */
export function writeStep(filing: Filing, step: Step, at: number): { fileName: string; content: Buffer } {
  const isOld = oldForm.has(step.channel)
  const noticeAt = noticeTime(at)
  const receipt: Receipt = {
    form: isOld ? 'DEC_DATA' : 'DEC_RESULT',
    seqNo: filing.seqNo,
    entryId: filing.entryId,
    noticeAt,
    channel: step.channel,
    note: step.note(filing).slice(0, 255),
    customMaster: filing.facts.customMaster,
    ieDate: dashed(filing.facts.ieDate),
    declareDate: noticeAt.slice(0, 10),
    more: isOld ? oldValues(filing) : {},
  }
  const text = writeReceipt(receipt)
  const content = isOld ? iconv.encode(text, 'gb2312') : Buffer.from(text, 'utf8')
  return { fileName: `Receipt_${filing.seqNo}_${beijingDigits(at)}.xml`, content }
}
