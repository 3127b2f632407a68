import { goodsRowHeight } from './form-goods.ts'
import { sizeClass, sizes } from './text-fit.ts'

const rowHeights = Array.from({ length: 61 - goodsRowHeight }, (_, at) => goodsRowHeight + at)

/** Paper, fonts and watermark: the same for both prints. */
export const paperCss = `
@page { size: A4 landscape; margin: 0; }
* { box-sizing: border-box; margin: 0; padding: 0; }
html, body { background: #fff; color: #000; }
body { font-family: SimSun, "Noto Serif CJK SC", "Songti SC", serif; font-size: 7pt; line-height: 1.18; }
.page { position: relative; width: 297mm; height: 209.9mm; overflow: hidden; break-after: page; }
.page:last-child { break-after: auto; }
.watermark { position: absolute; inset: 0; display: flex; align-items: center; justify-content: center; gap: 28mm;
  transform: rotate(-24deg); font-size: 92pt; letter-spacing: 12mm; color: rgba(0, 0, 0, 0.09); z-index: 0; }
.practice { position: absolute; left: 9mm; top: 9mm; padding: 1.2mm 2.4mm; border: 0.35mm solid #000; font-size: 9pt; }
h1 { position: absolute; top: 10mm; left: 0; width: 100%; text-align: center; font-size: 17pt; font-weight: 700;
  letter-spacing: 0.3mm; }
.qr { position: absolute; right: 12.5mm; top: 8.5mm; width: 16mm; height: 16mm; }
.qr svg { display: block; width: 100%; height: 100%; }
/* Code 128 of 156 modules (18 letters and digits) has 0.31 mm a module here, of 18 digits 0.36 mm; 3 mm stay white. */
.bars { position: absolute; right: 32mm; top: 8.5mm; width: 48mm; text-align: center; font-size: 7pt; letter-spacing: 0.4mm; }
.bars svg { display: block; width: 100%; height: 9mm; margin-bottom: 0.5mm; }
.own { position: absolute; left: 9mm; bottom: 3mm; font-size: 6pt; }
${sizes.map((size) => `.${sizeClass(size)} { font-size: ${size}pt; }`).join('\n')}
`

/** The official blank, measured in millimetres on the scan of the form of 2018. */
export const formCss = `${paperCss}
.numbers { position: absolute; top: 27.3mm; left: 9.1mm; width: 275.4mm; display: flex; font-size: 8pt; }
.numbers .pre { width: 87mm; }
.numbers .entry { width: 46.5mm; white-space: nowrap; }
.numbers .office { flex: 1; font-size: 9pt; }
.numbers .count { width: 32mm; text-align: right; }
.frame { position: absolute; top: 32.5mm; left: 9.1mm; width: 275.4mm; bottom: 8.6mm; border: 0.3mm solid #000;
  display: flex; flex-direction: column; z-index: 1; }
.row { display: grid; height: 7.8mm; border-bottom: 0.25mm solid #000; }
.row.five { grid-template-columns: 85.4mm 45.4mm 52.5mm 42mm 1fr; }
.row.four { grid-template-columns: 85.4mm 45.4mm 52.5mm 1fr; }
.row.five.list { grid-template-columns: 85.4mm 97.9mm 42mm 1fr; }
.row.four.list { grid-template-columns: 85.4mm 97.9mm 1fr; }
.row.weights { grid-template-columns: 85.4mm 12.7mm 32.7mm 32mm 20.4mm 30.9mm 30.7mm 1fr; }
.row.one { grid-template-columns: 1fr; }
.row.remarks { height: 19.6mm; }
.cell { padding: 0.35mm 0.8mm 0 1.6mm; border-right: 0.25mm solid #000; overflow: hidden; min-width: 0; }
.cell:last-child { border-right: 0; }
.label { white-space: nowrap; height: 3mm; }
.value { overflow-wrap: anywhere; white-space: pre-wrap; }
.goods { display: grid; grid-template-columns: 9mm 22mm 93mm 30mm 26mm 22mm 22mm 36mm 1fr; padding-top: 0.6mm;
  border-bottom: 0.2mm dotted #555; overflow: hidden; flex: none; }
.goods.list { grid-template-columns: 9mm 22mm 108.4mm 30mm 26mm 22mm 22mm 1fr; }
.goods > div { padding: 0 0.8mm; overflow-wrap: anywhere; min-width: 0; }
.goods .end { text-align: right; padding-right: 1.6mm; }
.goods .mid { text-align: center; }
.goods.titles { height: 4.8mm; padding-top: 0.8mm; border-bottom: 0.25mm solid #000; white-space: nowrap; }
.goods.last { border-bottom: 0; }
${rowHeights.map((height) => `.h${height} { height: ${height}mm; }`).join('\n')}
.fill { flex: 1; }
.confirm { height: 5.9mm; border-top: 0.25mm solid #000; border-bottom: 0.25mm solid #000; display: flex; gap: 10mm;
  align-items: center; padding: 0 1.6mm; font-size: 7pt; }
.foot { height: 13.9mm; display: grid; grid-template-columns: 183mm 1fr; font-size: 8pt; }
.declarant { border-right: 0.25mm solid #000; padding: 1.4mm 1.6mm; display: flex; flex-direction: column;
  justify-content: space-between; }
.declarant .line { display: flex; justify-content: space-between; gap: 4mm; white-space: nowrap; }
.declarant b { font-weight: 400; }
.company { white-space: normal; width: 120mm; }
.stamp { padding: 1.4mm 1.6mm; }
.appendix { padding: 3mm; flex: 1; font-size: 7pt; overflow-wrap: anywhere; white-space: pre-wrap; }
.appendix h2 { font-size: 9pt; font-weight: 700; margin-bottom: 2mm; }
`
