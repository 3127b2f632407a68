import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { hasDisplay, startXvfb } from '../../build/xvfb.mjs'

describe('a display', () => {
  it('is there with X11, with Wayland and on other systems', () => {
    expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true)
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true)
    expect(hasDisplay({}, 'win32')).toBe(true)
  })

  it('is missing on a Linux without either', () => {
    expect(hasDisplay({ DISPLAY: '' }, 'linux')).toBe(false)
  })
})

describe('a display in memory', () => {
  it('listens when it is handed over, on a number of its own, and is gone after its stop', async () => {
    const [one, other] = await Promise.all([startXvfb(), startXvfb()])
    const socket = (display: string) => `/tmp/.X11-unix/X${display.slice(1)}`
    expect(one.env.DISPLAY).not.toBe(other.env.DISPLAY)
    expect([one, other].map((display) => existsSync(socket(display.env.DISPLAY)))).toEqual([true, true])
    await Promise.all([one.stop(), other.stop()])
    expect(existsSync(socket(one.env.DISPLAY))).toBe(false)
  })
})
