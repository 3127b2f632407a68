import type { DeclarationState } from './declaration.ts'

/** How long a declaration usually stays in a state before the next receipt comes. */
export interface ExpectedTime {
  readonly state: DeclarationState
  /** Minutes; 0: nothing is expected within a time that could be named. */
  readonly minutes: number
  /** What is awaited and where the figure comes from, for the clerk who changes it. */
  readonly reason: string
}

/**
 * After so long without a receipt the desk reminds the clerk. No source gives times for the receipts themselves: the
 * figures are ours, generous against what brokers see, and each is a setting. Order of the receipts: dossier of the
 * field, "order seen in practice"; the fifteen days for taxes: customs law.
 */
export const expectedTimes: readonly ExpectedTime[] = [
  { state: 'sending', minutes: 10, reason: '等单一窗口的导入回执。发送通常几秒完成，导入客户端几秒取走' },
  { state: 'unknown', minutes: 10, reason: '等查询结果。没有查明之前不会重发' },
  { state: 'saved', minutes: 30, reason: '等“申报成功”（7）。单一窗口转数据中心通常几分钟' },
  { state: 'filed', minutes: 60, reason: '等“海关入库成功”（L）。通常几分钟，系统忙时较久' },
  { state: 'stored', minutes: 240, reason: '等审结（G、J）、查验或退单。无纸化自动审结很快，人工审单按工作日' },
  { state: 'examined', minutes: 1440, reason: '等放行、查验或缴税通知。按一天估计' },
  { state: 'inspecting', minutes: 2880, reason: '等查验后的放行。查验通知要求两个工作日内备好货物和单证' },
  { state: 'taxDue', minutes: 14400, reason: '等缴税后的放行。税款须在十五日内缴纳，提前五天提醒' },
  { state: 'released', minutes: 0, reason: '等结关（R）。出口要等离境，时间没有规律，默认不提醒' },
]
