import type { DecHead, DecMessage } from '../../../domain/fields/declaration/dec-message.ts'
import type { CompanyProfile } from '../../ipc/contract.ts'

/** Values with which a declaration begins; each can be changed in the form. */
const usual: DecHead = {
  /** M: filed without paper (entry_type). */
  EntryType: 'M',
  /** 1: ordinary declaration (edi_id). */
  EdiId: '1',
  /** 0: general declaration, no transit (decl_trn_rel). */
  DeclTrnRel: '0',
  /** No other packages, no surety, duties assessed by customs: what most declarations say. */
  NoOtherPack: '0',
  ChkSurety: '0',
  TaxAaminMark: '0',
}

/** Who files: from the settings of the site. */
const filer = (company: CompanyProfile): DecHead => ({
  AgentCode: company.agentCode,
  AgentCodeScc: company.agentCodeScc,
  AgentName: company.agentName,
  CopCode: company.copCode,
  CopCodeScc: company.copCodeScc,
  CopName: company.copName,
  TypistNo: company.typistNo,
  InputerName: company.inputerName,
  DeclareName: company.declareName,
})

/** The message of a new declaration. */
export const newMessage = (ieFlag: 'I' | 'E', company: CompanyProfile): DecMessage => ({
  DecHead: { ...usual, IEFlag: ieFlag, ...filer(company) },
})

/** A message from elsewhere (an import) with what every new declaration has; its own values win where they are filled. */
export function completeMessage(message: DecMessage, ieFlag: 'I' | 'E', company: CompanyProfile): DecMessage {
  const own = Object.entries(message.DecHead ?? {}).filter(([, value]) => Boolean(value))
  return { ...message, DecHead: { ...usual, ...filer(company), ...Object.fromEntries(own), IEFlag: ieFlag } }
}

/** The message of a copy or of a template, filed by the company of this desk. */
export const withFiler = (message: DecMessage, company: CompanyProfile): DecMessage => ({
  ...message,
  DecHead: { ...usual, ...message.DecHead, ...filer(company) },
})
