import { operatorText } from '../fixtures/preparations.ts'
import type { Step } from './main-job.ts'
import * as window from './preparation-window.ts'

const operator = { userName: 'yanlian_jia', mobile: '13900000001', password: 'Jia#20260801' }
const administrator = { userName: 'yanlian_admin', password: 'Yanlian#2026' }

/** The three preparations on an empty portal, in the order of a new company. Each step throws when its end is not seen. */
export const preparationJob: readonly Step[] = [
  {
    name: '空平台：业务准备，一切从注册开始',
    run: async ({ desk: { page } }) => {
      await window.practise(page, 'begin', { from: 'nothing' })
      await window.practise(page, 'set', { speed: 1 })
      await window.goTo(page, '/preparation', '业务准备')
      await window.says(page, '未注册')
    },
  },
  {
    name: '用户注册：企业信息、管理员、短信验证码',
    run: async ({ desk: { page } }) => {
      await window.fillAccount(page)
      await window.typeSmsCode(page, '13800000000')
    },
  },
  {
    name: '注册成功，管理员已登录',
    run: async ({ desk: { page } }) => {
      await page.keyboard.press('F9')
      await page.getByRole('heading', { level: 1, name: '业务准备' }).waitFor()
      await window.says(page, '演练法人（')
    },
  },
  {
    name: '绑定法人卡：卡对平台给的内容签名',
    run: async ({ desk: { page } }) => {
      await window.openBinding(page, 'legal', '演练法人')
      await window.bind(page, window.boundRow(page, '2100010009993'))
    },
  },
  {
    name: '邀请操作员，短信激活',
    run: async ({ desk: { page } }) => {
      const code = await window.inviteOperator(page, operatorText(), operator.mobile)
      await window.goTo(page, '/preparation', '业务准备')
      await window.logout(page)
      await window.activate(page, operator.userName, code, operator.password)
    },
  },
  {
    name: '操作员绑定自己的操作员卡',
    run: async ({ desk: { page } }) => {
      await window.openBinding(page, 'operator', '演练员甲')
      await window.bind(page, window.boundRow(page, '2100010009991'))
    },
  },
  {
    name: '企业资质备案：管理员填写，新企业一次申请',
    run: async ({ desk: { page } }) => {
      await window.logout(page)
      await window.login(page, administrator.userName, administrator.password)
      await page.getByRole('heading', { level: 1, name: '业务准备' }).waitFor()
      await window.fillQualification(page)
    },
  },
  {
    name: '提交，主管部门审核，已备案',
    run: async ({ desk: { page } }) => {
      await page.keyboard.press('F9')
      await window.decided(page, '已备案')
    },
  },
  {
    name: '获取已备案的资质，用来填报关单',
    run: async ({ desk: { page } }) => {
      await window.fetchFiled(page)
      await window.says(page, '报关、报检')
      await page.getByRole('button', { name: '用来填报关单' }).click()
      await window.says(page, '新建的报关单自动带出')
    },
  },
  {
    name: '业务准备全部办好，可以申报',
    run: async ({ desk: { page } }) => {
      await window.goTo(page, '/preparation', '业务准备')
      await window.says(page, '本单位已准备好，可以申报')
    },
  },
]
