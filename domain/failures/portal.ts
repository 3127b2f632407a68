import type { FailureTexts } from './index.ts'

const askNetwork = '请检查网线、无线网络和代理设置；恢复后会自动继续，不需要重新申报'
const askSite = '请在“设置—站点”核对地址，或请单位的网络管理人员处理'
const nothingLost = '内容都在本机，恢复后会自动继续，不需要重新申报'

/** Failures of the line to the portal, of the outbox and of filings: one row a code. */
export const portalFailures = {
  'portal.address': {
    what: '站点地址不能使用',
    why: '地址应以 https:// 开头，不带账号，也不带 ? 和 # 后面的内容（只有本机地址可以用 http://）',
    todo: '请在“设置—站点”改正地址',
  },
  'portal.extraCa': {
    what: '站点的附加根证书不能使用',
    why: '内容不是 PEM 格式的证书',
    todo: '请向站点管理方索取 PEM 格式的根证书，在“设置—站点”重新粘贴',
  },
  'portal.proxyAddress': {
    what: '代理地址不能使用',
    why: '地址应为 http://主机:端口 的形式',
    todo: '请在“设置—站点”改正代理地址',
  },
  'portal.proxySecret': {
    what: '没有连接申报站点',
    why: '保存的代理密码解不开：它只能由保存它的系统用户在原来的电脑上打开，系统的密钥环也要已解锁',
    todo: '请在“设置—站点”修改这个站点，在代理地址里重新填写密码；已录入的内容都在本机',
  },
  'portal.dns': { what: '没有连上申报站点', why: '查不到站点的网络地址（域名解析失败）', todo: askNetwork },
  'portal.refused': { what: '没有连上申报站点', why: '站点没有接受连接', todo: askNetwork },
  'portal.offline': { what: '没有连上申报站点', why: '网络不通', todo: askNetwork },
  'portal.connectTimeout': { what: '没有连上申报站点', why: '{seconds} 秒内没有建立连接', todo: askNetwork },
  'portal.timeout': { what: '申报站点没有及时回答', why: '等待 {seconds} 秒没有收到回答', todo: nothingLost },
  'portal.broken': { what: '与申报站点的连接中断', why: '回答没有收完，线路就断开了', todo: nothingLost },
  'portal.certificateExpired': {
    what: '没有连接申报站点',
    why: '站点的证书不在有效期内，或本机的时间不对',
    todo: '请先核对本机的日期和时间；时间正确时请联系站点管理方更换证书',
  },
  'portal.certificateHost': {
    what: '没有连接申报站点',
    why: '站点出示的证书不是发给这个地址的',
    todo: askSite,
  },
  'portal.certificateUntrusted': {
    what: '没有连接申报站点',
    why: '站点的证书不是由受信任的机构签发的；单位的网络可能在检查加密流量',
    todo: '请网络管理人员确认；确属站点自有的根证书时，在“设置—站点”添加附加根证书',
  },
  'portal.tls': { what: '没有连接申报站点', why: '加密连接没有建立成功', todo: askSite },
  'portal.proxy': { what: '没有连上代理服务器', why: '代理服务器没有应答或拒绝转接', todo: askNetwork },
  'portal.proxyAuth': {
    what: '代理服务器拒绝转接',
    why: '代理服务器要求账号和密码，或账号密码不对',
    todo: '请在“设置—站点”填写代理的账号和密码',
  },
  'portal.redirected': {
    what: '申报站点的回答没有被接受',
    why: '回答要求转到别的地址，可能是上网认证页面或网络劫持',
    todo: '请先完成上网认证；仍然出现时请核对站点地址',
  },
  'portal.unauthorized': {
    what: '申报站点拒绝了请求',
    why: '站点不认可本机的登录凭据',
    todo: '请重新登录站点；演练时请重新打开程序',
  },
  'portal.forbidden': { what: '申报站点拒绝了请求', why: '当前用户没有这项权限', todo: '请联系站点管理方开通权限' },
  'portal.notFound': { what: '申报站点没有这项服务', why: '地址可能不完整，或站点版本不同', todo: askSite },
  'portal.notAccepted': {
    what: '申报站点没有接收',
    why: '站点认为请求不符合约定（HTTP {status}）',
    todo: '请把错误代码告诉技术支持；报关单内容都在，可以退回修改后重新申报',
  },
  'portal.bodyTooLarge': {
    what: '申报站点没有接收',
    why: '报文连同随附单据超过了站点的大小限制',
    todo: '请退回修改，压缩或减少随附单据后重新签名申报',
  },
  'portal.otherBody': {
    what: '申报站点没有接收',
    why: '站点上这个编号已经有一份内容不同的报关单',
    todo: '请先在单一窗口查询这个编号的报关单，确认后再处理，不要重复申报',
  },
  'portal.declined': {
    what: '申报站点退回了报文，没有入库',
    why: '{reason}',
    todo: '请退回修改，改正后重新签名申报',
  },
  'portal.busy': { what: '申报站点正忙', why: '站点请求稍后再试', todo: nothingLost },
  'portal.down': { what: '申报站点暂停服务', why: '站点正在维护或发生故障', todo: nothingLost },
  'portal.serverError': { what: '申报站点出错', why: '站点内部错误（HTTP {status}）', todo: nothingLost },
  'portal.answerTooLarge': {
    what: '申报站点的回答没有被接受',
    why: '回答超过了大小限制',
    todo: '请核对站点地址；若再次出现，请联系站点管理方',
  },
  'portal.badAnswer': {
    what: '申报站点的回答没有被接受',
    why: '回答的内容不符合约定，可能不是申报站点发出的',
    todo: '请核对站点地址和代理；若再次出现，请联系站点管理方',
  },
  'portal.unknown': {
    what: '申报结果未知',
    why: '报文已经发出，但没有收到完整的回答，站点可能收到，也可能没有收到',
    todo: '请不要重复申报。程序会先向站点查询，查明没有收到才会再次发送',
  },
  'portal.stopped': { what: '操作没有完成', why: '程序正在关闭或切换站点', todo: '重新打开后会自动继续' },
  'portal.practiceDown': {
    what: '演练站点没有运行',
    why: '演练站点意外退出，或一直没有启动好',
    todo: '稍等几秒会自动恢复；若再次出现，请重新打开程序',
  },
  'portal.practiceStarting': {
    what: '演练站点正在启动',
    why: '程序刚打开，本机的演练站点还没有准备好',
    todo: '请稍等几秒，准备好后会自动继续',
  },
  'portal.notPractice': {
    what: '这项设置不能使用',
    why: '当前不是演练模式，真实站点的回执不能由本机控制',
    todo: '需要练习时，请在“设置—站点”切换到演练站点',
  },
  'portal.packageBroken': {
    what: '压缩包没有读出来',
    why: '文件不是完整的 zip 压缩包',
    todo: '请取得完整的原文件再试',
  },
  'portal.packageContent': {
    what: '压缩包没有被接受',
    why: '压缩包里应当是一个 XML 报文和若干 PDF 文件，不能有文件夹和其他文件（{detail}）',
    todo: '请按要求重新打包',
  },
  'portal.packageTooLarge': {
    what: '压缩包没有被接受',
    why: '解压后的内容超过了大小限制',
    todo: '请压缩或减少随附单据',
  },
  'portal.notSigned': {
    what: '没有提交申报',
    why: '“{number}”还没有签名，或已经提交',
    todo: '请先在签名页签名，再提交申报',
  },
  'portal.notWithdrawable': {
    what: '没有撤回',
    why: '报文已经发出或结果未知，撤回可能造成重复申报',
    todo: '请等待站点的回答；放行前需要改动时按修改或撤销手续办理',
  },
  'portal.nothingToAsk': {
    what: '没有查询',
    why: '这份报关单还没有发往申报站点',
    todo: '提交申报后才能查询',
  },
  'portal.noSuchFiling': {
    what: '没有找到这份报关单',
    why: '本机没有这份报关单的申报记录',
    todo: '请刷新列表后再试',
  },
} as const satisfies Record<string, FailureTexts>
