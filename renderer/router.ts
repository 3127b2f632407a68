import { createRouter, createWebHashHistory, type Router, type RouteRecordRaw } from 'vue-router'
import { forgetPlace, rememberPlace, rememberedPlace } from './stores/place.ts'

const declarationPage = () => import('./pages/declaration/DeclarationPage.vue')

/** Every page. A page is loaded when it is first opened; its title stands in the window and in the navigation. */
const routes: RouteRecordRaw[] = [
  { path: '/', name: 'home', component: () => import('./pages/home/HomePage.vue'), meta: { title: '今日工作台' } },
  {
    path: '/declarations',
    name: 'declarations',
    component: () => import('./pages/list/ListPage.vue'),
    meta: { title: '报关单' },
  },
  {
    path: '/declarations/:id',
    name: 'declaration',
    component: declarationPage,
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
  {
    path: '/figures',
    name: 'figures',
    component: () => import('./pages/figures/FiguresPage.vue'),
    meta: { title: '统计' },
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
  // The form is the largest page and the one that must open at once: fetched while the clerk looks at the first one.
  void router.isReady().then(() => requestIdleCallback(() => void declarationPage()))
  return router
}

declare module 'vue-router' {
  interface RouteMeta {
    title?: string
  }
}
