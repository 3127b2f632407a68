import type { CodeTable } from './code-table.ts'
import { decodeTable } from './decode-table.ts'

/** One dynamic import a table, written out so that a bundler makes a lazy chunk of each. */
const sources = {
  admin_division: () => import('./tables/admin_division.json', { with: { type: 'json' } }),
  aeo_country: () => import('./tables/aeo_country.json', { with: { type: 'json' } }),
  agent_type: () => import('./tables/agent_type.json', { with: { type: 'json' } }),
  app_cert: () => import('./tables/app_cert.json', { with: { type: 'json' } }),
  bill_type: () => import('./tables/bill_type.json', { with: { type: 'json' } }),
  brand_type: () => import('./tables/brand_type.json', { with: { type: 'json' } }),
  cert_standard: () => import('./tables/cert_standard.json', { with: { type: 'json' } }),
  check_flag: () => import('./tables/check_flag.json', { with: { type: 'json' } }),
  ciq_org: () => import('./tables/ciq_org.json', { with: { type: 'json' } }),
  container_spec: () => import('./tables/container_spec.json', { with: { type: 'json' } }),
  cop_promise: () => import('./tables/cop_promise.json', { with: { type: 'json' } }),
  country: () => import('./tables/country.json', { with: { type: 'json' } }),
  currency: () => import('./tables/currency.json', { with: { type: 'json' } }),
  customs_district: () => import('./tables/customs_district.json', { with: { type: 'json' } }),
  cut_mode: () => import('./tables/cut_mode.json', { with: { type: 'json' } }),
  cut_mode_2026: () => import('./tables/cut_mode_2026.json', { with: { type: 'json' } }),
  dang_pack_type: () => import('./tables/dang_pack_type.json', { with: { type: 'json' } }),
  dec_type: () => import('./tables/dec_type.json', { with: { type: 'json' } }),
  decl_trn_rel: () => import('./tables/decl_trn_rel.json', { with: { type: 'json' } }),
  district: () => import('./tables/district.json', { with: { type: 'json' } }),
  docu_code: () => import('./tables/docu_code.json', { with: { type: 'json' } }),
  domain_id: () => import('./tables/domain_id.json', { with: { type: 'json' } }),
  domestic_port: () => import('./tables/domestic_port.json', { with: { type: 'json' } }),
  duty_mode: () => import('./tables/duty_mode.json', { with: { type: 'json' } }),
  e_seal_flag: () => import('./tables/e_seal_flag.json', { with: { type: 'json' } }),
  edi_id: () => import('./tables/edi_id.json', { with: { type: 'json' } }),
  edoc_code: () => import('./tables/edoc_code.json', { with: { type: 'json' } }),
  edoc_format: () => import('./tables/edoc_format.json', { with: { type: 'json' } }),
  ent_qualif_type: () => import('./tables/ent_qualif_type.json', { with: { type: 'json' } }),
  entry_type: () => import('./tables/entry_type.json', { with: { type: 'json' } }),
  export_preference: () => import('./tables/export_preference.json', { with: { type: 'json' } }),
  fee_mark: () => import('./tables/fee_mark.json', { with: { type: 'json' } }),
  goods_attr: () => import('./tables/goods_attr.json', { with: { type: 'json' } }),
  ie_flag: () => import('./tables/ie_flag.json', { with: { type: 'json' } }),
  lic_type: () => import('./tables/lic_type.json', { with: { type: 'json' } }),
  manual_prefix: () => import('./tables/manual_prefix.json', { with: { type: 'json' } }),
  origin_proof: () => import('./tables/origin_proof.json', { with: { type: 'json' } }),
  oper_type: () => import('./tables/oper_type.json', { with: { type: 'json' } }),
  origin_mark: () => import('./tables/origin_mark.json', { with: { type: 'json' } }),
  pay_type: () => import('./tables/pay_type.json', { with: { type: 'json' } }),
  port: () => import('./tables/port.json', { with: { type: 'json' } }),
  purpose: () => import('./tables/purpose.json', { with: { type: 'json' } }),
  receipt_channel: () => import('./tables/receipt_channel.json', { with: { type: 'json' } }),
  tariff: () => import('./tables/tariff.json', { with: { type: 'json' } }),
  tax_admin_mark: () => import('./tables/tax_admin_mark.json', { with: { type: 'json' } }),
  tax_royalty_decl_type: () => import('./tables/tax_royalty_decl_type.json', { with: { type: 'json' } }),
  trade_agreement: () => import('./tables/trade_agreement.json', { with: { type: 'json' } }),
  trade_mode: () => import('./tables/trade_mode.json', { with: { type: 'json' } }),
  trade_mode_2026: () => import('./tables/trade_mode_2026.json', { with: { type: 'json' } }),
  traf_mode: () => import('./tables/traf_mode.json', { with: { type: 'json' } }),
  trans_flag: () => import('./tables/trans_flag.json', { with: { type: 'json' } }),
  trans_mode: () => import('./tables/trans_mode.json', { with: { type: 'json' } }),
  trn_type: () => import('./tables/trn_type.json', { with: { type: 'json' } }),
  two_step_channel: () => import('./tables/two_step_channel.json', { with: { type: 'json' } }),
  unit: () => import('./tables/unit.json', { with: { type: 'json' } }),
  use_to: () => import('./tables/use_to.json', { with: { type: 'json' } }),
  wrap_type: () => import('./tables/wrap_type.json', { with: { type: 'json' } }),
  yes_no: () => import('./tables/yes_no.json', { with: { type: 'json' } }),
} as const satisfies Record<string, () => Promise<{ default: unknown }>>

export type CodeTableName = keyof typeof sources

/** Every table that is shipped. A new one: its file in `tables/`, its texts in `build/codes`, a row above. */
export const codeTableNames = Object.keys(sources) as CodeTableName[]

export const isCodeTableName = (name: string): name is CodeTableName => Object.hasOwn(sources, name)

const loaded = new Map<CodeTableName, Promise<CodeTable>>()

/** A table by name, read once and kept. Throws for a name that is not shipped: that is a bug, not a bad input. */
export function loadTable(name: string): Promise<CodeTable> {
  if (!isCodeTableName(name)) throw new Error(`no code table: ${name}`)
  const known = loaded.get(name)
  if (known !== undefined) return known
  const table = sources[name]().then((module) => decodeTable(module.default))
  loaded.set(name, table)
  // A chunk that could not be read is asked for again the next time.
  table.catch(() => loaded.delete(name))
  return table
}
