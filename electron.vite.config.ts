import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'electron-vite'
import vue from '@vitejs/plugin-vue'
import described from './package.json' with { type: 'json' }

const root = import.meta.dirname
const here = (...parts: string[]): string => join(root, ...parts)

/** Entry points of the main process and of its helpers (names as in `electron/process/helper.ts`). */
const mainEntries = {
  main: here('electron/main.ts'),
  card: here('electron/card/process.ts'),
  sandbox: here('sandbox/process.ts'),
  import: here('electron/services/imports/worker.ts'),
}

/** Chunk folder for a piece of the page: the code tables stand apart, so that their weight can be seen and measured. */
const chunkFolder = (facade: string | null | undefined): string =>
  facade?.includes('/domain/codes/tables/') ? 'codes' : 'assets'

export default defineConfig({
  main: {
    // The about page says which runtime this is; a packaged app has nobody to tell it.
    define: { pinnedElectron: JSON.stringify(described.devDependencies.electron) },
    build: {
      outDir: 'out/app/main',
      target: 'node20.18',
      sourcemap: true,
      // Packages stay outside the bundle: two of them are native, and licences stay readable where they lie. But zod,
      // which every start reads: its hundred files are a fifth of the whole start, of which a bundle needs one.
      externalizeDeps: { exclude: ['zod', 'electron-log'] },
      rollupOptions: {
        input: Object.fromEntries(Object.entries(mainEntries).filter(([, file]) => existsSync(file))),
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/app/preload',
      target: 'node20.18',
      // A sandboxed preload script can require nothing but `electron`: one CommonJS file holds everything.
      externalizeDeps: false,
      rollupOptions: {
        input: here('electron/preload.ts'),
        output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: here('renderer'),
    plugins: [vue()],
    build: {
      outDir: 'out/app/renderer',
      target: 'chrome130',
      minify: true,
      cssMinify: true,
      reportCompressedSize: false,
      // Fonts and pictures stay files: the page's policy allows no data: sources for scripts and fonts.
      assetsInlineLimit: 0,
      // What the first script needs is asked for along with it; for later pages hints would only add requests.
      modulePreload: {
        polyfill: false,
        resolveDependencies: (_file, deps, { hostType }) => (hostType === 'html' ? deps : []),
      },
      chunkSizeWarningLimit: 2000,
      rollupOptions: {
        input: here('renderer/index.html'),
        output: {
          chunkFileNames: (chunk) => `${chunkFolder(chunk.facadeModuleId)}/[name]-[hash].js`,
        },
      },
    },
  },
})
