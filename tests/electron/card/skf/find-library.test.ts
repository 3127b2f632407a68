import { describe, expect, it } from 'vitest'
import { findLibrary, foundLibraries } from '../../../../electron/card/skf/find-library.ts'
import { vendorLibraries } from '../../../../electron/card/skf/vendor-libraries.ts'

const windows = (files: string[]) => ({
  platform: 'win32',
  env: { SystemRoot: 'C:\\Windows' },
  exists: (path: string) => files.includes(path),
})

describe('vendor libraries', () => {
  it('are found by id in known folders, as full paths', () => {
    const machine = windows(['C:\\Windows\\System32\\EpKeyThirdTDR.dll'])
    expect(findLibrary('epkey-tdr', machine)?.path).toBe('C:\\Windows\\System32\\EpKeyThirdTDR.dll')
    const linux = { platform: 'linux', env: {}, exists: (path: string) => path === '/usr/lib64/libgm3000.1.0.so' }
    expect(findLibrary('gm3000', linux)?.path).toBe('/usr/lib64/libgm3000.1.0.so')
  })

  it('are looked through in their order when none was chosen', () => {
    const machine = windows(['C:\\Windows\\System32\\mtoken_gm3000.dll', 'C:\\Windows\\System32\\eptskf.dll'])
    expect(findLibrary('', machine)?.library.id).toBe('eptskf')
  })

  it('are nothing but those of the list: a path, a name or an unknown id finds none', () => {
    const everything = { platform: 'linux', env: {}, exists: () => true }
    for (const id of ['../../evil.so', '/usr/lib/evil.so', 'libgm3000.1.0.so', 'GM3000', 'eptskf'])
      expect(findLibrary(id, everything)).toBeUndefined()
    expect(findLibrary('gm3000', { ...everything, platform: 'aix' })).toBeUndefined()
  })

  it('are not looked for in a folder whose name the machine does not know', () => {
    const asked: string[] = []
    findLibrary('gm3000', { platform: 'win32', env: {}, exists: (path) => asked.push(path) === 0 })
    expect(asked).toEqual([])
  })

  it('have one id each and a file name without a folder', () => {
    expect(new Set(vendorLibraries.map(({ id }) => id)).size).toBe(vendorLibraries.length)
    for (const { files } of vendorLibraries)
      for (const file of Object.values(files)) expect(file).toMatch(/^[\w.-]+\.(dll|so|dylib)$/)
  })
})

describe('what the settings offer', () => {
  it('is every library of the list that is made for the system, with its path where it is installed', () => {
    const offered = foundLibraries(windows(['C:\\Windows\\System32\\OpsSkf.dll']))
    expect(offered).toHaveLength(vendorLibraries.length)
    expect(offered.filter(({ path }) => path !== '')).toEqual([
      { id: 'opsskf', label: '电子口岸 OpsSkf', path: 'C:\\Windows\\System32\\OpsSkf.dll' },
    ])
    expect(foundLibraries({ platform: 'linux', env: {}, exists: () => false }).map(({ id }) => id)).toEqual([
      'gm3000',
      'k7',
    ])
    expect(foundLibraries({ platform: 'aix', env: {}, exists: () => true })).toEqual([])
  })
})
