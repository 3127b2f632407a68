import type { FailureTexts } from './index.ts'

/** Failures of this area: one row a code. */
export const storeFailures = {
  'store.stale': {
    what: '没有保存：这票报关单已在别处改过',
    why: '您打开的是第 {base} 版，数据库里已经是第 {current} 版',
    todo: '您录入的内容还在屏幕上。请重新打开这票报关单，核对后再改',
  },
  'store.gone': {
    what: '没有找到这票报关单',
    why: '它已被删除，或不在当前的数据里',
    todo: '请回到列表刷新后再试',
  },
  'store.noRevision': {
    what: '没有找到这个历史版本',
    why: '第 {rev} 版不存在，或已按保留规则清理',
    todo: '请刷新历史版本列表后再选',
  },
  'store.full': {
    what: '没有保存：磁盘满了',
    why: '存放数据的磁盘没有剩余空间（{detail}）',
    todo: '录入的内容还在屏幕上，请不要关闭窗口。腾出磁盘空间后点“重试”',
  },
  'store.readonly': {
    what: '没有保存：数据不能写入',
    why: '数据文件夹是只读的，或没有写入权限（{detail}）',
    todo: '录入的内容还在屏幕上，请不要关闭窗口。请管理员恢复数据文件夹的写入权限后点“重试”',
  },
  'store.locked': {
    what: '没有保存：数据文件被占用',
    why: '另一个程序（备份、杀毒或同步软件）正占着数据文件（{detail}）',
    todo: '录入的内容还在屏幕上。请稍候点“重试”；若一直如此，请关闭占用的程序',
  },
  'store.io': {
    what: '没有保存：磁盘读写出错',
    why: '系统报告磁盘读写错误（{detail}）',
    todo: '录入的内容还在屏幕上，请不要关闭窗口。请点“重试”；若再次出现，请尽快检查磁盘',
  },
  'store.cannotOpen': {
    what: '数据打不开',
    why: '系统不让程序打开数据文件（{detail}）',
    todo: '请确认数据文件夹还在、本机用户有权读写，再重新打开程序',
  },
  'store.folder': {
    what: '程序没有打开：数据文件夹不能写入',
    why: '“{folder}”是只读的、没有写入权限，或所在的磁盘已满（{detail}）',
    todo: '数据没有被改动。请恢复这个文件夹的写入权限或腾出磁盘空间，再重新打开程序',
  },
  'store.folderMissing': {
    what: '程序没有打开：数据文件夹不在，也建不起来',
    why: '没有“{folder}”，上一级文件夹又是只读的、没有写入权限，或所在的磁盘没有连上（{detail}）',
    todo: '数据没有被改动。请连上磁盘，或恢复上一级文件夹的写入权限，再重新打开程序；改过数据文件夹位置的，请核对启动参数',
  },
  'store.tooBig': {
    what: '没有保存：内容太大',
    why: '这票报关单或附件超过了数据库单条的上限',
    todo: '请减少附件大小后再试',
  },
  'store.engine': {
    what: '数据库没有启动',
    why: '本机的数据库部件与程序的运行环境不配套（{detail}）',
    todo: '数据没有受影响。请关闭程序，重新安装后再打开；仍不行时请联系技术支持',
  },
  'store.future': {
    what: '数据没有打开：它来自更新版本的程序',
    why: '数据的版本是 {found}，本程序只认识到 {known}',
    todo: '数据没有被改动。请安装最新版本的程序再打开',
  },
  'store.networkFolder': {
    what: '数据没有打开：数据文件夹在网络盘上',
    why: '网络盘（{detail}）不能保证断电、断网时数据完好',
    todo: '请把数据文件夹放在本机磁盘上，再重新打开程序',
  },
  'store.pragmas': {
    what: '数据没有打开：磁盘不支持安全写入',
    why: '要求的写入方式没有生效（{detail}）',
    todo: '请把数据文件夹放在本机的普通磁盘上，再重新打开程序',
  },
  'store.migration': {
    what: '数据升级没有成功，已原样退回',
    why: '升级到第 {step} 步时出错',
    todo: '数据没有受影响。请用原来的版本继续工作，并把错误代码告诉技术支持',
  },
  'store.backup': {
    what: '备份没有做成',
    why: '{detail}',
    todo: '请检查磁盘空间和数据文件夹的写入权限；程序会再次尝试',
  },
  'store.corrupt': {
    what: '数据文件损坏',
    why: '读数据时发现文件内容不完整（{detail}）',
    todo: '请关闭并重新打开程序，它会先检查、再从最近的好备份恢复；损坏的文件会保留',
  },
  'store.restored': {
    what: '数据文件损坏，已从备份恢复',
    why: '用的是 {backup} 的备份；另从损坏的文件中取回了 {salvaged} 条记录',
    todo: '请核对：{missing}。损坏的文件已原样保留，可交给技术支持',
  },
  'store.lost': {
    what: '数据文件损坏，没有可用的备份',
    why: '已新建空的数据文件；从损坏的文件中取回了 {salvaged} 条记录',
    todo: '请核对：{missing}。损坏的文件已原样保留，请尽快联系技术支持',
  },
  'store.walDamaged': {
    what: '上次没有写完的数据有损坏',
    why: '最近的 {count} 次保存没有能读出来，其余数据完好',
    todo: '请核对上次最后录入的几票；损坏的文件已原样保留，可交给技术支持',
  },
} as const satisfies Record<string, FailureTexts>
