/** A paper that a matter asks for. */
export interface Paper {
  readonly id: string
  readonly name: string
  /** How it has to look, e.g. 加盖公章. */
  readonly form: string
  /** Only in this case; always when absent. */
  readonly when?: string
}

/** A step of a matter: who does what, where. */
export interface MatterStep {
  readonly id: string
  readonly title: string
  readonly text: string
}

export interface Matter {
  readonly papers: readonly Paper[]
  readonly steps: readonly MatterStep[]
}

/** Numbers are the attachment numbers of the access system; papers without a number have an own id. */
const paper = {
  licence: { id: '01', name: '营业执照', form: '原件扫描件或加盖公章的复印件' },
  legalId: { id: '02', name: '法人身份证', form: '正反面，加盖公章' },
  handlerId: { id: '03', name: '经办人身份证', form: '正反面，加盖公章；原件备查', when: '由经办人代办时' },
  authority: { id: '09', name: '授权委托书', form: '法人签字并加盖公章', when: '由经办人代办时' },
  holderId: { id: 'holder', name: '持卡人身份证', form: '正反面，加盖公章' },
  registration: { id: 'form', name: '中国电子口岸企业IC卡登记表', form: '加盖公章', when: '柜台办理时' },
  legalCard: { id: 'legal-card', name: '本企业法人卡', form: '带卡' },
  card: { id: 'card', name: '要办理的卡', form: '带卡；遗失的不用' },
} as const satisfies Record<string, Paper>

const step = {
  account: { id: 'account', title: '登录', text: '用“单一窗口”账号登录；还没有账号的先注册' },
  legalEntry: { id: 'legal-entry', title: '法人信息录入', text: '录入企业与法定代表人信息，选发卡机构，上传附件' },
  operatorEntry: { id: 'operator-entry', title: '操作员预录入', text: '录入持卡人信息与申请的权限' },
  review: { id: 'review', title: '数据分中心审核', text: '与营业执照信息比对；退单时按审批意见改好再报' },
  make: { id: 'make', title: '制卡', text: '审核通过后由所选的发卡机构制卡' },
  collect: { id: 'collect', title: '领卡', text: '邮寄或到柜台领取；法人卡由法人或指定的代理人亲自领取并专人保管' },
  pin: { id: 'pin', title: '改密码', text: '初始密码是8个8，领到后立即改掉' },
  bind: { id: 'bind', title: '绑定', text: '在“绑定IC卡”里把卡与账号绑定' },
  grant: { id: 'grant', title: '授权', text: '用法人卡给操作员卡授予录入、申报权限' },
  counter: { id: 'counter', title: '到发卡机构办理', text: '带齐材料和卡到所选的发卡机构' },
} as const satisfies Record<string, MatterStep>

type Kind = 'legal' | 'operator'

const newLegal: Matter = {
  papers: [paper.licence, paper.legalId, paper.handlerId, paper.authority, paper.registration],
  steps: [step.account, step.legalEntry, step.review, step.make, step.collect, step.pin, step.bind],
}
const newOperator: Matter = {
  papers: [paper.licence, paper.holderId, paper.legalCard, paper.handlerId, paper.registration],
  steps: [step.account, step.operatorEntry, step.review, step.make, step.collect, step.pin, step.bind, step.grant],
}
const atCounter = (papers: readonly Paper[], more: readonly MatterStep[] = []): Matter => ({
  papers,
  steps: [step.counter, ...more],
})

/** Sources: guides of several card centres (registration.json, medium confidence; regions differ in details). */
const matters: Readonly<Record<string, Readonly<Record<Kind, Matter>>>> = {
  new: { legal: newLegal, operator: newOperator },
  change: {
    legal: atCounter([paper.licence, paper.legalId, paper.card, paper.handlerId], [step.pin]),
    operator: atCounter([paper.licence, paper.holderId, paper.legalCard, paper.card, paper.handlerId], [step.pin]),
  },
  unlock: {
    legal: atCounter([paper.licence, paper.card, paper.handlerId], [step.pin]),
    operator: atCounter([paper.licence, paper.card, paper.handlerId], [step.pin]),
  },
  renew: {
    legal: atCounter([paper.licence, paper.card, paper.handlerId], [step.pin]),
    operator: atCounter([paper.licence, paper.card, paper.handlerId], [step.pin]),
  },
  replace: {
    legal: atCounter([paper.licence, paper.legalId, paper.handlerId], [step.pin, step.bind]),
    operator: atCounter([paper.licence, paper.holderId, paper.legalCard, paper.handlerId], [step.pin, step.bind]),
  },
  cancel: {
    legal: atCounter([paper.licence, paper.card, paper.handlerId]),
    operator: atCounter([paper.licence, paper.legalCard, paper.card, paper.handlerId]),
  },
}

/** Papers and steps of a card matter; those of a new card where the service is not known yet. */
export const cardMatter = (service: string, kind: string): Matter =>
  (matters[service] ?? matters['new'] ?? { legal: newLegal, operator: newOperator })[
    kind === 'operator' ? 'operator' : 'legal'
  ]

const qualificationPapers = {
  licence: { id: 'licence', name: '营业执照', form: '原件扫描件，PDF' },
  legalId: { id: 'legal-id', name: '法定代表人身份证件', form: '正反面，PDF' },
  form: { id: 'unit-form', name: '报关单位情况登记表', form: '由本程序打印，盖章后扫描' },
  permit: { id: 'permit-form', name: '报关企业注册登记许可申请书', form: '由本程序打印，盖章后扫描' },
  filing: { id: 'filing-form', name: '报关单位备案信息表', form: '2022年起使用；由本程序打印，盖章后扫描' },
  trade: { id: 'trade-record', name: '对外贸易经营者备案登记表', form: '扫描件' },
  proof: { id: 'change-proof', name: '变更证明', form: '变更后的营业执照或变更通知书' },
  old: { id: 'old-record', name: '原报关或报检备案证书', form: '扫描件' },
} as const satisfies Record<string, Paper>

/**
 * Papers of a qualification application.
 * @param kind code of `applicationKinds`
 * @param unitKinds codes of `unitKinds`
 */
export function qualificationMatter(kind: string, unitKinds: readonly string[]): Matter {
  const broker = unitKinds.some((code) => code === '01000000' || code === '00010000')
  const { licence, legalId, form, permit, filing, trade, proof, old } = qualificationPapers
  const common: Paper[] = kind === 'cancel' ? [licence] : [licence, legalId, form, filing]
  return {
    papers: [
      ...common,
      ...(kind === 'supplement' ? [old] : []),
      ...(kind === 'change' ? [proof] : []),
      ...(broker && kind !== 'cancel' ? [permit] : []),
      ...(kind === 'new' && !broker ? [{ ...trade, when: '已有旧备案时' }] : []),
    ],
    steps: [
      { id: 'fill', title: '填写', text: '企业基本信息、报关单位信息、出资信息、报关人员信息' },
      { id: 'print', title: '打印盖章', text: '打印登记表，盖章后扫描成 PDF' },
      { id: 'send', title: '提交', text: '联网后提交；离线时排队，联网后自动发送' },
      { id: 'review', title: '主管部门审核', text: '材料齐全的 3 个工作日；退回时说明原因，改好再报' },
      { id: 'filed', title: '已备案', text: '取回并保存备案结果，用来填制报关单' },
    ],
  }
}
