/** The pages of the navigation with their keys. */
export const places = [
  { name: 'home', title: '今日工作台', short: '工作台', keys: 'Ctrl+1' },
  { name: 'declarations', title: '报关单列表', short: '报关单', keys: 'Ctrl+2' },
  { name: 'imports', title: '导入表格', short: '导入', keys: 'Ctrl+3' },
  { name: 'signing', title: '签名与申报', short: '签名', keys: 'Ctrl+4' },
  { name: 'receipts', title: '发送与回执', short: '回执', keys: 'Ctrl+5' },
  { name: 'preparation', title: '业务准备', short: '准备', keys: 'Ctrl+6' },
  { name: 'figures', title: '统计', short: '统计', keys: 'Ctrl+7' },
  { name: 'diagnostics', title: '诊断', short: '诊断', keys: 'Ctrl+8' },
  { name: 'settings', title: '设置', short: '设置', keys: 'Ctrl+9' },
  { name: 'about', title: '关于', short: '关于', keys: 'Ctrl+0' },
] as const

/** Pages that belong under an entry of the navigation. */
export const placeOf = (route: string): string =>
  route.startsWith('prepare-')
    ? 'preparation'
    : ({ declaration: 'declarations', filing: 'declarations', tariff: 'settings', 'signing-guide': 'signing' }[route] ??
      route)
