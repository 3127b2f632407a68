import { createRouter, createWebHashHistory, type Router, type RouteRecordRaw } from 'vue-router'
import { loadDeclarationPage } from './pages/declaration/load-page.ts'
import HomePage from './pages/home/HomePage.vue'
import { forgetPlace, rememberPlace, rememberedPlace } from './stores/place.ts'

/** Pages of the preparations; the wizards open the draft of the address, or the one that was begun last. */
const preparation: RouteRecordRaw[] = [
  {
    path: '/preparation',
    name: 'preparation',
    component: () => import('./pages/preparation/ReadinessPage.vue'),
    meta: { title: '业务准备' },
  },
  {
    path: '/preparation/account/:id?',
    name: 'prepare-account',
    component: () => import('./pages/preparation/AccountWizard.vue'),
    meta: { title: '用户注册' },
  },
  {
    path: '/preparation/login',
    name: 'prepare-login',
    component: () => import('./pages/preparation/LoginPage.vue'),
    meta: { title: '登录' },
  },
  {
    path: '/preparation/operators',
    name: 'prepare-operators',
    component: () => import('./pages/preparation/OperatorsPage.vue'),
    meta: { title: '操作员' },
  },
  {
    path: '/preparation/operators/new',
    name: 'prepare-invite',
    component: () => import('./pages/preparation/OperatorWizard.vue'),
    meta: { title: '邀请操作员' },
  },
  {
    path: '/preparation/operators/:id',
    name: 'prepare-operator',
    component: () => import('./pages/preparation/OperatorWizard.vue'),
    meta: { title: '邀请操作员' },
  },
  {
    path: '/preparation/me',
    name: 'prepare-me',
    component: () => import('./pages/preparation/account/AccountPage.vue'),
    meta: { title: '账号信息管理' },
  },
  {
    path: '/preparation/binding/:id?',
    name: 'prepare-binding',
    component: () => import('./pages/preparation/BindingPage.vue'),
    meta: { title: '绑定IC卡' },
  },
  {
    path: '/preparation/qualification',
    name: 'prepare-qualification',
    component: () => import('./pages/preparation/QualificationPage.vue'),
    meta: { title: '企业资质备案' },
  },
  {
    path: '/preparation/qualification/:id',
    name: 'prepare-application',
    component: () => import('./pages/preparation/QualificationWizard.vue'),
    meta: { title: '企业资质申请' },
  },
  {
    path: '/preparation/cards',
    name: 'prepare-cards',
    component: () => import('./pages/preparation/CardsPage.vue'),
    meta: { title: '办理卡介质' },
  },
  {
    path: '/preparation/cards/:id',
    name: 'prepare-card',
    component: () => import('./pages/preparation/CardWizard.vue'),
    meta: { title: '办理卡介质' },
  },
  {
    path: '/preparation/branches',
    name: 'prepare-branches',
    component: () => import('./pages/preparation/BranchesPage.vue'),
    meta: { title: '分支机构联络方式' },
  },
]

/**
 * Every page. The board comes with the window, another page when it is first opened; its title stands in the window and
 * in the navigation.
 */
const routes: RouteRecordRaw[] = [
  { path: '/', name: 'home', component: HomePage, meta: { title: '今日工作台' } },
  {
    path: '/declarations',
    name: 'declarations',
    component: () => import('./pages/list/ListPage.vue'),
    meta: { title: '报关单' },
  },
  {
    path: '/declarations/:id',
    name: 'declaration',
    component: loadDeclarationPage,
    meta: { title: '报关单录入' },
  },
  {
    path: '/imports',
    name: 'imports',
    component: () => import('./pages/imports/ImportsPage.vue'),
    meta: { title: '导入表格' },
  },
  {
    path: '/signing',
    name: 'signing',
    component: () => import('./pages/signing/SigningPage.vue'),
    meta: { title: '签名与申报' },
  },
  {
    path: '/receipts',
    name: 'receipts',
    component: () => import('./pages/receipts/ReceiptsPage.vue'),
    meta: { title: '发送与回执' },
  },
  {
    path: '/signing/guide',
    name: 'signing-guide',
    component: () => import('./pages/signing/SigningGuide.vue'),
    meta: { title: '签名说明' },
  },
  {
    path: '/filings/:id',
    name: 'filing',
    component: () => import('./pages/filing/FilingPage.vue'),
    meta: { title: '申报进度' },
  },
  ...preparation,
  {
    path: '/figures',
    name: 'figures',
    component: () => import('./pages/figures/FiguresPage.vue'),
    meta: { title: '统计' },
  },
  {
    path: '/diagnostics',
    name: 'diagnostics',
    component: () => import('./pages/diagnostics/DiagnosticsPage.vue'),
    meta: { title: '诊断' },
  },
  {
    path: '/settings',
    name: 'settings',
    component: () => import('./pages/settings/SettingsPage.vue'),
    meta: { title: '设置' },
  },
  {
    path: '/tariff',
    name: 'tariff',
    component: () => import('./pages/tariff/TariffPage.vue'),
    meta: { title: '税则库' },
  },
  { path: '/about', name: 'about', component: () => import('./pages/about/AboutPage.vue'), meta: { title: '关于' } },
  { path: '/:rest(.*)', redirect: '/' },
]

/** The router. After a crash it opens the page at which the clerk was. */
export function createDeskRouter(): Router {
  const place = rememberedPlace()
  // Before the router reads the address: its first navigation would win over a later one.
  if (place !== undefined && location.hash.replace(/^#\/?/, '') === '') history.replaceState(null, '', `#${place}`)
  const router = createRouter({ history: createWebHashHistory(), routes })
  router.afterEach((to) => {
    document.title = `${to.meta.title ?? ''} - 报关桌面`
    rememberPlace(to.fullPath)
  })
  // Leaving in good order forgets the place; a crash does not come by here.
  window.addEventListener('pagehide', forgetPlace)
  return router
}

declare module 'vue-router' {
  interface RouteMeta {
    title?: string
  }
}
