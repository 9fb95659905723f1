import { Hono } from 'hono'
import { readMemberCertificate } from '../../crypto/verify/certificate.ts'
import { pinOfRoster, type TrustedRoster, verifySuccessor } from '../../crypto/verify/roster.ts'
import { dayOf } from '../../domain/day.ts'
import * as f from '../../domain/fields.ts'
import { limits } from '../../domain/limits.ts'
import { plain, printJson } from '../../domain/print.ts'
import { hashOf } from '../../domain/record.ts'
import { Refusal } from '../../domain/refusal.ts'
import { parseRosterFile, type RosterFile, readRosterFile } from '../../domain/roster.ts'
import { jsonClasses } from '../../domain/sizes.ts'
import type { RosterInForce } from '../ports/in-force.ts'
import type { DeskParts } from './parts.ts'
import { readRequest } from './request.ts'

/** A roster file as JSON that an answer carries. */
export function publishedFile({ file }: Pick<RosterInForce, 'file'>): unknown {
  return plain({ roster: file.document, signatures: file.signatures })
}

const rosterSizes = jsonClasses.filter((one) => one <= 2 * limits.rosterTextMax)

export function rosterRoutes(parts: DeskParts) {
  return new Hono().post('/api/desk/roster', async (c) => {
    const { file } = await readRequest(c.req.raw, f.object<{ file: RosterFile }>({ file: readRosterFile }), rosterSizes)
    return c.json({ version: await publish(file, parts) })
  })
}

/**
 * Keep a roster that enough stewards signed. Whoever brings the signatures may publish it; the first one must be by
 * the stewards whom the operator named.
 *
 * @throws Refusal `roster-rolled-back` when it does not follow the newest, `roster-untrusted` and everything else for
 *   which a client would refuse it
 */
async function publish(file: RosterFile, parts: DeskParts): Promise<number> {
  const { version } = file.roster
  const json = printJson({ roster: file.document, signatures: file.signatures })
  const newest = await parts.kept.newest()
  if (newest?.json === json) return version
  if (version !== (newest?.version ?? 0) + 1) throw new Refusal('roster-rolled-back')
  if (newest === null && (await pinOfRoster(file)) !== parts.pin) {
    throw new Refusal('roster-untrusted', 'Start the portal with the pin of this roster, then publish it again.')
  }
  checkKeys(file, parts)
  const now = parts.clock()
  await verifySuccessor(newest === null ? null : await trusted(newest.json, parts), file, now)
  await parts.kept.keep({ version, json, day: dayOf(now) })
  return version
}

/** A roster with other keys than ours would make every receipt worthless. */
function checkKeys(file: RosterFile, { keys }: DeskParts): void {
  const { receipt, ledger } = file.roster.keys
  if (receipt !== keys.receipt)
    throw new Refusal('roster-unsound', `keys.receipt: this portal signs with ${keys.receipt}`)
  if (ledger !== keys.ledger) throw new Refusal('roster-unsound', `keys.ledger: this portal signs with ${keys.ledger}`)
}

/** The newest roster we kept: it was verified when it came, so it is not walked back to the pin again. */
async function trusted(json: string, { sha256, clock }: DeskParts): Promise<TrustedRoster> {
  const file = parseRosterFile(json)
  const { roster } = file
  const certificate = async (id: string) => {
    const member = roster.members.find((one) => one.id === id)
    if (member === undefined) throw new Refusal('malformed', 'no such member')
    const expected = { handle: member.handle, instance: roster.instance }
    return await readMemberCertificate(member.certificate, expected, clock())
  }
  return {
    roster,
    hash: await hashOf(file.document, sha256),
    file,
    certificateOf: certificate,
    recovery: async () => null,
  }
}
