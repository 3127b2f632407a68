import { decControlModel, decGoodsLimit, decGoodsLimitVin } from '../declaration/dec-list.ts'
import { decCopPromise, decRequestCert, ecoRelation, licenseDocu } from '../declaration/documents.ts'
import { container, decCopLimit, decMarkLob, decOtherPack, decUser } from '../declaration/head-parts.ts'
import { decSupplementList } from '../declaration/dec-supplement-list.ts'
import { trnContaGoods, trnContainer } from '../declaration/transit.ts'
import * as further from './further-blocks.ts'
import * as goods from './goods-block.ts'
import { headFields } from './head-block.ts'
import type { RawPart } from './placement.ts'

/** Which parts stand in which block, in their order. Rare parts are folded; their head says what they hold. */
export const headParts: readonly RawPart[] = [{ kind: 'fields', id: 'head', title: '基本信息', fields: headFields }]

export const goodsParts = {
  columns: goods.gridColumns,
  fields: goods.lineFields,
  vehicles: {
    kind: 'table',
    id: 'vehicles',
    title: '车辆VIN信息',
    section: decGoodsLimitVin,
    columns: goods.vehicleColumns,
  },
  parts: [
    { kind: 'fields', id: 'line-inspection', title: '检验检疫与享惠', folded: true, fields: goods.lineInspection },
    { kind: 'fields', id: 'line-danger', title: '危险货物', folded: true, fields: goods.lineDanger },
    {
      kind: 'table',
      id: 'line-licences',
      title: '产品资质',
      folded: true,
      section: decGoodsLimit,
      columns: goods.licenceColumns,
    },
    {
      kind: 'table',
      id: 'line-controls',
      title: '禁限管制申报要素',
      folded: true,
      section: decControlModel,
      columns: goods.controlColumns,
    },
    { kind: 'fields', id: 'line-other', title: '其他商品项目', folded: true, fields: goods.lineOther },
  ],
} as const satisfies { parts: readonly RawPart[]; vehicles: RawPart } & Record<string, unknown>

export const containersAndDocuments = {
  papers: [
    { kind: 'fields', id: 'papers', title: '单证核对（发票、箱单、合同）', folded: true, fields: further.paperFields },
  ],
  containers: [
    { kind: 'table', id: 'containers', title: '集装箱', section: container, columns: further.containerColumns },
  ],
  licences: [
    {
      kind: 'table',
      id: 'licences',
      title: '随附单证',
      section: licenseDocu,
      columns: further.licenceDocumentColumns,
    },
    {
      kind: 'table',
      id: 'origin',
      title: '优惠贸易协定享惠',
      folded: true,
      section: ecoRelation,
      columns: further.originColumns,
    },
  ],
} as const satisfies Record<string, readonly RawPart[]>

export const furtherParts = {
  business: [{ kind: 'fields', id: 'business', title: '业务事项', fields: further.businessFields }],
  inspection: [
    { kind: 'fields', id: 'inspection', title: '检验检疫信息', fields: further.inspectionFields },
    {
      kind: 'table',
      id: 'packing',
      title: '其他包装',
      folded: true,
      section: decOtherPack,
      columns: further.packingColumns,
    },
    {
      kind: 'table',
      id: 'qualifications',
      title: '企业资质',
      folded: true,
      section: decCopLimit,
      columns: further.qualificationColumns,
    },
    { kind: 'table', id: 'users', title: '使用人', folded: true, section: decUser, columns: further.userColumns },
    {
      kind: 'table',
      id: 'certificates',
      title: '所需单证',
      folded: true,
      section: decRequestCert,
      columns: further.certificateColumns,
    },
    {
      kind: 'fields',
      id: 'certificate-elements',
      title: '签证申报要素',
      folded: true,
      fields: further.certificateElements,
    },
  ],
  other: [
    { kind: 'fields', id: 'parties', title: '申报与录入单位', folded: true, fields: further.partyFields },
    {
      kind: 'table',
      id: 'promises',
      title: '企业承诺',
      folded: true,
      section: decCopPromise,
      columns: further.promiseColumns,
    },
    { kind: 'fields', id: 'access', title: '两段准入', folded: true, only: 'I', fields: further.accessFields },
    { kind: 'fields', id: 'royalty', title: '特许权使用费', folded: true, only: 'I', fields: further.royaltyFields },
    { kind: 'fields', id: 'transit', title: '转关单', folded: true, fields: further.transitFields },
    { kind: 'fields', id: 'transit-bill', title: '转关提运单', folded: true, fields: further.transitBillFields },
    {
      kind: 'table',
      id: 'transit-boxes',
      title: '转关集装箱',
      folded: true,
      section: trnContainer,
      columns: further.transitBoxColumns,
    },
    {
      kind: 'table',
      id: 'transit-goods',
      title: '转关商品装箱',
      folded: true,
      section: trnContaGoods,
      columns: further.transitGoodsColumns,
    },
    {
      kind: 'table',
      id: 'supplements',
      title: '补充申报单',
      folded: true,
      section: decSupplementList,
      columns: further.supplementColumns,
      details: further.supplementFields,
    },
    {
      kind: 'table',
      id: 'marks',
      title: '标记号码附件',
      folded: true,
      section: decMarkLob,
      columns: further.markColumns,
    },
    { kind: 'fields', id: 'rare', title: '少用项目', folded: true, fields: further.rareFields },
  ],
} as const satisfies Record<string, readonly RawPart[]>
