import type { FailureTexts } from './index.ts'

/** Failures of this area: one row a code. */
export const siteFailures = {
  'sites.builtIn': {
    what: '演练站点不能修改',
    why: '它是程序自带的',
    todo: '要连接真实系统，请新建一个站点',
  },
  'sites.gone': {
    what: '没有找到这个站点',
    why: '它不在站点列表里',
    todo: '请刷新站点列表后再试',
  },
  'sites.badName': { what: '站点没有保存', why: '没有填写名称', todo: '请填写一个好认的名称' },
  'sites.badAddress': {
    what: '站点没有保存',
    why: '地址“{address}”不能用：{reason}',
    todo: '请填写以 https:// 开头的完整地址，例如 https://example.com/api',
  },
  'sites.badProxy': {
    what: '站点没有保存',
    why: '代理地址“{address}”不能用：{reason}',
    todo: '请填写以 http:// 开头的代理地址和端口，例如 http://192.168.0.1:8080',
  },
  'sites.noSeal': {
    what: '站点没有保存',
    why: '代理地址里有密码，而这台电脑现在不能加密保存密码，程序不会明文保存它',
    todo: '请改用“跟随系统”的代理，或从地址里去掉密码；一定要保存密码时，请先启用系统的密钥环再试',
  },
  'sites.inClear': {
    what: '代理密码仍是明文',
    why: '早先的版本把它明文存在本机，而这台电脑现在不能加密保存密码',
    todo: '请启用系统的密钥环后重新打开程序，程序会自动加密；也可以在“设置—站点”改用不带密码的代理',
  },
  'sites.proxyMark': {
    what: '站点没有保存',
    why: '“••••”只能沿用同一个代理地址和账号已保存的密码，这里没有可以沿用的密码',
    todo: '请在“••••”的位置重新填写密码；代理不要密码时，请把“:••••”删去',
  },
  'sites.badCa': {
    what: '站点没有保存',
    why: '附加的 CA 证书读不出来',
    todo: '请粘贴 PEM 格式（以 -----BEGIN CERTIFICATE----- 开头）的证书',
  },
  'sites.badCardCa': {
    what: '站点没有保存',
    why: '发卡机构证书读不出来，或不是发证机构的证书',
    todo: '请粘贴 PEM 格式的发证机构证书（国密 SM2 或 RSA），可以一份接一份',
  },
  'sites.badLibrary': {
    what: '站点没有保存',
    why: '选的密码钥匙程序库不在允许的名单里',
    todo: '请从列表里选一个；列表里没有时请联系技术支持',
  },
} as const satisfies Record<string, FailureTexts>
