/**
 * Builds the small SKF library of the tests with both widths of ULONG: `node build/soft-skf.mjs [folder]`. It needs
 * gcc, which the set-up installs; it is never shipped.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder, root } from './setup/paths.mjs'
import { run } from './setup/run.mjs'
import { lastLines, runMain, SetupFailure } from './setup/say.mjs'

const widths = { 4: 'uint32_t', 8: 'uint64_t' }

/**
 * @param {string} folder where the libraries go
 * @returns {Promise<{4: string, 8: string}>} path by width of ULONG
 */
export async function buildSoftSkf(folder) {
  mkdirSync(folder, { recursive: true })
  const source = join(root, 'sandbox/skf/soft-skf.c')
  const built = { 4: '', 8: '' }
  for (const [width, type] of Object.entries(widths)) {
    built[width] = join(folder, `libsoftskf-${width}.so`)
    const flags = ['-std=gnu11', '-O1', '-Wall', '-Wextra', '-Werror', '-shared', '-fPIC', `-DSKF_ULONG=${type}`]
    const { code, output } = await run('gcc', [...flags, '-o', built[width], source])
    if (code !== 0)
      throw new SetupFailure(
        '编译测试用的 SKF 库失败',
        'The SKF library of the tests does not compile',
        lastLines(output),
      )
  }
  return built
}

if (import.meta.main ?? process.argv[1] === import.meta.filename)
  await runMain(async () => {
    await buildSoftSkf(process.argv[2] ?? join(cacheFolder, 'soft-skf'))
  })
