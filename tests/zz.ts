import { openStore } from '../electron/store/open-store.ts'
import { migrations } from '../electron/store/migrations/index.ts'
import { DraftListRepo } from '../electron/store/draft-list.repo.ts'
import { fillDeclarations } from './support/many-declarations.ts'
import { contract } from '../electron/ipc/contract.ts'
import { mkdtempSync } from 'node:fs'
const now = Date.UTC(2026, 10, 24)
for (const count of [1000, 100000]) {
  const s = await openStore({ folder: mkdtempSync('/tmp/office-b-'), name: 'd', migrations, now: () => now })
  if (!s.ok) throw 1
  fillDeclarations(s.value.db, count, now)
  const list = new DraftListRepo(s.value.db)
  let t = performance.now(); list.list({ text: 'ylham' }); console.log('index', performance.now() - t)
  const page = { limit: 100, offset: 0 }
  const qs: any = { page, p3: { ...page, offset: 300 }, two: { ...page, states: ['refused','unknown'] }, dI: {...page, states:['draft'], ieFlag:'I'}, bill: {...page, text: '0263227'}, num: {...page, text:'d20260000000000333'}, cust: {...page, text:'演练客户033'}, zc: {...page,text:'轴承'}, lx: {...page, text:'离心泵 轴承', states:['closed']}, tclu: {...page, text:'tclu0104729'}, days: {...page, from: now-7*864e5, to: now} }
  for (const [n,q] of Object.entries(qs) as any) {
    const a: number[] = [], b: number[] = []
    for (let i=0;i<15;i++){ let t=performance.now(); const r=list.list(q); a.push(performance.now()-t); t=performance.now(); contract.drafts.list.output.safeParse(r); b.push(performance.now()-t) }
    a.sort((x,y)=>x-y); b.sort((x,y)=>x-y)
    console.log(count, n, a[7]!.toFixed(2), b[7]!.toFixed(2), list.list(q).total)
  }
}
