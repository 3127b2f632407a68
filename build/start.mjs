/**
 * `npm start`: sets up, bundles and opens the app. Without a display it says so and shows the guided demo instead.
 * Everything behind `--` goes to the app.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { appFolder, electronLaunch, isRoot } from './electron.mjs'
import { setUp } from './setup.mjs'
import { runMain, say } from './setup/say.mjs'
import { hasDisplay } from './xvfb.mjs'

/** Runs a program in the foreground; stopping this script stops it too. @returns {Promise<number>} its exit code */
function foreground(program, args, env) {
  const child = spawn(program, args, { cwd: appFolder, env: { ...process.env, ...env }, stdio: 'inherit' })
  const signals = ['SIGINT', 'SIGTERM']
  const pass = (signal) => child.kill(signal)
  for (const signal of signals) process.on(signal, pass)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      for (const signal of signals) process.off(signal, pass)
      resolve(code ?? 1)
    })
  })
}

await runMain(async () => {
  await setUp()
  await ensureBuilt()
  if (!hasDisplay()) {
    say('没有显示器（DISPLAY 未设置），改为在虚拟显示中演示', 'No display: showing the guided demo under Xvfb instead')
    return foreground(process.execPath, [join(appFolder, 'build', 'demo.mjs')], {})
  }
  const launch = electronLaunch()
  if (isRoot()) say('以 root 运行：Chromium 沙箱已关闭', 'Running as root: started with --no-sandbox')
  say('打开报关桌面…', 'Opening Declarant Desk…')
  return foreground(launch.executablePath, [...launch.args, appFolder, ...process.argv.slice(2)], launch.env)
})
