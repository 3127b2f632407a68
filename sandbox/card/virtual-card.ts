import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { cardNames, type CardName } from '../authority/card-plans.ts'
import { practicePin } from '../authority/practice-company.ts'
import { FaultyCard, parseFaults } from './faults.ts'
import { cardProfiles, practiceCard, type CardProfile } from './practice-card.ts'
import { insertCard, slotPort } from './vpcd.ts'

const usage = `npm run virtual-card -- [--slot 0] [--card ${cardNames.join('|')}]
  [--profile ${cardProfiles.join('|')}] [--fault delay=500|drop@3|mute@3|sw=6982@4|pull@2[,…]]
  [--folder practice-folder] [--port port-of-the-slot]
Puts a practice card into a reader of pcscd with the driver vpcd; Ctrl+C takes it out.`

const isOneOf = <T extends string>(list: readonly T[], text: string): text is T => list.some((item) => item === text)

function settings() {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    options: { slot: text, card: text, profile: text, fault: text, folder: text, port: text },
  })
  const { slot = '0', card = 'operator', profile = 'iso7816', fault = '' } = values
  const faults = parseFaults(fault)
  if (!isOneOf<CardName>(cardNames, card) || !isOneOf<CardProfile>(cardProfiles, profile) || !faults) return undefined
  const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'practice-'))
  return { card, profile, faults, folder, port: Number(values.port ?? slotPort(Number(slot))) }
}

/** The command `npm run virtual-card`. */
async function main(): Promise<number> {
  const given = settings()
  if (!given) {
    console.log(usage)
    return 2
  }
  const card = new FaultyCard(practiceCard(given.folder, given.card, given.profile), given.faults)
  try {
    const inserted = await insertCard(card, given.port)
    console.log(`card ${given.card} (${given.profile}) is in the reader, port ${given.port}, PIN ${practicePin}`)
    process.once('SIGINT', () => inserted.remove())
    process.once('SIGTERM', () => inserted.remove())
    await inserted.gone
    console.log(`card is out after ${card.commands} commands, ${card.pinCommands} of them with a PIN`)
    return 0
  } catch (error) {
    console.log(`no virtual reader on port ${given.port}: is pcscd with vpcd running? (${String(error)})`)
    return 1
  }
}

process.exitCode = await main()
