/** HTML that is safe to put into a page: `element` escapes every text in it. */
export interface Markup {
  readonly html: string
}

export type Content = string | Markup | readonly Content[]

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as it may stand between tags and in quoted attributes; control characters are dropped. */
export const escapeHtml = (text: string): string =>
  text.replace(/[^\P{Cc}\n\t]/gu, '').replace(/[&<>"']/g, (char) => entities[char] ?? char)

const isList = (content: Content): content is readonly Content[] => Array.isArray(content)

const toHtml = (content: Content): string => {
  if (typeof content === 'string') return escapeHtml(content)
  return isList(content) ? content.map(toHtml).join('') : content.html
}

type Tag = 'div' | 'span' | 'section' | 'h1' | 'h2' | 'b' | 'table' | 'thead' | 'tbody' | 'tfoot' | 'tr' | 'th' | 'td'

/** An element with a class (empty for none) and its content, texts escaped. */
export const element = (tag: Tag, className: string, ...content: readonly Content[]): Markup => ({
  html: `<${tag}${className === '' ? '' : ` class="${escapeHtml(className)}"`}>${toHtml(content)}</${tag}>`,
})

export const div = (className: string, ...content: readonly Content[]): Markup => element('div', className, ...content)
export const span = (...content: readonly Content[]): Markup => element('span', '', ...content)

/** Several pieces as one. */
export const together = (...content: readonly Content[]): Markup => ({ html: toHtml(content) })

/** A whole page that links the stylesheet which its host serves beside it. */
export const page = (title: string, body: Content): string =>
  '<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8">' +
  `<title>${escapeHtml(title)}</title><link rel="stylesheet" href="print.css"></head>` +
  `<body>${toHtml(body)}</body></html>\n`
