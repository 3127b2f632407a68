import { beforeAll, expect, test } from 'vitest'
import type { WordBook } from '../../../../electron/services/imports/word-book.ts'
import { realWordBook } from '../../../support/word-book.ts'

let book: WordBook
beforeAll(async () => {
  book = await realWordBook()
})

test.each([
  ['PCS', '007'],
  ['pcs.', '007'],
  ['个', '007'],
  ['007', '007'],
  ['SET', '006'],
  ['套', '006'],
  ['KGS', '035'],
  ['ＫＧ', '035'],
  ['千克', '035'],
  ['公斤', '035'],
  ['台', '001'],
  ['台/UNIT', '001'],
  ['个(PCS)', '007'],
  ['007 个', '007'],
])('the unit “%s” is %s', (word, code) => {
  expect(book.find('unit', word)).toBe(code)
})

test.each([
  ['China', 'CHN'],
  ['中国', 'CHN'],
  ['CN', 'CHN'],
  ['CHN', 'CHN'],
  ['P.R.China', 'CHN'],
  ['Made in China', 'CHN'],
  ['JAPAN 日本', 'JPN'],
  ['U.S.A.', 'USA'],
  ['United States of America', 'USA'],
  ['Viet Nam', 'VNM'],
  ['Vietnam', 'VNM'],
  ['Korea', 'KOR'],
  ['韩国', 'KOR'],
  ['United Kingdom', 'GBR'],
  ['Netherlands', 'NLD'],
  ['116', 'JPN'],
])('the country “%s” is %s', (word, code) => {
  expect(book.find('country', word)).toBe(code)
})

test.each([
  ['USD', 'USD'],
  ['美元', 'USD'],
  ['$', 'USD'],
  ['US$', 'USD'],
  ['RMB', 'CNY'],
  ['欧元', 'EUR'],
  ['日元', 'JPY'],
])('the currency “%s” is %s', (word, code) => {
  expect(book.find('currency', word)).toBe(code)
})

test.each([
  ['country', 'North Korea'],
  ['country', 'Korae'],
  ['country', '中国/日本'],
  ['unit', 'PCS/SET'],
  ['unit', ''],
  ['currency', '¥'],
  ['nothing', 'PCS'],
])('in table %s “%s” is not known', (table, word) => {
  expect(book.find(table, word)).toBeUndefined()
})
