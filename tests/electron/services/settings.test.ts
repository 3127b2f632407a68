import { describe, expect, test } from 'vitest'
import { siteDesk } from '../../support/site-desk.ts'

describe('settings', () => {
  test('begin with the profile of the site and are kept one by one', async () => {
    const { settings, state } = await siteDesk()
    settings.boot()
    expect(await settings.get({})).toMatchObject({
      value: { company: { agentCode: '3122280993' }, signing: { separator: '||', encoding: 'utf-8' }, theme: 'system' },
    })
    await settings.save({ theme: 'dark' })
    await settings.save({ signing: { separator: '', encoding: 'gb18030' } })
    await settings.save({ company: { ...settings.company(), phone: '021-00000001' } })
    expect(settings.company().phone).toBe('021-00000001')
    expect(settings.signing()).toEqual({ separator: '', encoding: 'gb18030' })
    expect(settings.theme()).toBe('dark')
    expect(state.themes).toEqual(['system', 'dark'])
  })

  test('that are not of this shape any more count as not set', async () => {
    const { settings, store } = await siteDesk()
    store.db.prepare(`INSERT INTO settings (name, value) VALUES ('company', '{"old":1}')`).run()
    expect(settings.company().agentCode).toBe('3122280993')
  })
})
