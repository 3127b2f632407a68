import { toSVG } from 'bwip-js/node'
import { div, type Markup } from './markup.ts'

/** Height of the bars in millimetres at a module of 0.33 mm; the stylesheet scales both alike. */
const barHeight = 10

/** Code 128 of a number as inline SVG, with the number below for the eye; nothing for an empty number. */
export const barCode = (number: string): Markup =>
  number === ''
    ? { html: '' }
    : div('bars', { html: toSVG({ bcid: 'code128', text: number, height: barHeight, scale: 1 }).trim() }, number)
