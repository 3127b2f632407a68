import { filled } from '../parts.ts'
import { partOf } from '../../fields/step-text.ts'
import type { StepRule } from './step-rule.ts'

/** Rules of 办理卡介质. */
export const cardMediaRules: readonly StepRule[] = [
  {
    id: 'K01',
    judge: ({ text }, report) => {
      const { cardKind, service, rights } = partOf(text, 'card')
      if (cardKind === 'operator' && service === 'new' && !filled(rights))
        report.error('card.rights', '申请权限：操作员卡至少选录入、申报中的一项')
      if (cardKind === 'legal' && filled(rights))
        report.error('card.rights', '申请权限：法人卡不办日常录入和申报，请清空')
    },
  },
  {
    id: 'K02',
    judge: ({ text }, report) => {
      const { service, cardNo } = partOf(text, 'card')
      if (filled(service) && service !== 'new' && !filled(cardNo))
        report.error('card.cardNo', '原卡号：变更、解锁、延期、补办、注销都要填原卡号')
      if (service === 'new' && filled(cardNo)) report.warn('card.cardNo', '原卡号：新办没有原卡号，请清空')
    },
  },
  {
    id: 'K03',
    judge: ({ text }, report) => {
      const { delivery, remark } = partOf(text, 'card')
      if (delivery === 'mail' && !filled(remark))
        report.error('card.remark', '备注：邮寄的必须写明收件人姓名、电话和地址，不写会被退单')
      if (delivery === 'counter' && !filled(remark))
        report.warn('card.remark', '备注：有几个网点的地区请写明到哪个网点自取，不写可能被退单')
    },
  },
]
