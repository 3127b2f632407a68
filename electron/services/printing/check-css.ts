import { checkColumns } from './check-rows.ts'
import { paperCss } from './form-css.ts'

const columns = checkColumns.map(({ width }, at) => `.lines th:nth-child(${at + 1}) { width: ${width}mm; }`).join('\n')

/** The check print for the customer. */
export const checkCss = `${paperCss}
.subtitle { position: absolute; top: 19mm; left: 0; width: 100%; text-align: center; font-size: 9pt; }
.numbers { position: absolute; top: 26mm; left: 11mm; width: 275mm; display: flex; justify-content: space-between;
  font-size: 8pt; }
.body { position: absolute; top: 31mm; left: 11mm; width: 275mm; bottom: 9mm; display: flex; flex-direction: column;
  gap: 2mm; z-index: 1; }
.facts { display: grid; grid-template-columns: repeat(4, 1fr); border: 0.25mm solid #000; padding: 1mm; gap: 0 2mm; }
.fact { display: flex; gap: 1mm; min-height: 7mm; align-items: center; overflow: hidden; }
.fact.wide { grid-column: 1 / -1; }
.fact span { flex: none; width: 22mm; color: #333; }
.fact b { font-weight: 400; overflow-wrap: anywhere; }
.lines { width: 275mm; border-collapse: collapse; table-layout: fixed; font-size: 7pt; }
.lines th, .lines td { border: 0.2mm solid #000; padding: 0.8mm 1mm; overflow-wrap: anywhere; white-space: pre-wrap;
  vertical-align: top; }
.lines th { font-weight: 700; text-align: center; }
.lines .end { text-align: right; }
.lines .mid { text-align: center; }
${columns}
.totals { display: flex; flex-wrap: wrap; gap: 1mm 8mm; border: 0.25mm solid #000; padding: 1.6mm; font-size: 8pt; }
.agree { display: flex; gap: 14mm; font-size: 8pt; padding-top: 3mm; }
`
