import { makeKeyPassphrase, minimise } from '../../crypto/member.ts'
import type { Command } from '../command.ts'
import { keyOf, keyOptions } from '../keys.ts'
import { expectedOf, keep, keyPathsOf } from './keep.ts'

export const lockCommand: Command = {
  name: 'key lock',
  summary: 'Bring a key along: minimise its certificate and lock a copy under a new generated passphrase.',
  usage: '--key KEY --key-passphrase-file F --handle HANDLE --instance I --out FILE',
  options: { ...keyOptions, handle: 'text', instance: 'text', out: 'text' },
  operands: { min: 0, max: 0 },
  async run(given, terminal) {
    const { handle, instance } = expectedOf(given)
    const paths = await keyPathsOf(given)
    const key = await keyOf(given)
    const passphrase = makeKeyPassphrase()
    const certificate = await minimise(key, handle, instance, terminal.clock())
    return await keep(paths, { certificate, locked: await key.lock(passphrase), passphrase })
  },
}
