import { isCreditCode } from '../identity/credit-code.ts'
import { isCustomsCode } from '../identity/customs-code.ts'
import { isIdentityCard } from '../identity/identity-card.ts'
import { makeRule } from './make-rule.ts'
import { filled, headOf, headPath } from './parts.ts'
import { sources } from './sources.ts'

/** H13: 境内收发货人. */
export const traderCode = makeRule(
  {
    id: 'H13',
    scope: 'head',
    severity: 'error',
    source: sources.guide,
    confidence: 'high',
    title: '境内收发货人填18位统一社会信用代码（校验位须正确），没有的填10位海关编码',
  },
  (context, { error }) => {
    const { TradeCoScc, TradeCode } = headOf(context)
    const path = headPath('TradeCoScc')
    if (filled(TradeCoScc)) {
      if (TradeCoScc.length !== 18) error(path, `境内收发货人统一社会信用代码应为18位，现在是${TradeCoScc.length}位`)
      else if (!isCreditCode(TradeCoScc)) error(path, '境内收发货人统一社会信用代码的校验位不对，请对照营业执照核对')
    } else if (!filled(TradeCode)) error(path, '应填境内收发货人的18位统一社会信用代码，没有的填10位海关编码')
    else if (!isCustomsCode(TradeCode))
      error(headPath('TradeCode'), `境内收发货人海关编码“${TradeCode}”不对：没有填信用代码时，应为10位海关编码`)
  },
)

/** H14: 消费使用/生产销售单位. A private person is given by an 18-character document number. */
export const ownerCode = makeRule(
  {
    id: 'H14',
    scope: 'head',
    severity: 'error',
    source: sources.guide,
    confidence: 'high',
    title: '消费使用/生产销售单位填18位统一社会信用代码，没有代码的填NO',
  },
  (context, { error, warn }) => {
    const { OwnerCodeScc, OwnerCode } = headOf(context)
    const path = headPath('OwnerCodeScc')
    if (OwnerCode === 'NO' || OwnerCodeScc === 'NO') return
    if (!filled(OwnerCodeScc)) error(path, '应填消费使用/生产销售单位的18位统一社会信用代码；没有代码的，单位代码填NO')
    else if (OwnerCodeScc.length !== 18)
      error(path, `消费使用/生产销售单位统一社会信用代码应为18位，现在是${OwnerCodeScc.length}位；没有代码的填NO`)
    else if (!isCreditCode(OwnerCodeScc) && !isIdentityCard(OwnerCodeScc))
      warn(path, '消费使用/生产销售单位代码的校验位不对，请对照营业执照或证件核对')
  },
)

/** H15: codes of fixed length that mostly the program fills. */
export const fixedCodes = makeRule(
  {
    id: 'H15',
    scope: 'head',
    severity: 'error',
    source: `${sources.schema}; ${sources.notes}`,
    confidence: 'high',
    title: '录入单位代码9位，录入员IC卡号13位，客户端报关单编号18位，统一编号留空或18位',
  },
  (context, { error }) => {
    const { CopCode, TypistNo, SeqNo } = headOf(context)
    const ClientSeqNo = context.message.DecSign?.ClientSeqNo
    if (filled(CopCode) && !/^[0-9A-Z]{9}$/.test(CopCode))
      error(headPath('CopCode'), '录入单位代码应为9位大写字母和数字（信用代码的第9至17位）')
    if (filled(TypistNo) && !/^[0-9A-Z]{13}$/.test(TypistNo))
      error(headPath('TypistNo'), '录入员IC卡号应为13位，前面不带“03-”')
    if (filled(ClientSeqNo) && !/^[0-9A-Za-z]{18}$/.test(ClientSeqNo))
      error('DecSign.ClientSeqNo', '客户端报关单编号应为18位字母和数字')
    if (filled(SeqNo) && !/^[0-9A-Za-z]{18}$/.test(SeqNo))
      error(headPath('SeqNo'), '统一编号应为18位；首次申报留空，由数据中心返回')
  },
)
