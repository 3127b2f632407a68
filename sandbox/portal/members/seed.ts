import { qualificationSteps } from '../../../domain/fields/qualification/qualification.ts'
import { emptyText, type StepText } from '../../../domain/fields/step-text.ts'
import type { Beginning } from '../../../domain/portal/answers.ts'
import type { FiledQualification } from '../../../domain/portal/members.ts'
import { practiceCompany, practiceOperator } from '../../../domain/practice/practice-company.ts'
import type { RegisteredCard } from '../../authority/registry.ts'
import type { MemberParts } from './parts.ts'
import { memberTables } from './schema.ts'
import { hashSecret, newLetters } from './secrets.ts'
import { sql } from './sql.ts'

const companyText: StepText = {
  company: {
    name: practiceCompany.name,
    creditCode: practiceCompany.credit,
    orgCode: practiceCompany.copCode,
    enterpriseTypes: '15',
    businessType: '代理报关',
    legalName: '演练法人',
    address: '上海市浦东新区演练路1号',
  },
}

const filed = (rights: FiledQualification['rights'], now: number): FiledQualification => ({
  creditCode: practiceCompany.credit,
  companyName: practiceCompany.name,
  customsCode: practiceCompany.customs,
  inspectionCode: '',
  rights,
  unitKinds: ['01000000'],
  validUntil: '',
  filedAt: new Date(now).toISOString(),
  cancelled: false,
  text: {
    ...emptyText(qualificationSteps),
    basic: { name: practiceCompany.name, creditCode: practiceCompany.credit, orgCode: practiceCompany.copCode },
    unit: { customsCode: practiceCompany.customs, contactPhone: practiceCompany.phone },
    declarants: [
      { name: practiceOperator.name, declarantNo: practiceOperator.declarantNo, cardNo: practiceOperator.cardNo },
    ],
  },
})

/** User names of the practice people, by the name of their card. */
const userNameOf = (card: RegisteredCard): string =>
  `yanlian_${card.kind === 'legal' ? 'admin' : card.name.replace('-', '_')}`

/** The practice company with its people and cards, each card bound. Their password is new each time and told as a notice. */
async function addCompany({ people, bindings, applications, notices, registry, now }: MemberParts): Promise<void> {
  const password = `Yl-${newLetters(4)}${newLetters(4).toLowerCase()}7`
  const secret = await hashSecret(password)
  const { name, credit: creditCode, copCode: orgCode } = practiceCompany
  const companyId = people.addCompany({ name, creditCode, orgCode, text: companyText })
  const at = new Date(now()).toISOString()
  const usable = registry.cards.filter(
    ({ copCode, notBefore, notAfter }) => copCode === orgCode && notBefore <= at && notAfter > at,
  )
  for (const card of usable) {
    const userId = people.addUser({
      companyId,
      userName: userNameOf(card),
      personName: card.holder,
      role: card.kind === 'legal' ? 'administrator' : 'operator',
      state: 'active',
      mobile: '13800000000',
      email: '',
      text: {},
      secret,
    })
    bindings.bind(userId, card, '')
    applications.sql.addCard.run({ cardNo: card.cardNo, companyId, media: 'ic' })
  }
  notices.send('演练企业', `【演练】管理员 yanlian_admin、操作员 yanlian_operator 的密码都是 ${password}`)
  applications.file(filed(['customs', 'inspection'], now()))
}

/** Sets companies, users, cards, qualifications and short messages to a beginning. Declarations stay. */
export async function beginFrom(from: Beginning['from'], parts: MemberParts): Promise<void> {
  parts.db.transaction(() => memberTables.forEach((table) => parts.db.exec(sql`DELETE FROM ${table}`))).immediate()
  parts.notices.clear()
  if (from === 'ready') await addCompany(parts)
  if (from === 'single') parts.applications.file(filed(['customs'], parts.now()))
  parts.db
    .prepare("INSERT INTO meta (key, value) VALUES ('begun', @from) ON CONFLICT (key) DO UPDATE SET value = @from")
    .run({ from })
}

/** The first beginning of a new file: the practice company is ready at once. */
export async function beginOnce(parts: MemberParts): Promise<void> {
  const begun = parts.db.prepare("SELECT 1 FROM meta WHERE key = 'begun'").get()
  if (begun === undefined) await beginFrom('ready', parts)
}
