import type { Application, Failure, Readiness } from '../../api.ts'

/** Words of the preparations that several of their pages use. */
export const rightNames = { customs: '报关', inspection: '报检' } as const
export const cardRightNames = { entry: '录入', declare: '申报' } as const
export const cardKindNames = { operator: '操作员卡', legal: '法人卡', unknown: '未知卡种' } as const
export const mediaNames = { ic: 'IC卡', ikey: 'Ikey' } as const
export const roleNames = { administrator: '管理员', operator: '操作员' } as const

/** Not being logged in is no fault. */
export const noticeTone = ({ code }: Failure): 'warn' | 'error' => (code === 'account.noSession' ? 'warn' : 'error')

type Tone = 'plain' | 'blue' | 'green' | 'yellow' | 'red'

const applicationNames: Record<Application['state'], { text: string; tone: Tone }> = {
  waiting: { text: '待发送', tone: 'yellow' },
  unknown: { text: '是否送达未知', tone: 'yellow' },
  received: { text: '已收到', tone: 'blue' },
  reviewing: { text: '审核中', tone: 'blue' },
  refused: { text: '退回', tone: 'red' },
  filed: { text: '已备案', tone: 'green' },
}

/**
 * How an application stands. What the end of it is called follows from what was applied for: a filing is on file, a
 * cancelled one is gone, a new card is made (制卡 is the step of the card centres), any other card matter is done.
 */
export function applicationName({ state, subject, kind }: Application): { text: string; tone: Tone } {
  const name = applicationNames[state]
  if (state !== 'filed') return name
  if (subject === 'card') return { ...name, text: kind === 'new' || kind === 'replace' ? '已制卡' : '已办结' }
  return kind === 'cancel' ? { ...name, text: '已注销' } : name
}

export const renewalNames: Record<Readiness['people'][number]['card']['renewal'], { text: string; tone: Tone }> = {
  none: { text: '', tone: 'plain' },
  in90: { text: '90天内到期', tone: 'yellow' },
  in30: { text: '30天内到期，请办延期', tone: 'yellow' },
  in7: { text: '7天内到期，马上办延期', tone: 'red' },
  over: { text: '已过期', tone: 'red' },
}

/** Day of an ISO time or a plain day; a dash where none is stated. */
export const dayOf = (text: string): string => (text === '' ? '—' : text.slice(0, 10))

type Next = Readiness['company']['next']

/** Words of the one button, and where it goes: on with what is begun, not to a second one. */
export function nextAction({ action, draftId, userName, cardNo }: Next): { text: string; to: string } | undefined {
  const account = '/preparation/account'
  const begun = draftId !== ''
  const of = (base: string, id: string): string => (id === '' ? base : `${base}/${encodeURIComponent(id)}`)
  const ways: Record<Next['action'], { text: string; to: string } | undefined> = {
    register: { text: begun ? '继续注册' : '用户注册', to: of(account, draftId) },
    finishRegistration: { text: '继续注册', to: of(account, draftId) },
    login: { text: '登录', to: '/preparation/login' },
    fetchQualification: { text: '获取已备案资质', to: '/preparation/qualification?fetch=1' },
    qualify: {
      text: begun ? '继续申请' : '新企业一次申请',
      to: begun ? of('/preparation/qualification', draftId) : '/preparation/qualification?new=new',
    },
    supplement: {
      text: begun ? '继续补录' : '资质补录',
      to: begun ? of('/preparation/qualification', draftId) : '/preparation/qualification?new=supplement',
    },
    correctQualification: { text: '改好再报', to: of('/preparation/qualification', draftId) },
    waitForReview: { text: '查看审核', to: '/preparation/qualification' },
    applyCard: {
      text: begun ? '继续申请卡' : '申请卡',
      to: begun ? of('/preparation/cards', draftId) : '/preparation/cards?new=1',
    },
    renewCard: { text: '办延期', to: `/preparation/cards?renew=${encodeURIComponent(cardNo)}` },
    bindCard: { text: '绑定IC卡', to: `/preparation/binding?user=${encodeURIComponent(userName)}` },
    activate: { text: '首次登录激活', to: `/preparation/login?activate=${encodeURIComponent(userName)}` },
    addDeclarant: { text: '备案报关人员', to: '/preparation/qualification?new=change' },
    none: undefined,
  }
  return ways[action]
}
