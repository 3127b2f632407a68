import type { Container } from '../fields/declaration/dec-message.ts'
import { isContainerNumber } from '../identity/container-number.ts'
import { makeRule, type Report } from './make-rule.ts'
import { decimalOf } from './numbers.ts'
import { containersOf, filled, lineNames, linesOf } from './parts.ts'
import type { FieldPath, RuleContext } from './rule.ts'
import { settings } from './settings.ts'
import { sources } from './sources.ts'

const containerPath = (index: number, element: keyof Container): FieldPath => `DecContainers.${index}.${element}`

/** Line numbers of a container, as far as the list is well formed. */
const lineNumbers = (container: Container): string[] =>
  /^\d+(,\d+)*$/.test(container.GoodsNo ?? '') ? (container.GoodsNo ?? '').split(',') : []

function judgeNumber(number: string, name: string, path: FieldPath, { error }: Report): void {
  if (!/^[A-Z]{3}[UJZ]\d{7}$/.test(number))
    error(path, `${name}箱号“${number}”不对：应为4个大写字母（第4位U、J或Z）加7位数字`)
  else if (!isContainerNumber(number)) error(path, `${name}箱号“${number}”的校验位（末位）不对，请对照提单核对`)
}

function judgeLines(container: Container, name: string, path: FieldPath, known: Set<string>, { error }: Report): void {
  if (!filled(container.GoodsNo)) return
  const numbers = lineNumbers(container)
  const missing = numbers.filter((number) => !known.has(number))
  if (numbers.length === 0) error(path, `${name}商品项号“${container.GoodsNo}”不对：用半角逗号隔开，如1,3`)
  else if (missing.length > 0) error(path, `${name}商品项号${missing.join('、')}不存在，请核对商品序号`)
}

/** C01: one container. */
export const containerForm = makeRule(
  {
    id: 'C01',
    scope: 'container',
    severity: 'error',
    source: `${sources.guide}; ISO 6346`,
    confidence: 'high',
    title: '箱号11位并校验正确，规格2位，重量为千克，商品项号存在',
  },
  (context, report) => {
    const known = new Set(linesOf(context).map((line) => line.GNo ?? ''))
    const seen = new Set<string>()
    containersOf(context).forEach((container, index) => {
      const name = `第${index + 1}个集装箱`
      const { ContainerId, ContainerMd, GoodsContaWt } = container
      if (filled(ContainerId)) {
        judgeNumber(ContainerId, name, containerPath(index, 'ContainerId'), report)
        if (seen.has(ContainerId))
          report.warn(containerPath(index, 'ContainerId'), `${name}箱号${ContainerId}重复，请核对`)
        seen.add(ContainerId)
      }
      if (filled(ContainerMd) && !/^\d{2}$/.test(ContainerMd))
        report.error(containerPath(index, 'ContainerMd'), `${name}规格“${ContainerMd}”不对：应为2位代码，如21`)
      const weight = decimalOf(GoodsContaWt)
      if (weight?.lessThanOrEqualTo(0)) report.error(containerPath(index, 'GoodsContaWt'), `${name}重量应大于0千克`)
      else if (weight?.lessThan(settings.containerLightest))
        report.warn(
          containerPath(index, 'GoodsContaWt'),
          `${name}重量${GoodsContaWt}千克太小：应为箱重加货重，以千克计`,
        )
      judgeLines(container, name, containerPath(index, 'GoodsNo'), known, report)
    })
  },
)

/** Lines that no container names. */
function linesOutside(context: RuleContext): string[] {
  const inside = new Set(containersOf(context).flatMap(lineNumbers))
  return linesOf(context).flatMap(({ GNo }) => (filled(GNo) && !inside.has(GNo) ? [GNo] : []))
}

/** C02: every line in a container. */
export const linesInContainers = makeRule(
  {
    id: 'C02',
    scope: 'container',
    severity: 'warn',
    source: sources.practice,
    confidence: 'medium',
    title: '填了集装箱的，每项商品都应装在某个箱里',
  },
  (context, { warn }) => {
    if (containersOf(context).length === 0) return
    const outside = linesOutside(context)
    if (outside.length > 0)
      warn(containerPath(0, 'GoodsNo'), `${lineNames(outside)}商品没有装在任何集装箱里，请核对商品项号关系`)
  },
)

/** C03: number of containers. */
export const containerCount = makeRule(
  {
    id: 'C03',
    scope: 'container',
    severity: 'error',
    source: sources.schema,
    confidence: 'high',
    title: '集装箱最多500个',
  },
  (context, { error }) => {
    const count = containersOf(context).length
    if (count > settings.containersMost)
      error('DecContainers', `有${count}个集装箱，一份报关单最多${settings.containersMost}个`)
  },
)
