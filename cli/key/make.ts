import { makeMember, makeSteward } from '../../crypto/member.ts'
import type { Command } from '../command.ts'
import { expectedOf, keep, keyPathsOf } from './keep.ts'

export const makeCommand: Command = {
  name: 'key make',
  summary: 'Make a key for a member, or for a steward. It is locked under a passphrase that is shown once.',
  usage: '--handle HANDLE --instance I --out FILE [--steward]',
  options: { handle: 'text', instance: 'text', out: 'text', steward: 'flag' },
  operands: { min: 0, max: 0 },
  async run(given, terminal) {
    const { handle, instance } = expectedOf(given)
    const paths = await keyPathsOf(given)
    const make = given.flag('steward') ? makeSteward : makeMember
    return await keep(paths, await make(handle, instance, terminal.clock()))
  },
}
