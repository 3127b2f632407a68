import { decHead } from '../../domain/fields/declaration/dec-head.ts'
import { decList } from '../../domain/fields/declaration/dec-list.ts'
import { licenseDocu } from '../../domain/fields/declaration/documents.ts'
import { container, decFreeTxt } from '../../domain/fields/declaration/head-parts.ts'
import {
  signedContainer,
  signedFreeText,
  signedHead,
  signedLicence,
  signedLine,
  signedOnExportsOnly,
} from '../../domain/message/sign-order.ts'

interface Labelled {
  readonly fields: readonly { readonly element: string; readonly label: string }[]
}

const labelsOf = (section: Labelled, elements: readonly string[]): string[] =>
  elements.map((element) => {
    const label = section.fields.find((field) => field.element === element)?.label ?? element
    return signedOnExportsOnly.has(element) ? `${label}（只在出口）` : label
  })

/** The values that are signed, in their order, by the names that the form has for them. */
export const signedParts: readonly { readonly title: string; readonly labels: readonly string[] }[] = [
  { title: '表头', labels: labelsOf(decHead, signedHead) },
  { title: '表体，每一项商品', labels: labelsOf(decList, signedLine) },
  { title: '每个集装箱', labels: labelsOf(container, signedContainer) },
  { title: '每份随附单证', labels: labelsOf(licenseDocu, signedLicence) },
  { title: '其他', labels: labelsOf(decFreeTxt, signedFreeText) },
]

/** Which card signs, and what stops another one. */
export const cardRules: readonly { readonly rule: string; readonly why: string }[] = [
  { rule: '操作员卡，卡号就是报关单的“录入员 IC 卡号”', why: '别人的卡不能替他签；换人签，先把报关单退回修改' },
  { rule: '卡上的单位代码就是报关单的“录入单位代码”', why: '一个单位的卡不能签另一个单位录入的报关单' },
  { rule: '有“申报”权限', why: '只有“录入”权限的卡只能制单；证书没有写明权限的，由海关核定' },
  { rule: '证书在有效期内，由本站点受信任的机构签发', why: '到期前 30 天起提醒' },
  { rule: '不是法人卡', why: '法人卡用来授权和办理企业业务，不能签报关单' },
  { rule: '演练卡只在演练里用，正式的卡只在正式站点用', why: '两边的数据和证书互不相通' },
]

/** What happens to the PIN. */
export const pinFacts: readonly string[] = [
  '输入一次只向卡验证一次，一批报关单也只验证一次；程序任何时候都不会自己再试。',
  '验证前先看剩余次数；密码不对时整批停下，一票也不签，剩余次数马上更新。',
  '密码只在内存里停留到验证为止，随即清零；不写入文件、日志和诊断包，也不发给口岸。',
  '锁死后只能到电子口岸制卡点，或由法人卡在电子口岸网站解锁，本程序不能解锁。',
  '出厂密码（八个 8）验证通过后会提醒修改，也不接受改回出厂密码。',
]

/** How a card is reached, by back end: what of the machine takes part. */
export const waysToTheCard = {
  virtual: '演练：虚拟卡在本程序里，不经过读卡器。',
  pcsc: '读卡器：本程序通过系统的智能卡服务（PC/SC）直接和卡通信，签名期间独占这张卡；只送摘要，不送原文。',
  eport:
    '电子口岸控件：本程序连接本机 127.0.0.1:61232，依次调用 SpcGetCardID（卡号）、SpcGetSignCertAsPEM（证书）、SpcInitEnvEx（打开卡）、SpcVerifyPIN（验证密码）、SpcSignDataAsPEM（签原文）、SpcClearEnv（关闭卡）；原文交给控件，由控件算摘要。',
  skf: '密码钥匙：本程序装载设置里选定的厂商接口库（GM/T 0016），只送摘要，不送原文。',
} as const
