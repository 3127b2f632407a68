import { dayOf, daysBetween } from './days.ts'
import { noCrossing } from './head-transport.ts'
import { makeRule } from './make-rule.ts'
import { filled, headOf, headPath, isExport, isImport } from './parts.ts'
import { settings } from './settings.ts'
import { sources } from './sources.ts'

/** H16: 进出口日期. */
export const crossingDate = makeRule(
  {
    id: 'H16',
    scope: 'head',
    severity: 'error',
    source: sources.guide,
    confidence: 'medium',
    title: '进口日期填8位日期，一般不晚于申报日太多；出口日期申报时不填',
  },
  (context, { error, warn }) => {
    const { IEDate } = headOf(context)
    const path = headPath('IEDate')
    if (!filled(IEDate)) return
    if (isExport(context)) error(path, '出口报关单申报时不填出口日期，应清空')
    if (!isImport(context)) return
    const arrival = dayOf(IEDate)
    const today = dayOf(context.day)
    if (arrival === undefined || IEDate.length !== 8)
      error(path, `进口日期“${IEDate}”不对：应为8位的实际日期，如20261105`)
    else if (today && daysBetween(today, arrival) > settings.importDateAhead)
      warn(path, `进口日期${IEDate}比申报日晚${daysBetween(today, arrival)}天，请核对年月日`)
  },
)

/** From this day 启运日期 is the day of leaving the first foreign port of loading (GACC 2024 No. 81). */
const firstPortSince = '2024-07-09'

/** H39: 启运日期. */
export const departureDate = makeRule(
  {
    id: 'H39',
    scope: 'head',
    severity: 'warn',
    source: `GACC 2024 No. 81, from 2024-07-09; order of the days: ${sources.practice}`,
    confidence: 'high / medium',
    title: '进口启运日期是货物离开境外首个装运港的日期（多个取最晚，无实际进出境填申报日），不晚于进口日期和申报日',
  },
  (context, { warn }) => {
    const head = headOf(context)
    const departure = dayOf(head.DespDate)
    if (!isImport(context) || departure === undefined) return
    const path = headPath('DespDate')
    const written = departure.toString().replaceAll('-', '')
    const today = context.day.replaceAll('-', '')
    if (noCrossing(head)) {
      if (context.day >= firstPortSince && written !== today)
        warn(path, `无实际进出境的货物，启运日期填申报日（${today}）`)
      return
    }
    const meaning =
      context.day >= firstPortSince ? '启运日期是货物离开境外首个装运港的日期' : '启运日期是进境运输工具启运的日期'
    const arrival = dayOf(head.IEDate)
    if (arrival && daysBetween(departure, arrival) < 0)
      warn(path, `启运日期${written}晚于进口日期${head.IEDate}，请核对：${meaning}`)
    else if (written > today) warn(path, `启运日期${written}晚于申报日${today}，请核对：${meaning}`)
  },
)
