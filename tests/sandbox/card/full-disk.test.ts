import { mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fromHex, toHex, utf8 } from '../../../domain/crypto/bytes.ts'
import { readCardFile } from '../../../sandbox/authority/card-file.ts'
import { practicePin } from '../../../sandbox/authority/practice-company.ts'
import { FaultyCard } from '../../../sandbox/card/faults.ts'
import { Iso7816Card } from '../../../sandbox/card/iso7816-card.ts'
import { madeUpCard } from '../../support/made-up-card.ts'
import { tempFolder } from '../../support/temp-folder.ts'

test('a practice card that cannot write its memory says so, spends no try, and goes on when it can again', async () => {
  const folder = join(tempFolder(), 'cards')
  mkdirSync(folder)
  const { file } = madeUpCard(folder)
  const card = new FaultyCard(new Iso7816Card(file))
  const send = async (hex: string): Promise<string> => {
    const answer = await card.transmit(fromHex(hex) ?? new Uint8Array())
    return answer.kind === 'answer' ? toHex(answer.bytes.slice(-2)) : answer.kind
  }
  const verify = `0020000108${toHex(utf8(practicePin))}`
  await send('00A4040009F059414E4C49414E01')
  renameSync(folder, `${folder}-away`)
  expect(await send(verify)).toMatch(/^6581$/)
  // The status of the PIN without a PIN: none is given, and no try is gone.
  expect(await send('00200001')).toMatch(/^63c6$/i)
  renameSync(`${folder}-away`, folder)
  expect(await send(verify)).toBe('9000')
  expect(readCardFile(file).triesLeft).toBe(6)
})
