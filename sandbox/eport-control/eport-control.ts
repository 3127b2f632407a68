import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openAuthority } from '../authority/authority.ts'
import { cardNames } from '../authority/card-plans.ts'
import { practicePin } from '../authority/practice-company.ts'
import { controlFaults, FakeControl } from './fake-control.ts'

/** Where the control listens (signing.json, local_service.addresses). */
const usualPort = 61_232

const usage = `npm run eport-control -- [--card ${cardNames.join('|')}|none]
  [--fault ${controlFaults.join('|')}] [--folder practice-folder] [--port ${usualPort}]
Answers as the control of the electronic port does, with a practice card; Ctrl+C ends it.`

function settings() {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ options: { card: text, fault: text, folder: text, port: text } })
  const card = cardNames.find((name) => name === (values.card ?? 'operator'))
  const empty = values.card === 'none'
  const fault = controlFaults.find((name) => name === (values.fault ?? 'none'))
  const port = Number(values.port ?? usualPort)
  if ((card === undefined && !empty) || fault === undefined || !Number.isInteger(port)) return undefined
  return { card, fault, port, folder: values.folder ?? mkdtempSync(join(tmpdir(), 'practice-')) }
}

/** The command `npm run eport-control`. */
async function main(): Promise<number> {
  const given = settings()
  if (!given) {
    console.log(usage)
    return 2
  }
  try {
    const control = await FakeControl.start(given.port)
    if (given.card) control.insert(openAuthority(given.folder).card(given.card))
    control.fault = given.fault
    console.log(
      `control on 127.0.0.1:${control.port}, card ${given.card ?? 'none'}, fault ${given.fault}, PIN ${practicePin}`,
    )
    await new Promise((resolve) => {
      process.once('SIGINT', resolve)
      process.once('SIGTERM', resolve)
    })
    await control.close()
    console.log(`${control.calls.length} calls, ${control.pinCalls} of them with a PIN`)
    return 0
  } catch (error) {
    console.log(`port ${given.port} cannot be used: ${String(error)}`)
    return 1
  }
}

process.exitCode = await main()
