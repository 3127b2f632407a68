/**
 * Error texts of the official import client and of the service behind it, explained. Source: questions and answers of
 * its manual and of the slides of 2018, and two programs that work with it; the words are ours.
 */
export interface ClientError {
  /** Part of the text as it comes. */
  readonly text: string
  readonly what: string
  readonly why: string
  readonly todo: string
  /**
   * Whether the single window may hold the declaration nevertheless. Only of the time-out is that known: nobody can say
   * what became of a message whose answer did not come in time.
   */
  readonly maybeHeld: boolean
}

const error = (text: string, what: string, why: string, todo: string, maybeHeld = false): ClientError => ({
  text,
  what,
  why,
  todo,
  maybeHeld,
})
const again = '处理好后在本程序按“退回修改”，重新制单、签名、申报'

/** The more special texts first: the first one that is found explains. */
export const clientErrors: readonly ClientError[] = [
  error(
    'Hid 不匹配',
    '导入客户端登录的电脑不对',
    '这个操作员账号绑定在另一台电脑上',
    `请用绑定的那台电脑，或在单一窗口网页“解除设备绑定”后重新登录客户端；${again}`,
  ),
  error(
    '当前设备允许登录用户名为',
    '导入客户端登录的账号不对',
    '这台电脑绑定的是另一个操作员账号（原文里写着账号）',
    `请换成该账号登录，或在单一窗口网页“解除设备绑定”；${again}`,
  ),
  error(
    '卡控件通讯等待握手超时',
    '导入客户端连不上卡控件',
    '电子口岸卡控件没有应答，可能停住了，或卡、读卡器有损坏',
    `请重启卡控件和导入客户端，检查卡和读卡器；${again}`,
  ),
  error(
    '等待响应超时',
    '单一窗口没有及时回答，不知道收到没有',
    '报文已由客户端发出，规定时间内没有收到应答',
    '请先在单一窗口网页按本单编号查询，查明后在本程序的申报进度页按“人工核对”登记结果；不要直接重发。反复出现时请重启卡控件和导入客户端',
    true,
  ),
  error(
    'Send->RabbitMQ',
    '导入客户端没有把报文发出去',
    '客户端到单一窗口的网络不通',
    `请在导入客户端里做“连接测试”，恢复网络；${again}`,
  ),
  error(
    '卡密码不能为空',
    '导入客户端没有设置卡密码',
    '客户端签名要用保存在“用户设置”里的卡密码',
    `请在导入客户端“用户设置”里设置卡密码；${again}`,
  ),
  error(
    '51571',
    '导入客户端里保存的卡密码不对',
    '卡拒绝了这个密码，原文里写着还能试几次，试完即锁卡',
    '请先停止导入客户端的任务，核对密码后在“用户设置”里改正，不要反复尝试；然后退回修改、重新申报',
  ),
  error(
    '01 暂存的业务报文格式数据不正确',
    '报文格式不符合要求',
    '有栏目的内容、长度或代码不符合单一窗口的规定',
    '请按原文提示的栏目检查；在本程序按“退回修改”改正后重新签名、申报',
  ),
  error(
    '报文中不存在 MessageType 节点',
    '报文放错了业务文件夹',
    '这个文件夹属于舱单等其他业务，按那种业务的格式读不出报关单',
    '请在“设置—站点”把文件夹改成客户端“货物申报”业务的目录，再退回修改、重新申报',
  ),
  error(
    '操作卡海关十位和 Session 中的不相符',
    '报文里的企业和卡的企业不一致',
    '报文中录入单位或申报单位的海关编码，与客户端登录的卡所属企业不同',
    '请核对“设置”里的单位编码和登录客户端的卡，改一致后退回修改、重新申报',
  ),
  error(
    '非白名单用户',
    '单一窗口不接受这张卡',
    '卡已过期、被锁，或报文里的卡号与实际的卡不同',
    '请检查卡的有效期和状态，核对“设置”里的操作员卡号；然后退回修改、重新申报',
  ),
  error(
    'IC 卡不合法',
    '单一窗口不接受这张卡',
    '卡已过期、被锁，或报文里的卡号与实际的卡不同',
    '请检查卡的有效期和状态，核对“设置”里的操作员卡号；然后退回修改、重新申报',
  ),
]

/** The one text that is not a part but the whole: a bare code. */
const wrongChannel = error(
  '-1',
  '报文走错了通道',
  '只返回了代码 -1，多见于报文放进了其他业务（加工贸易账册、特殊区域、保税物流）的文件夹',
  '请在“设置—站点”核对文件夹是客户端“货物申报”业务的目录，再退回修改、重新申报',
)

const plain = (text: string): string => text.replaceAll(/\s+/g, '')

/** The explanation of a text of the import client, or `undefined` for one that nobody has described. */
export function explainClientError(note: string): ClientError | undefined {
  const text = plain(note)
  if (text === '-1') return wrongChannel
  return clientErrors.find((known) => text.includes(plain(known.text)))
}
