import type { FailureTexts } from './index.ts'

/** What the self-check finds beside the failures of card, portal and store: one row a code. */
export const diagnosticsFailures = {
  'diagnostics.card': {
    what: '{sentence}',
    why: '卡线停在这一环（{state}）',
    todo: '{action}',
  },
  'diagnostics.authority': {
    what: '站点设置里的证书快到期或已过期',
    why: '最早的有效至 {until}；过期后连不上站点，或认不出操作员卡',
    todo: '请向接入服务方索取新证书，填到“设置—站点—修改”里',
  },
  'diagnostics.authorityUnread': {
    what: '站点设置里有读不出的证书',
    why: '看不出它的有效期，可能没有复制完整',
    todo: '请到“设置—站点—修改”里重新粘贴完整的 PEM 文本',
  },
  'diagnostics.clock': {
    what: '本机时钟不准',
    why: '与口岸系统的时间相差 {seconds} 秒，超过 {limit} 秒',
    todo: '请在系统设置里打开“自动设置时间”，校准后再签名',
  },
  'diagnostics.clockUnknown': {
    what: '时钟没有核对',
    why: '口岸系统没有应答，没有可以对照的时间',
    todo: '请先解决“口岸系统”一项，再重新检查',
  },
  'diagnostics.diskLow': {
    what: '磁盘空间不多了',
    why: '存放数据的磁盘还剩 {free} MB',
    todo: '请清理磁盘，至少留出 {wanted} MB；空间用完后就不能再保存',
  },
  'diagnostics.diskReadonly': {
    what: '数据文件夹不能写入',
    why: '在数据文件夹里试写一个小文件没有成功（{detail}）',
    todo: '请管理员恢复数据文件夹的写入权限；恢复之前录入的内容存不下来',
  },
  'diagnostics.database': {
    what: '数据库的检查没有通过',
    why: '文件结构有 {count} 处不对',
    todo: '请先在“数据与备份”里做一次备份，再关闭并重新打开程序：它会修复，或从最近的好备份恢复',
  },
  'diagnostics.noBackup': {
    what: '数据完好，但没有近期的备份',
    why: '最近的备份是 {when}',
    todo: '请在“数据与备份”里立即备份；若总是没有备份，请检查磁盘空间',
  },
  'diagnostics.trail': {
    what: '操作记录不连贯',
    why: '第 {n} 条对不上：{reason}',
    todo: '请导出操作记录并交给负责人核对；数据本身不受影响',
  },
  'diagnostics.runtime': {
    what: '用的是备用运行时',
    why: '正式运行时没有装上，现在是 Electron {version}',
    todo: '可以继续工作；请在能联网时重新安装，以便得到安全更新',
  },
  'diagnostics.unchecked': {
    what: '这一项没有查成',
    why: '检查时出现意外（{detail}）',
    todo: '请重新检查；若再次出现，请导出支持文件交给技术支持',
  },
} as const satisfies Record<string, FailureTexts>
