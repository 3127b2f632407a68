import { describe, expect, it } from 'vitest'
import type { BackendPicture } from '../../../../electron/card/card.ts'
import type { FoundLibrary } from '../../../../electron/card/skf/find-library.ts'
import { SkfBackend } from '../../../../electron/card/skf/skf-backend.ts'
import { until } from '../../../support/until.ts'

const library = { id: 'x', label: '演练 SKF 库', files: {}, rsaInput: 'digestInfo' } as const

async function pictureOf(find: () => FoundLibrary | undefined): Promise<BackendPicture | undefined> {
  const backend = new SkfBackend({ find, look: 20 })
  const pictures: BackendPicture[] = []
  backend.start((picture) => pictures.push(picture))
  await until('two looks', () => pictures.length > 1)
  expect((await backend.open('x')).ok).toBe(false)
  await backend.stop()
  return pictures[0]
}

describe('tokens without a usable library', () => {
  it.each([
    ['is not installed', undefined, '没有装在本机'],
    ['is no library', { library, path: import.meta.filename }, library.label],
    ['is not there', { library, path: '/nowhere/libskf.so' }, library.label],
    ['is somebody else’s', { library, path: 'libc.so.6' }, 'SKF_'],
  ] as const)('are told as no service when it %s', async (_, found, detail) => {
    expect(await pictureOf(() => found)).toMatchObject({
      service: false,
      failure: { code: 'card.vendorLibrary', detail: expect.stringContaining(detail) as string },
    })
  })
})
