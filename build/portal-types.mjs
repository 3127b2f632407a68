// Writes domain/portal/generated/types.ts from domain/portal/openapi.yaml. Run it after a change of the contract.
import { readFile, writeFile } from 'node:fs/promises'
import openapiTS, { astToString } from 'openapi-typescript'
import prettier from 'prettier'

const contract = new URL('../domain/portal/openapi.yaml', import.meta.url)
const target = new URL('../domain/portal/generated/types.ts', import.meta.url)

const note =
  '/** Types of the portal contract. Made from openapi.yaml by build/portal-types.mjs; never edited by hand. */\n\n'

/** The text of types.ts that fits the contract of today. */
export async function portalTypes() {
  const tree = await openapiTS(contract, { immutable: true, alphabetize: false })
  const options = await prettier.resolveConfig(target)
  return await prettier.format(note + astToString(tree), { ...options, parser: 'typescript' })
}

/** The text of types.ts as it is kept. */
export const keptPortalTypes = async () => await readFile(target, 'utf8')

if (import.meta.url === `file://${process.argv[1]}`) await writeFile(target, await portalTypes())
