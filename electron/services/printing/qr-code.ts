import { toSVG } from 'bwip-js/node'
import type { Markup } from './markup.ts'

/** QR code of a number as inline SVG; nothing for an empty number. */
export const qrCode = (number: string): Markup => ({
  html: number === '' ? '' : toSVG({ bcid: 'qrcode', text: number }),
})
