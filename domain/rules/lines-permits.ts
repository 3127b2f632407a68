import { elementNames } from '../codes/tariff-columns.ts'
import type { DecList } from '../fields/declaration/dec-message.ts'
import { makeRule } from './make-rule.ts'
import { filled, headOf, isImport, licencesOf, lineName, linePath, linesOf } from './parts.ts'
import type { RuleContext } from './rule.ts'

/*
 * What the imported tariff asks of a line: permits (监管条件) and declaration elements (申报要素). The shipped practice
 * tariff names neither, so these rules are silent with it.
 */

/** Not shown at the border: inspection of imports (no document since 2018-06-01), and codes that follow from the trade mode. */
const notAsked = new Set('0AKYachedhqrst')
/** 许可证号 of the head carries these (entry guide, item 5). */
const inLicenceNo = new Set('12345Gxy')
/** 自动进口许可证 has three codes: by kind of goods and of trade. */
const oneAnother: readonly ReadonlySet<string>[] = [new Set('7Ov')]
const oldMachines = '6'
const forbidden: Readonly<Record<string, 'I' | 'E'>> = { 8: 'E', 9: 'I' }

/** Whether a permit is one of imports, of exports or of both, by its own name. */
function holdsFor(code: string, name: string, direction: 'I' | 'E'): boolean {
  if (code === 'B') return direction === 'E'
  const imports = /进口|入境/.test(name)
  const exports = /出口|出境/.test(name)
  return imports === exports || (direction === 'I' ? imports : exports)
}

function isGiven(context: RuleContext, code: string): boolean {
  if (inLicenceNo.has(code) && filled(headOf(context).LicenseNo)) return true
  const codes = oneAnother.find((group) => group.has(code)) ?? new Set([code])
  return licencesOf(context).some(({ DocuCode }) => DocuCode !== undefined && codes.has(DocuCode))
}

const moreOf = (context: RuleContext, line: DecList) => context.codes.row('tariff', line.CodeTS ?? '')?.more

/** G01: permits that the tariff names. Forbidden goods are red; a permit that is not there is asked for. */
export const permits = makeRule(
  {
    id: 'G01',
    scope: 'line',
    severity: 'error',
    source: 'imported tariff of the company (监管条件); permit names: code table docu_code',
    confidence: 'medium',
    title: '按导入税则的监管条件：禁止进出口的不能申报，需要的许可证和随附单证应填写',
  },
  (context, { error, warn }) => {
    const direction = isImport(context) ? 'I' : 'E'
    linesOf(context).forEach((line, index) => {
      const missing: string[] = []
      for (const code of moreOf(context, line)?.['permits'] ?? '') {
        const name = context.codes.row('docu_code', code)?.name ?? ''
        const of = `${lineName(index)}商品编号${line.CodeTS ?? ''}`
        if (forbidden[code] === direction) error(linePath(index, 'CodeTS'), `${of}的监管条件是${code}：${name}`)
        else if (code === oldMachines && direction === 'I')
          warn(linePath(index, 'CodeTS'), `${of}的监管条件有${code}（${name}）：请确认不是旧机电产品`)
        else if (forbidden[code] === undefined && code !== oldMachines && !notAsked.has(code))
          if (holdsFor(code, name, direction) && !isGiven(context, code)) missing.push(`${code}${name}`)
      }
      if (missing.length > 0)
        warn(
          linePath(index, 'CodeTS'),
          `${lineName(index)}按税则的监管条件应有${missing.join('、')}：请在许可证号或随附单证里填写，不适用的可以认可`,
        )
    })
  },
)

/** Parts that every line has before those of its commodity: 品牌类型, 出口享惠情况. */
const leading = 2
const mostNamed = 4

/** G02: elements that the tariff asks for. */
export const elements = makeRule(
  {
    id: 'G02',
    scope: 'line',
    severity: 'warn',
    source: 'imported tariff of the company (申报要素)',
    confidence: 'medium',
    title: '规格型号按导入税则的申报要素逐项填写，不缺项、不多项',
  },
  (context, { warn }) => {
    linesOf(context).forEach((line, index) => {
      const names = elementNames(moreOf(context, line))
      if (names.length === 0 || !filled(line.GModel)) return
      const parts = line.GModel.split('|').slice(leading)
      const missing = names.filter((_, at) => !filled(parts[at]))
      if (missing.length > 0)
        warn(
          linePath(index, 'GModel'),
          `${lineName(index)}申报要素没有填：${missing.slice(0, mostNamed).join('、')}${missing.length > mostNamed ? `等${missing.length}项` : ''}`,
        )
      if (parts.length > names.length)
        warn(
          linePath(index, 'GModel'),
          `${lineName(index)}申报要素有${parts.length + leading}项，税则列出${names.length + leading}项，请核对顺序`,
        )
    })
  },
)
