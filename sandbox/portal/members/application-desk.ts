import { qualificationSteps } from '../../../domain/fields/qualification/qualification.ts'
import { applicationKinds } from '../../../domain/fields/qualification/choices.ts'
import { cardKinds, cardMediaSteps, cardServices } from '../../../domain/fields/registration/card-media.ts'
import { partOf, rowsOf, type StepText } from '../../../domain/fields/step-text.ts'
import type { HeldApplication, MemberAnswer, MemberBody } from '../../../domain/portal/members.ts'
import { cardMediaRules } from '../../../domain/rules/preparation/card-media.ts'
import { qualificationRules } from '../../../domain/rules/preparation/qualification.ts'
import { done, no, type MemberResult, type Problem } from './answer.ts'
import { heldOfApplication, type ApplicationRow } from './applications.repo.ts'
import { problemsOf } from './check-text.ts'
import type { MemberParts } from './parts.ts'
import type { Company, Member } from './people.ts'

type Apply = MemberBody<'apply'>

const nameOf = (list: readonly { code: string; name: string }[], code: string | undefined): string =>
  list.find((one) => one.code === code)?.name ?? ''

/** Takes applications in; `Authority` decides them. */
export class ApplicationDesk {
  readonly #parts: MemberParts
  readonly #applications: MemberParts['applications']

  constructor(parts: MemberParts) {
    this.#parts = parts
    this.#applications = parts.applications
  }

  list({ company }: Member): MemberAnswer<'applications'> {
    return { items: this.#applications.list(company.id).map((row) => this.#held(row)) }
  }

  ask({ key }: MemberBody<'askApplication'>, member: Member): MemberAnswer<'askApplication'> {
    return { items: this.list(member).items.filter((item) => item.key === key) }
  }

  qualification({ company }: Member): MemberAnswer<'qualification'> {
    const filed = this.#applications.filed(company.creditCode)
    return { items: filed ? [filed] : [] }
  }

  apply(body: Apply, { company }: Member, key: string): MemberResult<HeldApplication> {
    const { subject, text, papers } = body
    const isCard = subject === 'card'
    const problems = isCard ? this.#cardProblems(text, company) : this.#qualificationProblems(text, company)
    if (problems.length > 0) return no('fields', problems)
    const rows = this.#applications.list(company.id)
    if (rows.some((row) => isOpen(row) && isSame(row, subject, text))) return no('application-open')
    const isThere = ({ sha256, bytes }: Apply['papers'][number]): boolean =>
      this.#parts.papers.known(company.id, sha256)?.bytes === bytes
    if (!papers.every(isThere)) return no('paper-missing')
    const { speed } = this.#parts.settings()
    const now = this.#parts.now()
    const { kind = '' } = partOf(text, 'application')
    const { service = '', cardKind, holder = '' } = partOf(text, 'card')
    const application = {
      companyId: company.id,
      key,
      subject,
      kind: isCard ? service : kind,
      title: isCard
        ? `${nameOf(cardServices, service)}${nameOf(cardKinds, cardKind)} ${holder}`
        : nameOf(applicationKinds, kind),
      text,
      reviewAt: now + speed * 1000,
      decideAt: now + speed * 2000,
    }
    const lay = (): void => this.#parts.papers.lay(this.#applications.add(application), company.id, papers)
    this.#parts.db.transaction(lay).immediate()
    const [row] = this.#applications.list(company.id)
    if (!row) throw new Error('a new application is not there')
    return done(this.#held(row))
  }

  #held(row: ApplicationRow): HeldApplication {
    return heldOfApplication(row, this.#parts.papers.of(row.id))
  }

  #qualificationProblems(text: StepText, company: Company): Problem[] {
    const found = problemsOf(qualificationSteps, qualificationRules, text, this.#parts)
    const basic = partOf(text, 'basic')
    return [
      ...found,
      ...(basic['creditCode'] === company.creditCode
        ? []
        : [{ path: 'basic.creditCode', text: '统一社会信用代码：与登录企业不符，只能为本企业申请' }]),
      ...(basic['name'] === company.name ? [] : [{ path: 'basic.name', text: '企业名称：与注册的企业名称不符' }]),
      ...this.#heldProblems(partOf(text, 'application')['kind'] ?? '', company),
      ...this.#declarantProblems(text, company),
    ]
  }

  /** What is applied for has to fit what is on file. */
  #heldProblems(kind: string, { creditCode }: Company): Problem[] {
    const filed = this.#applications.filed(creditCode)
    const path = 'application.kind'
    const has = filed !== undefined && !filed.cancelled
    if (kind === 'new' && has)
      return [
        {
          path,
          text: `申请类型：已有备案，${filed.rights.length < 2 ? '请选“单一资质补录”' : '内容有变动请选“变更”'}`,
        },
      ]
    if (kind === 'supplement' && has && filed.rights.length === 2)
      return [{ path, text: '申请类型：报关、报检都已备案，没有可补录的' }]
    if (kind !== 'new' && !has) return [{ path, text: '申请类型：没有查到备案，请选“新企业一次申请”' }]
    return []
  }

  #declarantProblems(text: StepText, { orgCode }: Company): Problem[] {
    return rowsOf(text, 'declarants').flatMap(({ cardNo = '', name }, at) => {
      if (cardNo === '') return []
      const card = this.#parts.registry.cards.find((one) => one.cardNo === cardNo)
      const path = `declarants.${at}.cardNo`
      if (!card || card.copCode !== orgCode) return [{ path, text: `第${at + 1}行操作员卡号：不是本企业的卡` }]
      if (card.kind !== 'operator') return [{ path, text: `第${at + 1}行操作员卡号：不是操作员卡` }]
      return card.holder === name ? [] : [{ path, text: `第${at + 1}行操作员卡号：持卡人与姓名不符` }]
    })
  }

  #cardProblems(text: StepText, { id }: Company): Problem[] {
    const found = problemsOf(cardMediaSteps, cardMediaRules, text, this.#parts)
    const { service, cardKind, cardNo = '' } = partOf(text, 'card')
    const cards = this.#applications.sql.cards.all({ companyId: id })
    const kindOf = (number: string) => this.#parts.registry.cards.find((card) => card.cardNo === number)?.kind
    if (service === 'new' && cardKind === 'legal' && cards.some((card) => kindOf(card.cardNo) === 'legal'))
      return [...found, { path: 'card.cardKind', text: '卡种：每家企业只能有一张法人卡，遗失请选“补办”' }]
    if (service !== 'new' && cardNo !== '' && !cards.some((card) => card.cardNo === cardNo))
      return [...found, { path: 'card.cardNo', text: '原卡号：不是本企业的卡' }]
    return found
  }
}

const isOpen = ({ state }: ApplicationRow): boolean => state === 'received' || state === 'reviewing'

/** One qualification application at a time; one for each card. */
const isSame = (row: ApplicationRow, subject: Apply['subject'], text: StepText): boolean => {
  const [before, now] = [partOf(row.text, 'card'), partOf(text, 'card')]
  return (
    row.subject === subject &&
    (subject === 'qualification' ||
      (before['cardKind'] === now['cardKind'] && before['holderIdNo'] === now['holderIdNo']))
  )
}
