import { spawn } from 'node:child_process'
import { onTestFinished } from 'vitest'
import { until } from './until.ts'

/** A web socket server that tells its port, then every message that it gets. */
const script = `
  const { WebSocketServer } = require('ws')
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  server.on('listening', () => console.log(server.address().port))
  server.on('connection', (socket) => socket.on('message', (data) => console.log('heard ' + data)))`

/** A server that runs as another user of this computer. Needs root to become one; `undefined` without. */
export async function otherUsersServer(): Promise<{ port: number; heard: () => string } | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const child = spawn(process.execPath, ['-e', script], { uid: 1, gid: 1, stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill())
  let words = ''
  child.stdout.on('data', (chunk: Buffer) => (words += chunk.toString()))
  const port = Number(await until('the server listens', () => /^\d+\n/.exec(words)?.[0]))
  return { port, heard: () => words.replace(/^\d+\n/, '') }
}
