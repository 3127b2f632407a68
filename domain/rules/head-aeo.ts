import { makeRule } from './make-rule.ts'
import { filled, headOf, headPath, isImport } from './parts.ts'
import type { RuleContext } from './rule.ts'

/** Two letters of an AEO code → row of the table `aeo_country`. Source: AEO notices, as listed in that table. */
const countries: Record<string, string> = {
  AE: 'ARE',
  AU: 'AUS',
  BR: 'BRA',
  BY: 'BLR',
  CH: 'CHE',
  CL: 'CHL',
  CR: 'CRI',
  HK: 'HKG',
  IL: 'ISR',
  JP: 'JPN',
  KR: 'KOR',
  MO: 'MAC',
  NZ: 'NZL',
  RS: 'SRB',
  SG: 'SGP',
  TW: 'TWN',
  UG: 'UGA',
  UY: 'URY',
  ZA: 'ZAF',
}

/** The sentence about an AEO code, or nothing: formats that nobody stored are not refused. */
function fault({ codes, day }: RuleContext, code: string): string | undefined {
  const letters = code.slice(0, 2).toUpperCase()
  const country = Object.hasOwn(countries, letters) ? countries[letters] : undefined
  const row = country === undefined ? undefined : codes.row('aeo_country', country)
  const { from, pattern, format } = row?.more ?? {}
  if (row === undefined) return undefined
  if (from !== undefined && day < from) return `与${row.name}的AEO互认自${from}起实施，申报日${day}还不能填AEO编码`
  if (pattern !== undefined && !new RegExp(pattern).test(code))
    return `${row.name}的AEO编码“${code}”不对：应为${format ?? '国别代码加企业编码'}`
  return undefined
}

const ownCodeFields = ['OverseasConsignorCode', 'OverseasConsigneeCode'] as const

/** H36: AEO code of the foreign party. */
export const aeoCode = makeRule(
  {
    id: 'H36',
    scope: 'head',
    severity: 'warn',
    source: 'GACC 2023 No. 111 and No. 177, and other AEO notices (summaries)',
    confidence: 'high for listed formats',
    title: '进口的境外AEO企业编码填在境外发货人代码，国别代码在前；出口把AEOCN加10位海关编码告知对方',
  },
  (context, { warn }) => {
    const { OverseasConsignorCode, OverseasConsigneeCode, NoteS = '' } = headOf(context)
    if (/AEO</.test(NoteS)) warn(headPath('NoteS'), '备注里的“AEO<…>”是旧写法：境外AEO企业编码应填在境外收发货人代码')
    // AE is also how a code of the Emirates begins: the partner's word for a Chinese company comes first.
    const own = ownCodeFields.find((element) => headOf(context)[element]?.startsWith('AEOCN'))
    if (own !== undefined)
      return warn(headPath(own), 'AEOCN加海关编码是告知境外收货人用的，不填在报关单里；这里填对方的AEO编码')
    if (!isImport(context)) return
    if (filled(OverseasConsignorCode)) {
      const text = fault(context, OverseasConsignorCode)
      if (text !== undefined) warn(headPath('OverseasConsignorCode'), text)
    } else if (filled(OverseasConsigneeCode))
      warn(headPath('OverseasConsigneeCode'), '进口的境外AEO企业编码应填在境外发货人代码，不填在境外收货人代码')
  },
)
