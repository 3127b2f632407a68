/** One column of a tariff that a company imports. */
export interface TariffColumn {
  /** Key in the stored table; `code` and `name` are its first columns. */
  readonly key: string
  readonly label: string
  /** Titles by which it is found, compared without signs and case. */
  readonly titles: readonly string[]
  readonly needed?: true
}

/**
 * The format of an imported tariff: one row a 10-digit commodity code. The first title of each column is the one that
 * the documentation names; the others are seen in tables that companies keep (docs/tariff.md).
 */
export const tariffColumns: readonly TariffColumn[] = [
  {
    key: 'code',
    label: '商品编号',
    titles: ['商品编号', '商品编码', '税号', '税则号列', 'HS编码', 'hscode', 'code'],
    needed: true,
  },
  { key: 'name', label: '商品名称', titles: ['商品名称', '品名', '货品名称', '名称', 'name'], needed: true },
  {
    key: 'unit1',
    label: '第一法定单位',
    titles: ['第一法定单位', '法定第一单位', '第一单位', '第一计量单位', '计量单位', '法定单位', '法定计量单位'],
  },
  { key: 'unit2', label: '第二法定单位', titles: ['第二法定单位', '法定第二单位', '第二单位', '第二计量单位'] },
  { key: 'permits', label: '监管条件', titles: ['监管条件', '海关监管条件', '监管证件', '监管证件代码'] },
  { key: 'quarantine', label: '检验检疫类别', titles: ['检验检疫类别', '检验检疫', '检疫类别'] },
  { key: 'elements', label: '申报要素', titles: ['申报要素', '规范申报要素', '要素'] },
  { key: 'mfn', label: '最惠国税率', titles: ['最惠国税率', '进口最惠国税率', '最惠国'] },
  { key: 'general', label: '普通税率', titles: ['普通税率', '进口普通税率', '普通'] },
  { key: 'vat', label: '增值税率', titles: ['增值税率', '增值税'] },
  { key: 'rebate', label: '出口退税率', titles: ['出口退税率', '退税率'] },
  { key: 'note', label: '备注', titles: ['备注', '说明'] },
]

/** A tariff row tells the names of its elements in this column, joined by `|`, without the two that every line has. */
export const elementNames = (more: Readonly<Record<string, string>> | undefined): string[] =>
  (more?.['elements'] ?? '').split('|').filter((name) => name !== '')
