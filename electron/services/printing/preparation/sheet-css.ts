/** Tallest row in millimetres; a longer text is cut rather than printed over the next row. */
export const tallestRow = 90

const heights = Array.from({ length: tallestRow - 7 }, (_, at) => 8 + at)
const widths = Array.from({ length: 182 }, (_, at) => at + 1)

/** The forms of the preparations: A4 portrait, one frame a page. Whole millimetres have a class each (no inline styles). */
export const sheetCss = `
@page { size: A4 portrait; margin: 0; }
* { box-sizing: border-box; margin: 0; padding: 0; }
html, body { background: #fff; color: #000; }
body { font-family: SimSun, "Noto Serif CJK SC", "Songti SC", serif; font-size: 9pt; line-height: 1.18; }
.page { position: relative; width: 210mm; height: 296.9mm; overflow: hidden; break-after: page; }
.page:last-child { break-after: auto; }
.watermark { position: absolute; inset: 0; display: flex; flex-direction: column; align-items: center;
  justify-content: center; gap: 20mm; transform: rotate(-32deg); font-size: 92pt; letter-spacing: 12mm;
  color: rgba(0, 0, 0, 0.09); z-index: 0; }
.practice { position: absolute; left: 14mm; top: 9mm; padding: 1.2mm 2.4mm; border: 0.35mm solid #000; font-size: 9pt; }
h1 { position: absolute; top: 18mm; left: 0; width: 100%; text-align: center; font-size: 17pt; font-weight: 700;
  letter-spacing: 0.6mm; }
.subtitle { position: absolute; top: 28mm; left: 14mm; width: 182mm; text-align: center; font-size: 8pt; }
.frame { position: absolute; top: 35mm; left: 14mm; width: 182mm; border: 0.3mm solid #000; border-bottom: 0; z-index: 1; }
.row { display: flex; border-bottom: 0.2mm solid #000; overflow: hidden; }
.row > div { border-right: 0.2mm solid #000; padding: 1mm 1.4mm; display: flex; align-items: center;
  overflow-wrap: anywhere; min-width: 0; }
.row > div:last-child { border-right: 0; }
/* A long name breaks before its bracket, not within the word. */
.label { width: 30mm; flex: none; justify-content: center; text-align: center; word-break: keep-all; }
.value { white-space: pre-wrap; }
.heading { align-items: center; justify-content: center; font-weight: 700; background: #f2f2f2; }
.titles > div { justify-content: center; text-align: center; font-weight: 700; }
.statement { flex-direction: column; justify-content: space-between; }
.statement > div { border-right: 0; }
.statement .text { padding: 3mm 4mm; white-space: pre-wrap; align-items: flex-start; }
.statement .signatures { justify-content: flex-end; gap: 26mm; padding: 0 22mm 5mm; white-space: pre; }
.foot { position: absolute; left: 14mm; bottom: 8mm; width: 182mm; display: flex; justify-content: space-between;
  font-size: 7pt; }
${heights.map((height) => `.h${height} { height: ${height}mm; }`).join('\n')}
${widths.map((width) => `.w${width} { width: ${width}mm; flex: none; }`).join('\n')}
`
