/** What can stand in the audit trail. Facts are ids, counts, hashes and words of the program, never goods or amounts. */
export const deeds = {
  'desk.opened': '打开程序',
  'declaration.created': '新建报关单',
  'declaration.moved': '报关单状态变化',
  'declaration.restored': '恢复历史版本',
  'declaration.removed': '删除报关单',
  'declaration.signed': '签名',
  'declaration.submitted': '提交申报',
  'attachment.added': '添加随附单据',
  'attachment.removed': '移除随附单据',
  'receipt.applied': '回执改变状态',
  'settings.changed': '修改设置',
  'site.saved': '保存站点',
  'site.used': '切换站点',
  'card.pinChanged': '修改卡密码',
  'store.recovered': '数据损坏后自动恢复',
  'store.restored': '从备份恢复',
  'store.copied': '手工备份',
  'store.exported': '导出全部数据',
  'store.imported': '导入数据',
  'audit.exported': '导出操作记录',
  'support.exported': '导出支持文件',
} as const

export type DeedName = keyof typeof deeds
