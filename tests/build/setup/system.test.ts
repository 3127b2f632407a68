import { describe, expect, it } from 'vitest'
import { missingPackages } from '../../../build/setup/system.mjs'

describe('missing system packages', () => {
  it('are those that dpkg does not list as installed', () => {
    const listing = 'xvfb installed\nlibnss3 config-files\n'
    expect(missingPackages(['xvfb', 'libnss3', 'pcscd'], listing)).toEqual(['libnss3', 'pcscd'])
  })

  it('are not those that a later release carries under its t64 name', () => {
    expect(missingPackages(['libgtk-3-0'], 'libgtk-3-0t64 installed\n')).toEqual([])
  })
})
