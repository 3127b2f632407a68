import { describe, expect, it } from 'vitest'
import { checkNode, isNewEnough, oldestNode } from '../../../build/setup/node.mjs'

describe("Node's version", () => {
  it.each([
    ['20.19.0', true],
    ['20.19.1', true],
    ['20.20.0', true],
    ['24.0.0', true],
    ['20.18.9', false],
    ['18.99.99', false],
  ])('%s is new enough: %s', (version, enough) => {
    expect(isNewEnough(version, oldestNode)).toBe(enough)
  })

  it('is refused with what to do when it is too old', () => {
    expect(() => checkNode('18.20.0')).toThrow(/请安装 Node 20\.19/)
  })
})
