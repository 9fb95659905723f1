import { verifyRoster } from '../../crypto/verify/roster.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Command } from '../command.ts'
import { pinOf, portalOf, portalOptions } from '../portal.ts'
import { readRoster } from './file.ts'
import { described } from './show.ts'

export const verifyCommand: Command = {
  name: 'roster verify',
  summary: 'Judge a roster from the pin: the one that a portal serves, or files from the first version to the newest.',
  usage: '(--url U | <1.json> [<2.json>...]) [--pin PIN]',
  options: portalOptions,
  operands: { min: 0, max: 1000 },
  async run(given, terminal) {
    if ((given.maybe('url') !== null) === given.operands.length > 0) {
      throw new Refusal('usage', 'give either --url or roster files')
    }
    const trusted = given.operands.length === 0 ? await served() : await fromFiles()
    const { json, prose } = await described(trusted.file, terminal.clock())
    return { json: { verified: true, ...json }, prose: `Verified from the pin.\n\n${prose}` }

    async function served() {
      const portal = await portalOf(given, terminal)
      portal.rosterForSealing()
      return portal.roster
    }

    async function fromFiles() {
      const chain = await Promise.all(given.operands.map(readRoster))
      return await verifyRoster(chain, { ...(await pinOf(given, terminal)), origin: null }, terminal.clock())
    }
  },
}
