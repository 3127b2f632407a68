import { describe, expect, it } from 'vitest'
import { isInstalled } from '../../../build/setup/packages.mjs'

const lock = {
  packages: {
    '': { version: '1.0.0' },
    'node_modules/a': { version: '2.0.0' },
    'node_modules/only-elsewhere': { version: '3.0.0', optional: true },
  },
}

describe('whether npm packages have to be installed', () => {
  it('takes an installation of the very versions as done', () => {
    expect(isInstalled(lock, { packages: { 'node_modules/a': { version: '2.0.0' } } })).toBe(true)
  })

  it('asks for an installation when a version differs', () => {
    expect(isInstalled(lock, { packages: { 'node_modules/a': { version: '1.9.0' } } })).toBe(false)
  })

  it('asks for an installation when a package is missing', () => {
    expect(isInstalled(lock, { packages: {} })).toBe(false)
  })

  it('lets a package for another platform be absent, but not be of another version', () => {
    const installed = { 'node_modules/a': { version: '2.0.0' }, 'node_modules/only-elsewhere': { version: '2.9.0' } }
    expect(isInstalled(lock, { packages: installed })).toBe(false)
  })

  it('asks for an installation when npm never finished one', () => {
    expect(isInstalled(lock, undefined)).toBe(false)
  })
})
