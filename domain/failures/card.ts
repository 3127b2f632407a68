import type { FailureTexts } from './index.ts'

const putIn = '请插好操作员卡，状态栏显示操作员姓名后再签名；已签好的不需要重签'
const askHelp = '请拔出卡重新插入后再试；仍不行时，请把错误代码和原始代码告诉技术支持'

/** Failures of the line reader → card → certificate → operator, and of signing: one row a code. */
export const cardFailures = {
  'card.noLibrary': {
    what: '不能使用读卡器',
    why: '本机没有安装读卡服务（PC/SC）',
    todo: '请安装读卡服务（Linux 上的软件包是 pcscd），装好后会自动连接，不需要重开程序',
  },
  'card.noService': {
    what: '不能使用读卡器',
    why: '读卡服务（PC/SC）没有运行',
    todo: '请启动读卡服务；启动后会自动连接，不需要重开程序',
  },
  'card.noReader': {
    what: '没有找到读卡器',
    why: '读卡器没有插好，或驱动没有安装',
    todo: '请插好读卡器；插好后会自动识别',
  },
  'card.noCard': { what: '没有找到操作员卡', why: '读卡器里没有卡', todo: putIn },
  'card.unknownCard': {
    what: '读卡器里的卡不是操作员卡',
    why: '这张卡没有操作员卡的应用（可能是银行卡、其他用途的卡，或本程序还不认识的卡型）',
    todo: '请换成操作员卡；确实是操作员卡时，请把读卡器和卡的型号告诉技术支持',
  },
  'card.busy': {
    what: '卡正被其他程序占用',
    why: '另一个程序独占了这张卡',
    todo: '请关闭其他正在使用卡的程序；放开后会自动继续',
  },
  'card.mute': {
    what: '卡没有应答',
    why: '卡在规定时间内没有回答',
    todo: '请拔出卡，等几秒再插入；仍不行时换一个读卡器试试。密码没有再次发送',
  },
  'card.removed': { what: '卡被拔出', why: '签名过程中卡离开了读卡器', todo: putIn },
  'card.reset': {
    what: '签名中断',
    why: '另一个程序重置了这张卡，密码状态已经失效',
    todo: '请关闭其他正在使用卡的程序，再签剩下的；需要重新输入密码',
  },
  'card.lost': { what: '与卡的通信中断', why: '读卡器或卡没有给出完整的回答', todo: askHelp },
  'card.wrongPin': {
    what: '卡密码不对',
    why: '卡没有接受这个密码，还可以试 {left} 次',
    todo: '请核对后重新输入；本程序不会自动重试。次数用完后卡会锁死',
  },
  'card.blocked': {
    what: '卡已锁死',
    why: '卡密码连续输错，次数已经用完',
    todo: '请带上卡到电子口岸制卡点解锁，或用本单位的法人卡在电子口岸网站解锁',
  },
  'card.pinLength': {
    what: '没有发送卡密码',
    why: '卡密码应为 {least} 到 {most} 位',
    todo: '请重新输入；没有消耗次数',
  },
  'card.pinNeeded': {
    what: '签名中断',
    why: '卡要求重新验证密码',
    todo: '请再签剩下的，并重新输入密码；本程序不会自动重发密码',
  },
  'card.noCertificate': {
    what: '卡里没有签名证书',
    why: '在卡上没有读到证书',
    todo: '请到电子口岸制卡点检查这张卡；演练卡请先腾出磁盘空间再试，密码没有再次发送',
  },
  'card.certificateBad': {
    what: '卡里的证书不能使用',
    why: '证书读不懂，或不是受信任的发证机构签发的',
    todo: '请核对插入的卡；演练卡只能在演练模式使用，正式卡只能在正式站点使用',
  },
  'card.certificateExpired': {
    what: '卡里的证书已过期',
    why: '证书有效期到 {day} 为止',
    todo: '请到电子口岸制卡点办理更新；其他操作员的卡仍可使用',
  },
  'card.certificateNotYet': {
    what: '卡里的证书还没有生效',
    why: '证书从 {day} 起有效，或本机时间不对',
    todo: '请先核对本机的日期和时间',
  },
  'card.refused': { what: '卡拒绝了这一步', why: '卡的当前状态不允许这项操作', todo: askHelp },
  'card.notSupported': { what: '卡不支持这一步', why: '卡不认识这条指令或参数', todo: askHelp },
  'card.notFound': { what: '卡里缺少需要的内容', why: '卡上没有找到要读的文件或密钥', todo: askHelp },
  'card.damaged': { what: '卡的存储出错', why: '卡报告存储器故障或数据损坏', todo: '请到电子口岸制卡点检查这张卡' },
  'card.wrongData': { what: '卡没有接受数据', why: '卡认为数据的长度或内容不对', todo: askHelp },
  'card.program': { what: '读卡程序出错', why: '本程序对读卡服务的调用没有被接受', todo: askHelp },
  'card.unknown': { what: '读卡时遇到不认识的错误', why: '卡或读卡服务回答了不认识的代码', todo: askHelp },
  'card.badSignature': {
    what: '签名没有采用',
    why: '卡给出的签名与报关单内容或证书对不上',
    todo: '请拔出卡重新插入再签；若再次出现，请停止使用这张卡并联系技术支持',
  },
  'card.stopped': {
    what: '读卡程序中断',
    why: '读卡的后台程序退出了，正在自动重新启动',
    todo: '已签好的都已保留；请等状态栏恢复后再签剩下的，需要重新输入密码',
  },
  'card.starting': {
    what: '没有签名',
    why: '读卡程序还在启动',
    todo: '请等状态栏显示操作员后再签；密码没有发送',
  },
  'card.changed': { what: '没有签名', why: '卡在签名前被换过', todo: '请核对状态栏显示的操作员后再签；密码没有发送' },
  'card.working': { what: '没有签名', why: '上一批还在签名', todo: '请等上一批结束或取消后再签' },
  'card.samePin': {
    what: '没有修改密码',
    why: '新密码与旧密码相同，或是出厂密码',
    todo: '请换一个新密码；没有消耗次数',
  },
  'card.controlMissing': {
    what: '没有连上电子口岸控件',
    why: '本机的电子口岸控件没有运行',
    todo: '请启动或重新安装电子口岸客户端控件；启动后会自动连接',
  },
  'card.controlRefused': { what: '电子口岸控件没有执行', why: '控件报告了错误', todo: askHelp },
  'card.controlAnswer': {
    what: '没有采用控件的回答',
    why: '本机 61232 端口上的程序给出了不合约定的回答，可能不是电子口岸控件',
    todo: '请检查是否有其他程序占用了这个端口，再重新启动控件',
  },
  'card.controlStranger': {
    what: '没有使用这个电子口岸控件',
    why: '本机 61232 端口上的程序是另一个登录用户启动的，输入的密码会落到他的程序里，用的也会是他的卡',
    todo: '请让那个用户注销（不是切换用户），或重新启动电脑，再由您自己登录后启动控件；仍然这样请让网管检查这个程序',
  },
  'card.vendorLibrary': {
    what: '不能使用这个密码钥匙的程序库',
    why: '程序库不在允许的名单里、无法装载，或缺少需要的函数',
    todo: '请在“设置”里核对程序库，或向厂商索取适合本机系统的版本',
  },
  'signing.findings': { what: '没有签名', why: '还有 {count} 处红色问题', todo: '请打开报关单按提示改正' },
  'signing.state': { what: '没有签名', why: '这票报关单现在的状态是“{state}”', todo: '只有“待签名”的报关单可以签名' },
  'signing.changed': {
    what: '没有签名',
    why: '报关单在您查看之后又有改动，与页面上显示的摘要不一致',
    todo: '请刷新签名页，核对内容后再签',
  },
  'signing.otherCard': {
    what: '没有签名',
    why: '卡号 {card} 不是这票报关单的录入员卡号 {typist}',
    todo: '请换成录入员本人的卡，或把报关单退回修改后由本卡操作员录入',
  },
  'signing.otherCompany': {
    what: '没有签名',
    why: '卡上的单位代码 {card} 与报关单的录入单位代码 {company} 不一致',
    todo: '请核对录入单位，或换成该单位的操作员卡',
  },
  'signing.legalCard': { what: '没有签名', why: '法人卡不能签报关单', todo: '请换成有申报权限的操作员卡' },
  'signing.entryCard': {
    what: '没有签名',
    why: '这张卡只有录入权限，没有申报权限',
    todo: '请换成有申报权限的操作员卡',
  },
  'signing.practiceCard': {
    what: '没有签名',
    why: '演练卡不能用于正式站点',
    todo: '请插入正式的操作员卡，或切换到演练模式',
  },
  'signing.realCard': { what: '没有签名', why: '正式的操作员卡不能用于演练', todo: '请拔出正式的卡，使用演练卡' },
  'signing.noTrust': {
    what: '没有签名',
    why: '这个站点还没有设置受信任的发证机构',
    todo: '请在“设置—站点”里加入发证机构的根证书',
  },
  'signing.notWritten': { what: '没有签名', why: '报关单写不成报文', todo: '请打开报关单按提示改正' },
} as const satisfies Record<string, FailureTexts>

export type CardFailureCode = keyof typeof cardFailures

/**
 * Decided once a code: after a retriable failure the clerk may sign on when the cause is gone; after a fatal one the
 * same card or program will fail again. Nothing is ever retried that holds a PIN.
 */
const retriable: readonly CardFailureCode[] = [
  'card.noService',
  'card.noReader',
  'card.noCard',
  'card.unknownCard',
  'card.busy',
  'card.mute',
  'card.removed',
  'card.reset',
  'card.lost',
  'card.wrongPin',
  'card.pinLength',
  'card.pinNeeded',
  'card.certificateNotYet',
  'card.stopped',
  'card.starting',
  'card.changed',
  'card.working',
  'card.samePin',
  'card.controlMissing',
  'signing.findings',
  'signing.state',
  'signing.changed',
  'signing.otherCard',
  'signing.practiceCard',
  'signing.realCard',
  'signing.noTrust',
  'signing.notWritten',
]

export const isRetriable = (code: CardFailureCode): boolean => retriable.includes(code)
