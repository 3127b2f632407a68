/**
 * Constants that the rules rest on and that nobody could verify to the last, named so that one change is one line.
 * Each carries its source; "own choice" means that no source gives a figure.
 */
export const settings = {
  /** Longest 备注: 255 in the current field notes, 70 in the 2018 schema and guide. */
  noteLongest: 255,
  noteLongest2018: 70,
  /** Guide items 56, 51 and 69. */
  marksLongest: 400,
  contractLongest: 32,
  placeLongest: 100,

  /** Size of one PDF and of all files of a declaration in bytes: seen in practice on the web page, unverified. */
  fileLargest: 4 * 1024 * 1024,
  filesLargest: 20 * 1024 * 1024,

  /** Rows of the message schema of 2018. */
  linesMost: 50,
  containersMost: 500,
  licencesMost: 7,

  /** Days that an import date may lie ahead before we ask; own choice, the guide gives no figure. */
  importDateAhead: 14,
  /** Days after the arrival report within which an import is filed without a late fee (rule on late fees, 2005). */
  filingDays: 14,
  /** Late fee a day as a part of the customs value, and the yuan below which none is collected (same rule). */
  lateFeeRate: '0.0005',
  lateFeeLeast: 50,
  /** Months after which customs may sell the goods (same rule). */
  overdueMonths: 3,
  /** Days left from which the hint turns yellow; own choice. */
  filingDaysClose: 3,
  /** Days within which duties are paid (GACC decree 272). */
  paymentDays: 15,

  /** Part of the net weight below which the kilogram quantities are called far too small; own choice. */
  netWeightFarBelow: '0.9',
  /** A container with goods below this weight in kilograms was probably given in tonnes; own choice. */
  containerLightest: 100,

  /** 备案号 first letters that are used in practice but stand in no stored list (special-area ledger). */
  moreManualPrefixes: ['T'],

  /** Code tables that are known to miss rows: an unknown code is yellow there, never red (notes of the tables). */
  incompleteTables: [
    'admin_division',
    'ciq_org',
    'currency',
    'customs_district',
    'district',
    'docu_code',
    'domestic_port',
    'edoc_code',
    'ent_qualif_type',
    'lic_type',
    'port',
    'purpose',
    'tariff',
    'trade_agreement',
  ],
} as const
