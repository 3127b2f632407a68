import { containerCount, containerForm, linesInContainers } from './containers.ts'
import {
  agentMandate,
  attachmentForm,
  attachmentSize,
  exclusionNumber,
  paperlessFiles,
  permitPairs,
} from './documents.ts'
import { locate } from './field-path.ts'
import { format } from './format.ts'
import { aeoCode } from './head-aeo.ts'
import { crossingDate, departureDate } from './head-dates.ts'
import * as fees from './head-fees.ts'
import { fixedCodes, ownerCode, traderCode } from './head-parties.ts'
import * as places from './head-places.ts'
import { filingTerm, paymentTerm, twoStep } from './head-terms.ts'
import { marks, plainText, textLengths, transshipmentProof } from './head-texts.ts'
import { cutModeBlank, manualNumber, modeAndMovement, oneEach, priceAnswers } from './head-trade.ts'
import * as transport from './head-transport.ts'
import { packages, smallWeight, weightRange } from './head-weights.ts'
import { dutyMode, lineTotal, netWeightSum, sameUnit } from './lines-amounts.ts'
import { domesticPlace, goodsModel, lineCountries } from './lines-codes.ts'
import { dangerousGoods, importedChemicals } from './lines-danger.ts'
import { attributeLicence, vehicleNumbers, writtenOffUnit } from './lines-licences.ts'
import { handbookLine, lineCount, lineNumbers, oneCurrency } from './lines-order.ts'
import { preference, rcepOrigin } from './lines-preference.ts'
import { elements, permits } from './lines-permits.ts'
import { cosmetics, tariffCode, tariffUnits } from './lines-tariff.ts'
import * as papers from './papers.ts'
import { foodParties } from './qualifications.ts'
import { required } from './required.ts'
import type { Finding, Rule, RuleContext, Severity } from './rule.ts'
import { cardFits, reviewedAgain } from './signing.ts'
import { totals } from './totals.ts'

const head: readonly Rule[] = [
  places.filingOffice, // H01
  packages, // H02
  weightRange, // H03
  smallWeight, // H03b
  fees.chargeCurrency, // H04
  fees.unitPriceMark, // H05
  fees.chargeTogether, // H06
  fees.chargeSign, // H07
  fees.importPriceTerm, // H08
  fees.exportPriceTerm, // H09
  transport.noCrossingBlank, // H10
  oneEach, // H11
  manualNumber, // H12
  traderCode, // H13
  ownerCode, // H14
  fixedCodes, // H15
  crossingDate, // H16
  places.portsFilled, // H17
  priceAnswers, // H18
  paperlessFiles, // H19
  marks, // H20
  textLengths, // H21
  places.placeCodes, // H22
  places.portAndCountry, // H23
  transport.transportNames, // H24
  plainText, // H25
  transport.billNumber, // H26
  transport.transitName, // H27
  transport.transferName, // H28
  transport.transferInland, // H29
  cutModeBlank, // H30
  transport.roadOffice, // H31
  places.huangpuYard, // H32
  permitPairs, // H33
  modeAndMovement, // H34
  fees.chargeOtherCurrency, // H35
  aeoCode, // H36
  places.removedOffices, // H37
  places.destinationOffice, // H38
  departureDate, // H39
  filingTerm, // H41
  twoStep, // H42
  paymentTerm, // H43
]

const lines: readonly Rule[] = [
  lineCount, // L01
  lineNumbers, // L02
  tariffCode, // L03
  tariffUnits, // L04
  sameUnit, // L05
  lineTotal, // L06
  netWeightSum, // L07
  goodsModel, // L08
  oneCurrency, // L09
  lineCountries, // L10
  domesticPlace, // L11
  dutyMode, // L12
  dangerousGoods, // L13
  attributeLicence, // L14
  vehicleNumbers, // L15
  preference, // L16
  handbookLine, // L17
  rcepOrigin, // L18
  transshipmentProof, // L19
  cosmetics, // L21
  foodParties, // L22
  importedChemicals, // L23
  writtenOffUnit, // L24
  exclusionNumber, // L25
  permits, // G01
  elements, // G02
]

const rest: readonly Rule[] = [
  containerForm, // C01
  linesInContainers, // C02
  containerCount, // C03
  attachmentForm, // D01
  attachmentSize, // D02
  agentMandate, // D03
  cardFits, // S01
  reviewedAgain, // S02
  totals, // T01
  papers.invoiceAmount, // X01
  papers.invoiceQuantity, // X02
  papers.invoiceLines, // X03
  papers.packingFigures, // X04
  papers.packingSound, // X05
  papers.contractFigures, // X06
  papers.contractInvoice, // X07
  required, // REQ
  format, // FMT
]

/** Every rule, in the order of the help page. */
export const rules: readonly Rule[] = [...head, ...lines, ...rest]

/** These keep silent about a field of which another rule already says as much: one fault, one line for the clerk. */
const yielding: ReadonlySet<string> = new Set(['REQ', 'FMT', 'L23'])

const weight: Record<Severity, number> = { error: 0, warn: 1, info: 2 }

/** Whether a rule holds on a day (yyyy-MM-dd); both its days are included. */
export const inForce = ({ from, until }: Rule, day: string): boolean =>
  (from === undefined || day >= from) && (until === undefined || day <= until)

function withoutEchoes(findings: readonly Finding[]): Finding[] {
  const spoken = new Map<string, number>()
  for (const { rule, path, severity } of findings)
    if (!yielding.has(rule)) spoken.set(path, Math.min(weight[severity], spoken.get(path) ?? weight.info))
  return findings.filter(
    ({ rule, path, severity }) => !yielding.has(rule) || (spoken.get(path) ?? 3) > weight[severity],
  )
}

/**
 * Everything that is wrong, doubtful or worth knowing about a declaration on the day of filing.
 * @returns findings of the rules in force on `context.day`: errors first, then warnings and hints, each in form order.
 */
export function checkDeclaration(context: RuleContext): Finding[] {
  const findings = rules.flatMap((rule) => (inForce(rule, context.day) ? rule.check(context) : []))
  return withoutEchoes(findings)
    .map((finding) => ({ finding, order: `${weight[finding.severity]}${locate(finding.path)?.order ?? '~'}` }))
    .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
    .map(({ finding }) => finding)
}
