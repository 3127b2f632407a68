import { partOf, rowsOf } from '../../../domain/fields/step-text.ts'
import type { FiledQualification, MemberSession } from '../../../domain/portal/members.ts'
import type { CardStatus } from '../../card/card-status.ts'
import type { Application, Readiness } from '../../ipc/contract.ts'
import type { WizardRow } from '../../store/wizards.repo.ts'
import { localDay } from '../local-day.ts'
import { renewalOf } from './card-media-service.ts'
import type { Board } from './kept-facts.ts'

export interface BoardParts {
  readonly board: Board | undefined
  readonly qualification: FiledQualification | undefined
  readonly session: MemberSession | undefined
  readonly wizards: readonly WizardRow[]
  readonly applications: readonly Application[]
  /** What lies in the readers. */
  readonly inReader: readonly CardStatus[]
  readonly now: number
}

type Company = Readiness['company']
type Person = Readiness['people'][number]
type Next = Company['next']

const next = (action: Next['action'], more: Partial<Next> = {}): Next => ({
  action,
  draftId: '',
  userName: '',
  cardNo: '',
  ...more,
})

const openDraft = (
  wizards: readonly WizardRow[],
  kind: WizardRow['kind'],
  fits: (row: WizardRow) => boolean = () => true,
): WizardRow | undefined =>
  wizards.find((row) => row.kind === kind && ['editing', 'ready', 'refused'].includes(row.state) && fits(row))

/** The application for a first card of a person that was begun; it is titled by its holder. */
const begunCard = ({ wizards }: BoardParts, holder: string): string =>
  openDraft(wizards, 'cardMedia', ({ variant, title }) => variant === 'new' && title === holder)?.id ?? ''

/** The board of the preparations, from what the portal said last and what lies on the desk. */
export function boardOf(parts: BoardParts): Omit<Readiness, 'trouble'> {
  const { board, session } = parts
  return {
    asOf: board?.asOf ?? '',
    loggedIn: session !== undefined,
    role: session?.role ?? 'nobody',
    company: companyOf(parts),
    people: board ? peopleOf(parts, board) : [],
  }
}

function companyOf(parts: BoardParts): Company {
  const { board, session, wizards, qualification } = parts
  const known = session ?? board?.company
  const draft = openDraft(wizards, 'account')
  const account = known ? 'registered' : draft ? (draft.state === 'ready' ? 'ready' : 'draft') : 'none'
  const { state, reason } = qualificationState(parts)
  const legal = board?.cards.find(({ kind }) => kind === 'legal')
  const lying = legal ? undefined : atHand(parts, known?.personName ?? '', 'legal')
  return {
    name: known?.companyName ?? draft?.title ?? '',
    creditCode: known?.creditCode ?? '',
    account,
    qualification: state,
    rights: qualification && !qualification.cancelled ? qualification.rights : [],
    unitKinds: qualification?.unitKinds ?? [],
    validUntil: qualification?.validUntil ?? '',
    reason,
    legalCard: {
      state: legal ? (legal.userName === '' ? 'issued' : 'bound') : stateWithoutCard(parts, lying, ''),
      cardNo: (legal ?? lying)?.cardNo ?? '',
      notAfter: (legal ?? lying)?.notAfter ?? '',
    },
    next: companyStep(parts, account, state, legal),
  }
}

function qualificationState({ qualification, applications, wizards }: BoardParts): {
  state: Company['qualification']
  reason: string
} {
  const [newest] = applications.filter(({ subject }) => subject === 'qualification')
  if (newest?.state === 'refused') return { state: 'refused', reason: newest.reason }
  if (newest?.state === 'waiting' || newest?.state === 'unknown') return { state: 'waiting', reason: newest.reason }
  if (newest?.state === 'received' || newest?.state === 'reviewing') return { state: 'reviewing', reason: '' }
  if (qualification) return { state: qualification.cancelled ? 'cancelled' : 'filed', reason: '' }
  return { state: openDraft(wizards, 'qualification') ? 'draft' : 'none', reason: '' }
}

/** The card of a person that lies in a reader, ready for use: it needs no application any more, only to be bound. */
const atHand = (
  { inReader, board }: BoardParts,
  personName: string,
  kind: CardStatus['kind'],
): CardStatus | undefined =>
  inReader.find(
    (card) =>
      card.state === 'ready' &&
      card.kind === kind &&
      card.holder === personName &&
      card.copCode === board?.company.orgCode,
  )

