import type { FailureTexts } from './index.ts'

const kept = '您填写的内容都已存在本机'

/** Failures of the preparation wizards: one row a code. */
export const preparationFailures = {
  'wizards.gone': {
    what: '没有找到这份填写中的业务',
    why: '它可能已在别处删除',
    todo: '请回到“业务准备”重新打开',
  },
  'wizards.stale': {
    what: '没有保存：这份业务已在别处改过',
    why: '您打开的是第 {base} 版，数据库里已经是第 {current} 版',
    todo: '您录入的内容还在屏幕上。请重新打开，核对后再改',
  },
  'wizards.notEditable': {
    what: '这份业务现在不能改动',
    why: '它正在发送或审核，或者已经办结',
    todo: '等待发送时可以先撤回；审核退回后可以修改重报；已办结的请新建一份',
  },
  'wizards.fileType': {
    what: '没有添加“{name}”',
    why: '文件不是 PDF、JPG 或 PNG',
    todo: '请把材料扫描成 PDF、JPG 或 PNG 再添加',
  },
  'wizards.fileTooLarge': {
    what: '没有添加“{name}”',
    why: '文件有 {size} MB，超过 {limit} MB 的限制',
    todo: '请降低扫描清晰度或分成几个文件',
  },
  'wizards.fileLocked': {
    what: '没有添加“{name}”',
    why: '这个 PDF 有密码或限制了打开、打印，审核人员看不到内容',
    todo: '请去掉密码后另存，或重新扫描，再添加',
  },
  'wizards.fileDamaged': {
    what: '没有发送“{name}”',
    why: '本机保存的这份材料与添加时的校验值不符，数据可能已损坏',
    todo: `请移除这份材料，重新添加后再提交；${kept}`,
  },
  'wizards.fileRepeated': {
    what: '没有添加“{name}”',
    why: '同一个文件已经添加过',
    todo: '请选择其他文件',
  },
  'wizards.tooManyFiles': {
    what: '没有添加“{name}”',
    why: '一份业务最多 {limit} 个文件',
    todo: '请先删去不需要的文件，或合并成一个 PDF',
  },
  'wizards.notWaiting': {
    what: '没有撤回',
    why: '这份业务已经发出，或还没有提交',
    todo: `请先查询它的状态；${kept}`,
  },
  'account.noSession': {
    what: '没有登录“单一窗口”',
    why: '还没有登录，或登录已过期',
    todo: '请用用户名或卡登录后再办理；填写的内容都在',
  },
  'account.forbidden': {
    what: '没有办理',
    why: '这项业务只有企业的管理员可以办理',
    todo: '请由管理员登录后办理',
  },
  'account.wrongLogin': {
    what: '没有登录',
    why: '用户名或密码不对',
    todo: '请核对大小写后重新输入；连续输错五次会暂时锁定；忘记时请用“忘记密码”',
  },
  'account.wrongOldPassword': {
    what: '没有改密码',
    why: '现在的密码不对',
    todo: '请核对大小写后重新输入；连续输错五次会暂时锁定',
  },
  'account.locked': {
    what: '没有登录',
    why: '密码连续输错，账号已暂时锁定',
    todo: '请十分钟后再试，或用“忘记密码”重设',
  },
  'account.disabled': { what: '没有登录', why: '这个用户已被管理员停用', todo: '请联系本企业的管理员' },
  'account.captcha': { what: '没有登录', why: '验证码不对或已过期', todo: '请换一个验证码重新输入' },
  'account.smsCode': {
    what: '没有通过',
    why: '短信验证码不对、已用过或已过期',
    todo: '请重新获取短信验证码，五分钟内填写',
  },
  'account.activation': {
    what: '没有激活',
    why: '用户名或激活码不对，或邀请已过期',
    todo: '请核对短信里的激活码；过期的请管理员重新邀请',
  },
  'account.refused': { what: '平台没有受理', why: '{reason}', todo: '请按说明改正后再试；填写的内容都在' },
  'binding.otherCompany': {
    what: '没有绑定',
    why: '这张卡属于其他企业',
    todo: '请插入本企业的卡；企业更名后请先在发卡机构办理卡的变更',
  },
  'binding.otherHolder': {
    what: '没有绑定',
    why: '卡的持有人与用户的姓名不符',
    todo: '请插入本人的卡，或核对用户的姓名',
  },
  'binding.expired': { what: '没有受理', why: '卡的证书已过有效期', todo: '请先到发卡机构办理延期' },
  'binding.notYet': { what: '没有受理', why: '卡的证书还没有生效', todo: '请核对本机日期，到生效日再办理' },
  'binding.taken': {
    what: '没有绑定',
    why: '这张卡已经绑定给一个用户',
    todo: '请先解绑再绑定给别人；一卡一人',
  },
  'binding.otherCard': {
    what: '没有绑定',
    why: '签名的卡不是刚才读到的那一张',
    todo: '请把要绑定的卡留在读卡器里，重新操作',
  },
  'binding.untrusted': {
    what: '没有受理',
    why: '卡的证书不是受信任的机构签发的，或没有登记',
    todo: '请核对插入的卡；确属电子口岸卡的请联系发卡机构',
  },
  'binding.notBound': {
    what: '没有受理',
    why: '这张卡没有绑定给用户',
    todo: '请用用户名登录，在“绑定 IC 卡”里绑定后再用卡登录',
  },
  'binding.hasCard': {
    what: '没有绑定',
    why: '这个用户已经绑定了另一张卡',
    todo: '换卡请填写换绑原因，旧卡会同时解绑',
  },
  'binding.notLegalCard': {
    what: '没有授权',
    why: '授权必须用本企业的法人卡签名',
    todo: '请插入本企业的法人卡再试',
  },
  'application.open': {
    what: '没有提交',
    why: '同类申请还在审核中',
    todo: '请等审核结果；需要改动时等退回后修改重报',
  },
  'application.paperType': {
    what: '平台没有接受材料',
    why: '按内容看它不是 PDF、JPG 或 PNG',
    todo: `请换成扫描的 PDF、JPG 或 PNG，再提交；${kept}`,
  },
  'application.paperSize': {
    what: '平台没有接受材料',
    why: '它超过平台的大小限制',
    todo: `请降低扫描清晰度或分成几个文件，再提交；${kept}`,
  },
  'application.paperHash': {
    what: '材料没有送到',
    why: '平台收到的内容与校验值不符，可能在传送中损坏',
    todo: '程序会自动重新传送，不用操作；一直不行时请检查网络',
  },
  'application.paperMissing': {
    what: '没有提交',
    why: '平台上的材料没有传齐',
    todo: `请重新提交，缺的材料会补传；${kept}`,
  },
  'application.noPaper': {
    what: '没有取回材料',
    why: '平台上这份申请没有这份材料',
    todo: '请查询审核结果后再试；本机添加过的材料可以在“材料清单”里另存',
  },
  'application.nothingKept': {
    what: '没有可用的备案资料',
    why: '本机还没有取回并保存备案资质',
    todo: '请先登录，取回备案资质再使用',
  },
} as const satisfies Record<string, FailureTexts>
