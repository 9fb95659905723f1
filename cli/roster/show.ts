import { sha256 } from '../../crypto/digest.ts'
import { readMemberCertificate, readStewardCertificate } from '../../crypto/verify/certificate.ts'
import { pinOfRoster } from '../../crypto/verify/roster.ts'
import type { Instant } from '../../domain/day.ts'
import { startOf } from '../../domain/day.ts'
import { hashOf } from '../../domain/record.ts'
import { believedUntil, type RosterFile } from '../../domain/roster.ts'
import type { Command, Said } from '../command.ts'
import { readRoster } from './file.ts'

export const showCommand: Command = {
  name: 'roster show',
  summary: 'Show what a roster file says: people, fingerprints, channels, policy, pin. It is not judged.',
  usage: '<roster.json>',
  options: {},
  operands: { min: 1, max: 1 },
  async run(given) {
    const file = await readRoster(given.operands[0] ?? '')
    return await described(file, startOf(file.roster.issued))
  },
}

/** A roster for people and for programs. @throws Refusal `fat-certificate`, `unsuitable-key` */
export async function described(file: RosterFile, at: Instant): Promise<Said> {
  const { roster } = file
  const { instance } = roster
  const stewards = await Promise.all(
    roster.stewards.map(async ({ handle, certificate }) => {
      const { fingerprint } = await readStewardCertificate(certificate, { handle, instance }, at)
      return { handle, fingerprint }
    }),
  )
  const members = await Promise.all(
    roster.members.map(async ({ id, handle, role, channels, certificate }) => {
      const { fingerprint } = await readMemberCertificate(certificate, { handle, instance }, at)
      return { id, handle, role, channels, fingerprint }
    }),
  )
  const pin = await pinOfRoster(file)
  const summary = {
    organisation: roster.organisation,
    instance,
    version: roster.version,
    hash: await hashOf(file.document, sha256),
    pin,
    issued: roster.issued,
    believedUntil: believedUntil(roster),
    origins: roster.origins,
    threshold: roster.threshold,
    signatures: file.signatures.length,
    stewards,
    members,
    channels: roster.channels,
    policy: roster.policy,
  }
  const people = [
    ...stewards.map((one) => `  ${one.handle.padEnd(20)}  steward   ${spaced(one.fingerprint)}`),
    ...members.map((one) => `  ${one.handle.padEnd(20)}  ${one.role.padEnd(8)}  ${spaced(one.fingerprint)}`),
  ]
  return {
    json: summary,
    prose: `${roster.organisation}, roster version ${roster.version} of ${roster.issued}, believed until ${summary.believedUntil}
Instance  ${instance}
Pin       ${pin}
Origins   ${roster.origins.join(' ')}
Signed    ${file.signatures.length} signatures, ${roster.threshold} of ${stewards.length} stewards needed

${people.join('\n')}

${roster.channels.map((one) => `  ${one.id.padEnd(20)}  ${one.names.en ?? ''}`).join('\n')}`,
  }
}

/** In groups of four, as people read fingerprints to each other. */
function spaced(fingerprint: string): string {
  return (fingerprint.toUpperCase().match(/.{4}/g) ?? []).join(' ')
}
