/** Groups of 监管方式, 运输方式 and offices that several rules ask for. Read-only sets for quick tests. */

/** 运输方式 without real crossing of the border (2018 entry guide). 9 sometimes belongs to them and is not judged. */
export const noCrossingModes: ReadonlySet<string> = new Set('0178WXYZHT')

/** 深加工结转: goods go from one handbook to another inside the country. */
export const processingTransfers: ReadonlySet<string> = new Set(['0255', '0654'])

/** 余料结转. */
export const remainderTransfers: ReadonlySet<string> = new Set(['0258', '0657'])

export const isTransfer = (tradeMode: string | undefined): boolean =>
  tradeMode !== undefined && (processingTransfers.has(tradeMode) || remainderTransfers.has(tradeMode))

/** 来料加工 and what follows from it; the names of the table begin with 来料. */
const suppliedMaterial = ['0214', '0245', '0255', '0258', '0265', '0300', '0345', '0845', '0865', '4400']
/** 进料加工 and what follows from it; the names of the table begin with 进料. */
const boughtMaterial = ['0615', '0642', '0644', '0654', '0657', '0664', '0700', '0715', '0744', '0844', '0864', '4600']

export const suppliedMaterialModes: ReadonlySet<string> = new Set(suppliedMaterial)
export const boughtMaterialModes: ReadonlySet<string> = new Set(boughtMaterial)
/** Processing trade as a whole: filed under a handbook or ledger. */
export const processingModes: ReadonlySet<string> = new Set([...suppliedMaterial, ...boughtMaterial])

/** 内销: processing goods sold inside the country; the price is confirmed as for ordinary imports. */
export const domesticSaleModes: ReadonlySet<string> = new Set(['0245', '0644', '0844', '0845'])

/**
 * 监管方式 with which 征免性质 may stay blank: transfers, returns for exchange and bonded storage. The first two rows
 * are named by the source; it ends its list with an ellipsis, so the bonded-area modes of the third are our reading.
 */
export const blankCutModes: ReadonlySet<string> = new Set([
  ...['0255', '0654', '0258', '0657', '0300', '0700', '4400', '4600'],
  ...['1200', '1233', '1234', '1139'],
  ...['1210', '1239', '5000', '5010', '5014', '5015', '5033', '5034', '5072', '5073', '5100', '5200', '5300'],
  ...['5335', '5361', '6033', '6072', '6073', '9610'],
])

/** 监管方式 that only exist in one direction, by their meaning in the table. */
export const importOnlyModes: ReadonlySet<string> = new Set([
  ...['0245', '0446', '0644', '0815', '0844', '0845', '2025', '2225', '3410', '4200', '9500', '9700', '9800'],
])
export const exportOnlyModes: ReadonlySet<string> = new Set([
  ...['0265', '0466', '0664', '0864', '0865', '1039', '2210', '3422', '9710', '9810'],
])

/** Entry offices with a road crossing only: 皇岗海关, 文锦渡关. */
export const roadOnlyOffices: ReadonlySet<string> = new Set(['5301', '5320'])
