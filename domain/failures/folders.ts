import type { FailureTexts } from './index.ts'

const nothingLost = '报文都在本机，恢复后会自动继续，不需要重新申报'

/** Failures of the way through the folders of the import client: one row a code. */
export const folderFailures = {
  'folders.noRoot': {
    what: '没有选定导入客户端的文件夹',
    why: '这个站点通过导入客户端申报，还没有指明它的业务文件夹',
    todo: '请在“设置—站点”修改这个站点，选择导入客户端“货物申报”业务的文件夹',
  },
  'folders.missing': {
    what: '找不到导入客户端的文件夹',
    why: '{folder} 不在了：可能改了名、移走了，或网络盘没有连上',
    todo: `请连上网络盘或恢复文件夹；${nothingLost}`,
  },
  'folders.denied': {
    what: '导入客户端的文件夹不让读写',
    why: '当前用户对 {folder} 没有读写的权限，或文件正被别的程序占用',
    todo: `请网络管理人员给当前用户读写权限；${nothingLost}`,
  },
  'folders.full': {
    what: '导入客户端的文件夹写不下了',
    why: '{folder} 所在的磁盘已满',
    todo: `请清理这个磁盘；${nothingLost}`,
  },
  'folders.slow': {
    what: '导入客户端的文件夹没有反应',
    why: '{seconds} 秒内没有读写成功，多见于网络盘断开',
    todo: `请检查网络盘；${nothingLost}`,
  },
  'folders.broken': {
    what: '导入客户端的文件夹读写出错',
    why: '系统报告 {detail}（{folder}）',
    todo: `请检查磁盘和网络盘；${nothingLost}`,
  },
  'folders.asleep': {
    what: '导入客户端没有取走报文',
    why: '已放进 OutBox 的报文 {minutes} 分钟没有被取走：客户端可能没有运行、没有登录、任务没有启动，或没有插卡；带随附单据的报文不取，多见于卡没有插好',
    todo: '请打开导入客户端，登录并启动“货物申报”任务，插好卡；后面的报文暂时留在本机，取走后会自动继续',
  },
  'folders.failBox': {
    what: '导入客户端没有发出报文',
    why: '报文被移到了 FailBox，没有入库，客户端没有说明原因',
    todo: '请在导入客户端查看日志；处理好后按“退回修改”，重新制单、签名、申报',
  },
  'folders.gone': {
    what: '申报结果未知',
    why: '报文放进 OutBox 之后，在 OutBox、SentBox、FailBox、InBox 里都找不到了，也没有收到回答；可能被清理，或回执被别的程序取走',
    todo: '请先在单一窗口网页按本单编号查询，查明后在申报进度页按“人工核对”登记结果；不要直接重发',
  },
  'folders.noAnswer': {
    what: '申报结果未知',
    why: '导入客户端发出了报文，但没有等到单一窗口的应答',
    todo: '请先在单一窗口网页按本单编号查询，查明后在申报进度页按“人工核对”登记结果；不要直接重发',
  },
  'folders.noClock': {
    what: '没有取得对方的时间',
    why: '通过导入客户端申报时没有可以询问的时钟',
    todo: '请核对本机的日期和时间',
  },
  'folders.notYours': {
    what: '文件夹没有选定',
    why: '所选文件夹里没有 OutBox、SentBox、FailBox、InBox 这四个子文件夹（缺 {missing}）',
    todo: '请选择导入客户端里“货物申报”业务设置的那个目录（例如 D:\\ImpPath\\Deccus001）',
  },
  'folders.inUse': {
    what: '文件夹没有选定',
    why: '站点“{name}”已经在用这个文件夹，两个站点会互相取走回执',
    todo: '请为每个站点选择各自的业务文件夹',
  },
  'folders.tokenGone': {
    what: '站点没有保存',
    why: '选定的文件夹已经失效（程序重新启动过）',
    todo: '请重新选择文件夹再保存',
  },
  'folders.notOpen': {
    what: '没有登记核对结果',
    why: '这份报关单现在不是“结果未知”，或对方可以由程序直接查询',
    todo: '请按“再问一次”（A），由程序去查',
  },
  'folders.stillThere': {
    what: '没有登记核对结果',
    why: '报文还在导入客户端的 {folder} 文件夹里，客户端还会发出它',
    todo: '请等客户端处理；不要让同一份报文发出两次',
  },
} as const satisfies Record<string, FailureTexts>
