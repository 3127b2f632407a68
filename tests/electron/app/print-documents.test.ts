import { describe, expect, test } from 'vitest'
import { PrintDocuments } from '../../../electron/app/print-documents.ts'

describe('documents that wait to be printed', () => {
  const document = { title: '演练', html: '<p>演练</p>', css: 'p{}' }

  test('are read by their address only, and only while they wait', () => {
    const documents = new PrintDocuments()
    const { url, forget } = documents.add(document)
    const { pathname } = new URL(url)
    expect(documents.part(pathname)).toEqual({ text: document.html, contentType: 'text/html; charset=utf-8' })
    expect(documents.part(pathname.replace('index.html', 'print.css'))?.text).toBe('p{}')
    for (const wrong of ['/', '/index.html', `${pathname}/more`, pathname.replace('index.html', ''), '/x/index.html'])
      expect(documents.part(wrong)).toBeUndefined()
    forget()
    expect(documents.part(pathname)).toBeUndefined()
  })
})
