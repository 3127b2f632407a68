/** Words that many pages share. A text of one page stands in that page. */
export const words = {
  product: '报关桌面',
  practiceBanner: '演练模式',
  practiceNote: '不会发往海关；数据、证书、回执均为演练',
  import: '进口',
  export: '出口',
  save: '保存',
  cancel: '取消',
  close: '关闭',
  confirm: '确定',
  remove: '删除',
  retry: '重试',
  back: '返回',
  none: '无',
  loading: '正在读取…',
  error: '错误',
  warning: '提醒',
} as const

/** 进口 or 出口. */
export const direction = (ieFlag: string): string => (ieFlag === 'E' ? words.export : words.import)

/** `yyyyMMdd` or ISO time as clerks read it: 2026-11-23 14:05. */
export function readableTime(text: string, seconds = false): string {
  if (/^\d{8}$/.test(text)) return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
  const date = new Date(text)
  if (text === '' || Number.isNaN(date.getTime())) return text
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}${seconds ? `:${two(date.getSeconds())}` : ''}`
}

/** 1234567 → 1.2 MB. */
export function readableSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(0)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
