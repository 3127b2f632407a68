import type { Database } from 'better-sqlite3'
import { loadCodeBook } from '../../../domain/codes/code-book.ts'
import type { PracticeSettings } from '../../../domain/portal/answers.ts'
import type { RegisteredCard, Registry } from '../../authority/registry.ts'
import { AccountDesk } from './account-desk.ts'
import { ApplicationDesk } from './application-desk.ts'
import { ApplicationsRepo } from './applications.repo.ts'
import { AuthorityDesk } from './authority-desk.ts'
import { BindingDesk } from './binding-desk.ts'
import { Bindings } from './bindings.ts'
import { CardDesk } from './card-desk.ts'
import { Notices } from './notices.ts'
import { PaperDesk } from './paper-desk.ts'
import { Papers } from './papers.repo.ts'
import { People } from './people.ts'
import { PeopleDesk } from './people-desk.ts'
import type { MemberParts } from './parts.ts'
import { beginOnce } from './seed.ts'
import { Tickets } from './tickets.ts'

/** Tables that the checks of the applications ask. */
const tables = ['admin_division', 'currency', 'customs_district', 'country'] as const

export interface MembersOptions {
  readonly db: Database
  readonly registry: Registry
  readonly settings: () => PracticeSettings
  readonly now: () => number
}

/** Companies, users, cards and qualifications of the practice portal. */
export async function openMembers({ db, registry, settings, now }: MembersOptions) {
  const parts: MemberParts = {
    db,
    people: new People(db, now),
    bindings: new Bindings(db, now),
    applications: new ApplicationsRepo(db, now),
    papers: new Papers(db, now),
    tickets: new Tickets(db, now),
    notices: new Notices(db, now),
    registry,
    codes: await loadCodeBook([...tables]),
    settings,
    now,
  }
  await beginOnce(parts)
  const cards = new CardDesk(parts)
  return {
    parts,
    account: new AccountDesk(parts),
    people: new PeopleDesk(parts),
    binding: new BindingDesk(parts),
    applications: new ApplicationDesk(parts),
    papers: new PaperDesk(parts),
    cards,
    authority: new AuthorityDesk(parts),
    /** Rights of a card that may sign declarations, or why its company or its user is not ready for it. */
    standing: (card: RegisteredCard) => standingOf(card, parts, cards),
  }
}

export type Members = Awaited<ReturnType<typeof openMembers>>

type Standing = { readonly reason: string } | { readonly rights: readonly ('entry' | 'declare')[] }

function standingOf(card: RegisteredCard, { bindings, people, applications }: MemberParts, cards: CardDesk): Standing {
  const bound = bindings.ofCard(card.cardNo)
  const user = bound && people.sql.user.get({ id: bound.userId })
  if (user?.state !== 'active') return { reason: '操作员卡没有绑定给在用的用户，请先在“业务准备”绑定' }
  const company = people.company(user.companyId)
  const filed = company && applications.filed(company.creditCode)
  if (!filed || filed.cancelled || !filed.rights.includes('customs'))
    return { reason: '企业没有有效的报关资质备案，请先在“业务准备”办理' }
  return { rights: cards.rightsOf(card) }
}
