import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { appFolder, electronLaunch } from '../../build/electron.mjs'
import { openDesk, type Desk } from '../support/desk.ts'
import { fillDisk, makeReadOnly, smallDisk } from '../support/small-disk.ts'
import { tempFolder } from '../support/temp-folder.ts'

const pictures = join(appFolder, 'out', 'disk')
beforeAll(() => mkdirSync(pictures, { recursive: true }))
const megabyte = 1024 * 1024
const bill = (desk: Desk) => desk.page.locator('[data-path="DecHead.BillNo"]').first()

test('a full disk is told loudly, the text stays on the screen, and the retry works when there is room', async () => {
  const disk = smallDisk(96 * megabyte)
  // Only root may mount a disk of its own.
  expect(disk === undefined).toBe(process.getuid?.() !== 0)
  if (disk === undefined) return
  const desk = await openDesk(join(disk, 'desk'))
  const { page } = desk
  await page.keyboard.press('n')
  await bill(desk).fill('BEFORE')
  await page.locator('.save-state', { hasText: /^已保存/ }).waitFor()
  const filler = fillDisk(disk)
  await bill(desk).focus()
  // The write-ahead log has some room of its own: it is full sooner or later.
  for (let nth = 0; !(await page.getByText('没有保存：磁盘满了').first().isVisible()); nth++) {
    await page.keyboard.press('Control+A')
    await page.keyboard.type(`FULL-${nth}`)
    await page.locator('.save-state', { hasText: /^已保存|未保存|没有保存/ }).waitFor()
  }
  // Said once: what is said twice hides the form.
  expect(await page.getByText('没有保存：磁盘满了').count()).toBe(1)
  const text = await bill(desk).inputValue()
  await page.screenshot({ path: join(pictures, 'full.png') })
  expect(await page.locator('.save-state').innerText()).not.toMatch(/^已保存/)
  // Leaving does not throw the text away.
  await page.keyboard.press('Control+1')
  await page.screenshot({ path: join(pictures, 'full-leaving.png') })
  expect(await bill(desk).inputValue()).toBe(text)
  // Nor does a slip of the key: giving up asks, and Esc is no.
  await page.getByRole('button', { name: '放弃未保存的内容并离开' }).waitFor()
  await page.keyboard.press('Alt+F')
  await page.getByRole('dialog', { name: '放弃未保存的内容' }).waitFor()
  await page.screenshot({ path: join(pictures, 'full-giving-up.png') })
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await bill(desk).inputValue()).toBe(text)
  rmSync(filler)
  await page.keyboard.press('Control+S')
  await page.locator('.save-state', { hasText: /^已保存/ }).waitFor()
  await page.getByText('没有保存：磁盘满了').first().waitFor({ state: 'hidden' })
  await page.screenshot({ path: join(pictures, 'room-again.png') })
  expect(await bill(desk).inputValue()).toBe(text)
  await desk.close()
})

test('a folder that became read-only is told at the start, and nothing in it is touched', async () => {
  const disk = smallDisk(96 * megabyte)
  expect(disk === undefined).toBe(process.getuid?.() !== 0)
  if (disk === undefined) return
  const folder = join(disk, 'desk')
  const first = await openDesk(folder)
  await first.close()
  makeReadOnly(disk)
  const { told, exitCode } = await startAndRead(folder)
  expect(told).toMatchObject({
    type: 'error',
    message: '程序没有打开：数据文件夹不能写入',
    detail: expect.stringMatching(/只读.*EROFS[^]*数据没有被改动[^]*store\.folder/) as string,
    buttons: ['重新打开', '复制详情', '退出'],
  })
  expect(exitCode).toBe(0)
})

test('a data folder that is missing below a read-only one is told at the start in words', async () => {
  const disk = smallDisk(8 * megabyte)
  expect(disk === undefined).toBe(process.getuid?.() !== 0)
  if (disk === undefined) return
  makeReadOnly(disk)
  const { told, exitCode } = await startAndRead(join(disk, 'gone', 'desk'))
  expect(told).toMatchObject({
    type: 'error',
    message: '程序没有打开：数据文件夹不在，也建不起来',
    detail: expect.stringMatching(/gone.*(?:ENOENT|EROFS|EACCES)[^]*连上磁盘[^]*store\.folderMissing/) as string,
    buttons: ['重新打开', '复制详情', '退出'],
  })
  expect(exitCode).toBe(0)
})

/** Starts the program and takes the last choice in the dialog of the system, in which nobody can click here. */
async function startAndRead(folder: string): Promise<{ told: unknown; exitCode: number | null }> {
  const stub = join(tempFolder(), 'dialog.cjs')
  writeFileSync(
    stub,
    `const { dialog } = require('electron')
     dialog.showMessageBox = (shown) => {
       console.log('told ' + JSON.stringify(shown))
       return Promise.resolve({ response: shown.buttons.length - 1 })
     }`,
  )
  const { executablePath, args, env } = electronLaunch()
  const child = spawn(executablePath, ['-r', stub, ...args, `--user-data-dir=${folder}`, appFolder], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let written = ''
  child.stdout.on('data', (piece: Buffer) => (written += piece.toString()))
  await once(child, 'close')
  const line = /^told (.*)$/m.exec(written)?.[1]
  return { told: line === undefined ? written : (JSON.parse(line) as unknown), exitCode: child.exitCode }
}
