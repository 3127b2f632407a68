import { makeRule } from './make-rule.ts'
import { filled, headOf, headPath } from './parts.ts'
import { sources } from './sources.ts'

/** S01: the card in the reader. Without a card there is nothing to compare: the card line tells that. */
export const cardFits = makeRule(
  {
    id: 'S01',
    scope: 'signing',
    severity: 'error',
    source: sources.programs,
    confidence: 'high',
    title: '插入的操作员卡须与录入员IC卡号、操作员IC卡号一致，单位与录入单位一致，证书在有效期内',
  },
  (context, { error }) => {
    const { card, day, message } = context
    if (card === undefined) return
    const { TypistNo, CopCode } = headOf(context)
    const icCode = message.DecSign?.ICCode
    if (filled(TypistNo) && TypistNo !== card.cardNo)
      error(headPath('TypistNo'), `插入的卡是${card.cardNo}，录入员IC卡号是${TypistNo}：请换卡或改录入员`)
    if (filled(icCode) && icCode !== card.cardNo)
      error('DecSign.ICCode', `插入的卡是${card.cardNo}，操作员IC卡号是${icCode}：请换成该操作员的卡`)
    if (filled(CopCode) && CopCode !== card.copCode)
      error(headPath('CopCode'), `卡所属单位是${card.copCode}，录入单位代码是${CopCode}：请用本单位的卡`)
    const [from, until] = [card.notBefore.slice(0, 10), card.notAfter.slice(0, 10)]
    if (day < from) error('DecSign.Certificate', `操作员卡的证书${from}才生效，今天不能签名`)
    if (day > until) error('DecSign.Certificate', `操作员卡的证书已于${until}到期，请先更新证书`)
  },
)

/** S02: reviewed before signing. */
export const reviewedAgain = makeRule(
  {
    id: 'S02',
    scope: 'signing',
    severity: 'error',
    source: sources.programs,
    confidence: 'medium',
    title: '复核后改过的报关单，签名前须重新复核',
  },
  ({ changedAfterReview }, { error }) => {
    if (changedAfterReview === true) error('DecHead', '复核后又改动过，签名前应重新复核')
  },
)
