import { spawn } from 'node:child_process'
import { SetupFailure } from './setup/say.mjs'

/** Whether windows can be shown here. */
export const hasDisplay = (env = process.env, platform = process.platform) =>
  platform !== 'linux' || Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY)

/**
 * Starts a display in memory. The server picks a free number by itself and names it when it listens.
 * @param {{ width?: number, height?: number }} [size] in pixels
 * @returns {Promise<{ env: { DISPLAY: string }, stop: () => Promise<void> }>}
 */
export function startXvfb({ width = 1440, height = 900 } = {}) {
  const args = ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp']
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] })
  const ended = new Promise((resolve) => server.once('close', resolve))
  const kill = () => server.kill()
  // An exit on the way must not leave the server behind.
  process.once('exit', kill)
  const stop = async () => {
    process.off('exit', kill)
    kill()
    await ended
  }
  return new Promise((resolve, reject) => {
    let complaint = ''
    let number = ''
    const fail = (text) =>
      reject(
        new SetupFailure(
          '虚拟显示 Xvfb 无法启动，请安装 xvfb。',
          'Xvfb does not start; install the package xvfb.',
          text,
        ),
      )
    server.stderr.setEncoding('utf8').on('data', (text) => (complaint += text))
    server.stdio[3].setEncoding('utf8').on('data', (text) => {
      number += text
      if (number.endsWith('\n')) resolve({ env: { DISPLAY: `:${number.trim()}` }, stop })
    })
    server.once('error', (error) => fail(error.message))
    server.once('close', () => fail(complaint))
  })
}

/**
 * Runs `work` with a display in memory where the system has one, so that test windows disturb nobody.
 * @template T
 * @param {(env: Record<string, string>) => Promise<T>} work gets what to lay over the environment
 * @returns {Promise<T>}
 */
export async function withXvfb(work) {
  if (process.platform !== 'linux') return work({})
  const display = await startXvfb()
  try {
    return await work(display.env)
  } finally {
    await display.stop()
  }
}
