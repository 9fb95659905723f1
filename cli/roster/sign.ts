import { signRoster } from '../../crypto/member.ts'
import { readStewardCertificate } from '../../crypto/verify/certificate.ts'
import { isSignedBy } from '../../crypto/verify/statement.ts'
import { type Bytes, sameBytes } from '../../domain/bytes.ts'
import type { Instant } from '../../domain/day.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { RosterFile } from '../../domain/roster.ts'
import type { Command } from '../command.ts'
import { keyOf, keyOptions } from '../keys.ts'
import { readRoster, writeRoster } from './file.ts'

export const signCommand: Command = {
  name: 'roster sign',
  summary: "Add a steward's signature to a roster file. Needs no network.",
  usage: '<roster.json> --key KEY --key-passphrase-file F',
  options: keyOptions,
  operands: { min: 1, max: 1 },
  async run(given, terminal) {
    const [path = ''] = given.operands
    const file = await readRoster(path)
    const key = await keyOf(given)
    const signature = await signRoster(file.document, key, terminal.clock())
    const signers = await signersOf(file, [...file.signatures, signature], terminal.clock())
    const mine = signers.find((one) => one.fingerprint === key.fingerprint)
    // A roster is judged by the stewards of the one before, so a steward who is leaving signs too and is not listed here.
    if (mine === undefined) terminal.note('Note: this key is not among the stewards that this roster itself names.')
    if (file.signatures.some((one) => sameBytes(one, signature)))
      throw new Refusal('usage', 'this key has signed it already')
    await writeRoster(path, { ...file, signatures: [...file.signatures, signature] })
    const { threshold, version } = file.roster
    return {
      json: { roster: path, version, signedBy: signers.map((one) => one.handle), threshold },
      prose: `Signed. Version ${version} has ${signers.length} of ${threshold} signatures: ${signers.map((one) => one.handle).join(', ')}.`,
    }
  },
}

interface Signer {
  readonly handle: string
  readonly fingerprint: string
}

/** The stewards that a roster itself names who have signed it. */
export async function signersOf(
  file: RosterFile,
  signatures: readonly Bytes[],
  now: Instant,
): Promise<readonly Signer[]> {
  const { instance, stewards } = file.roster
  const statement = file.document as { readonly context: 'roster' }
  const signers: Signer[] = []
  for (const { handle, certificate } of stewards) {
    const { key, fingerprint } = await readStewardCertificate(certificate, { handle, instance }, now)
    for (const signature of signatures) {
      if (!(await isSignedBy(statement, signature, key, now))) continue
      signers.push({ handle, fingerprint })
      break
    }
  }
  return signers
}
