import { describe, expect, it } from 'vitest'
import { choiceTable, fetchTable } from '../../../renderer/ui/code-lookups.ts'
import { codeOfText, codeWithName, namesOfCodes } from '../../../renderer/ui/code-text.ts'
import { noteRecent, recentCodes, startRecent } from '../../../renderer/ui/recent-codes.ts'
import { useCodeList } from '../../../renderer/ui/use-code-list.ts'

const modes = await fetchTable('trade_mode')

describe('the text of a code field', () => {
  it('shows code and name together, and the code alone while its table is not there', () => {
    expect(codeWithName('0110', modes)).toBe('0110 一般贸易')
    expect(codeWithName('0110', undefined)).toBe('0110')
    expect(codeWithName('', modes)).toBe('')
  })

  it('shows the name alone of a choice that has a word of ours for a code, and takes it back', () => {
    const kinds = choiceTable('申请类型', [{ code: 'new', name: '新办', initials: 'xb', pinyin: 'xinban' }])
    expect(codeWithName('new', kinds)).toBe('新办')
    expect(codeOfText('新办', kinds)).toBe('new')
  })

  it.each([
    ['0110', '0110'],
    [' 0110 ', '0110'],
    ['0110 一般贸易', '0110'],
    ['一般贸易', '0110'],
    ['9zzz', '9zzz'],
    ['', ''],
  ])('takes %j for %j', (typed, code) => {
    expect(codeOfText(typed, modes)).toBe(code)
  })

  it('finds a code whatever its letter case, but keeps cases apart where the table does', async () => {
    expect(codeOfText('usd', await fetchTable('currency'))).toBe('USD')
    const permits = await fetchTable('docu_code')
    expect(codeOfText('x', permits)).toBe('x')
    expect(codeOfText('X', permits)).toBe('X')
  })

  it('names several codes for the tooltip', () => {
    const few = choiceTable('', [
      { code: '1', name: '是', initials: 's', pinyin: 'shi' },
      { code: '0', name: '否', initials: 'f', pinyin: 'fou' },
    ])
    expect(namesOfCodes('1,0,5', few)).toBe('1 是；0 否；5')
  })
})

describe('the list of a code field', () => {
  const open = (field: string) =>
    useCodeList(
      () => modes,
      () => field,
    )

  it('lists everything with the present code marked', () => {
    const list = open('list-all')
    list.show('', '0214')
    expect(list.rows.value.length).toBe(modes.table.rows.filter(({ code }) => code !== '').length)
    expect(list.current.value?.code).toBe('0214')
  })

  it('filters by code, name and pinyin, the best first', () => {
    const list = open('filter')
    for (const typed of ['0110', '一般贸', 'ybmy', 'yibanmaoyi']) {
      list.show(typed)
      expect(list.current.value?.code, typed).toBe('0110')
    }
  })

  it('moves the mark and stops at both ends', () => {
    const list = open('moves')
    list.show('')
    expect(list.move('ArrowUp')).toBe(true)
    expect(list.active.value).toBe(0)
    list.move('PageDown')
    expect(list.active.value).toBe(10)
    expect(list.move('a')).toBe(false)
  })

  it('shows nothing while it is closed', () => {
    const list = open('closed')
    expect(list.rows.value).toEqual([])
  })

  it('puts the codes that were chosen last in front, each once', () => {
    noteRecent('mode', '0214')
    noteRecent('mode', '0110')
    noteRecent('mode', '0214')
    expect(recentCodes('mode')).toEqual(['0214', '0110'])
    const list = open('mode')
    list.show('')
    expect(list.recent.value).toBe(2)
    expect(list.rows.value.slice(0, 2).map(({ code }) => code)).toEqual(['0214', '0110'])
    expect(list.rows.value.filter(({ code }) => code === '0214')).toHaveLength(1)
  })
})

describe('codes of a customer', () => {
  it('stand before those of others, and every choice is handed on to be kept', () => {
    const kept: string[] = []
    startRecent(
      [
        { field: 'port', code: '2248', own: true },
        { field: 'port', code: '2225', own: true },
        { field: 'port', code: '5301', own: false },
      ],
      (field, code) => kept.push(`${field} ${code}`),
    )
    expect(recentCodes('port')).toEqual(['2248', '2225', '5301'])
    noteRecent('port', '0101')
    expect(recentCodes('port')).toEqual(['0101', '2248', '2225', '5301'])
    startRecent([], () => undefined)
    expect(recentCodes('port')[0]).toBe('0101')
    expect(kept).toEqual(['port 0101'])
  })
})