function companyStep(
  parts: BoardParts,
  account: Company['account'],
  state: Company['qualification'],
  legal: Board['cards'][number] | undefined,
): Next {
  const { session, qualification, wizards, applications } = parts
  if (account !== 'registered') {
    const draftId = openDraft(wizards, 'account')?.id ?? ''
    return next(account === 'ready' ? 'finishRegistration' : 'register', { draftId })
  }
  if (!session) return next('login')
  const draftId = openDraft(wizards, 'qualification')?.id ?? ''
  if (state === 'refused') {
    const refused = applications.find(({ subject }) => subject === 'qualification')
    return next('correctQualification', { draftId: refused?.draftId ?? draftId })
  }
  if (state === 'none' || state === 'draft' || state === 'cancelled') return next('qualify', { draftId })
  if (state === 'filed' && qualification?.rights.length === 1) return next('supplement', { draftId })
  if (legal === undefined || legal.userName === '') return legalCardStep(parts, session, legal?.cardNo)
  return state === 'filed' ? next('none') : next('waitForReview')
}

function legalCardStep(
  parts: BoardParts,
  { userName, personName, role }: MemberSession,
  issued: string | undefined,
): Next {
  const draftId = begunCard(parts, personName)
  if (role !== 'administrator') return issued === undefined ? next('applyCard', { draftId }) : next('none')
  const cardNo = issued ?? atHand(parts, personName, 'legal')?.cardNo
  return cardNo === undefined ? next('applyCard', { draftId }) : next('bindCard', { userName, cardNo })
}

const applied = ({ applications }: BoardParts, holder: string): boolean =>
  applications.some(
    ({ subject, state, title }) =>
      subject === 'card' &&
      !['refused', 'filed'].includes(state) &&
      (holder === '' ? title.includes('法人卡') : title.includes(holder)),
  )

/** A card that lies in the reader is made, whatever the portal tells of it. */
const stateWithoutCard = (
  parts: BoardParts,
  lying: CardStatus | undefined,
  holder: string,
): 'issued' | 'applied' | 'none' => (lying ? 'issued' : applied(parts, holder) ? 'applied' : 'none')

function peopleOf(parts: BoardParts, board: Board): Person[] {
  const self = board.company
  const list =
    board.operators.length > 0
      ? board.operators
      : [{ userName: self.userName, personName: self.personName, role: self.role, state: 'active' as const }]
  return list.map((person) => personOf(parts, board, person))
}

function personOf(
  parts: BoardParts,
  board: Board,
  { userName, personName, role, state }: Pick<Board['operators'][number], 'userName' | 'personName' | 'role' | 'state'>,
): Person {
  const kind = role === 'administrator' ? 'legal' : 'operator'
  const bound = board.cards.find((card) => card.userName === userName)
  const issued = board.cards.find((card) => card.userName === '' && card.holder === personName && card.kind === kind)
  const known = bound ?? issued
  const lying = known ? undefined : atHand(parts, personName, kind)
  const card = known ?? lying
  const text = parts.qualification?.text ?? {}
  const isDeclarant =
    rowsOf(text, 'declarants').some((row) => row['name'] === personName && row['action'] !== '3') &&
    partOf(text, 'unit')['cancelled'] !== '1'
  const rights = isDeclarant && parts.qualification && !parts.qualification.cancelled ? parts.qualification.rights : []
  const cardState = bound ? 'bound' : issued ? 'issued' : stateWithoutCard(parts, lying, personName)
  const { renewal } = renewalOf(card?.notAfter ?? '', localDay(parts.now))
  return {
    userName,
    personName,
    role,
    account: state,
    card: {
      state: cardState,
      cardNo: card?.cardNo ?? '',
      kind: known?.kind ?? kind,
      notAfter: card?.notAfter ?? '',
      renewal,
    },
    rights,
    cardRights: card?.rights ?? [],
    next: personStep({
      userName,
      role,
      account: state,
      cardState,
      renewal,
      cardNo: card?.cardNo ?? '',
      draftId: begunCard(parts, personName),
      isDeclarant,
    }),
  }
}

function personStep(person: {
  readonly userName: string
  readonly role: Person['role']
  readonly account: Person['account']
  readonly cardState: Person['card']['state']
  readonly renewal: Person['card']['renewal']
  readonly cardNo: string
  readonly draftId: string
  readonly isDeclarant: boolean
}): Next {
  const { userName, cardNo, draftId } = person
  if (person.account === 'disabled') return next('none')
  if (person.account === 'invited') return next('activate', { userName })
  if (person.cardState === 'none') return next('applyCard', { userName, draftId })
  if (person.cardState === 'applied') return next('waitForReview', { userName })
  if (person.cardState === 'issued') return next('bindCard', { userName, cardNo })
  if (person.renewal !== 'none') return next('renewCard', { userName, cardNo })
  return person.role === 'operator' && !person.isDeclarant ? next('addDeclarant', { userName, cardNo }) : next('none')
}
