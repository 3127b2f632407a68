// Runs a TypeScript command of this repo under plain Node: `node build/run-typescript.mjs <file.ts> [arguments]`.
// Vite is here already and understands the sources; Node 20 alone does not.
import { resolve } from 'node:path'
import { runnerImport } from 'vite'

const [file] = process.argv.splice(2, 1)
if (file === undefined) throw new Error('name the file to run')
await runnerImport(resolve(file), { configFile: false, logLevel: 'error' })
