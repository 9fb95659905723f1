import type { Bytes } from '../../domain/bytes.ts'
import { addDays, dayOf, daysBetween, type Instant, startOf } from '../../domain/day.ts'
import { limits } from '../../domain/limits.ts'
import { hashOf } from '../../domain/record.ts'
import { Refusal } from '../../domain/refusal.ts'
import { believedUntil, type MemberId, pinOf, type Roster, type RosterFile } from '../../domain/roster.ts'
import {
  type Certificate,
  readMemberCertificate,
  readStewardCertificate,
  type SigningCertificate,
} from './certificate.ts'
import { sha256 } from './digest.ts'
import { isSignedBy } from './statement.ts'

/** The handle that a recovery key's user id carries: it is nobody's. */
export const recoveryHandle = 'recovery'

/** A roster that was verified, with the certificates on it. */
export interface TrustedRoster {
  readonly roster: Roster
  /** SHA-256 of its canonical form. */
  readonly hash: string
  readonly file: RosterFile
  /** @throws Refusal `roster-unsound` when nobody on it has this id */
  certificateOf(member: MemberId): Promise<Certificate>
  /** The recovery key that every envelope is sealed to as well, or `null`. */
  recovery(): Promise<Certificate | null>
}

/** What a client was given from elsewhere, to judge a roster by. */
export interface Trust {
  readonly pin: string
  /** Where it was fetched from, or `null` when it came by another way. */
  readonly origin: string | null
  readonly minimumVersion: number
}

/**
 * Verify a roster along its chain, oldest version first. The first must be what the pin names; each following one is
 * judged by the stewards and the threshold of the one before, never by its own. A roster whose own stewards and
 * threshold are still those of the pin may stand alone.
 *
 * @throws Refusal `roster-foreign` for another portal or address
 * @throws Refusal `roster-untrusted` when not enough stewards signed, or it does not follow from the pin
 * @throws Refusal `roster-rolled-back` below the minimum version, or when versions do not grow
 * @throws Refusal `roster-unsound`, `fat-certificate`, `unsuitable-key` when its content breaks a rule
 * @throws Refusal `roster-expired` unless `allowExpired`: an expired roster still serves reading, not sending
 */
export async function verifyRoster(
  chain: readonly RosterFile[],
  trust: Trust,
  now: Instant,
  options: { readonly allowExpired?: boolean } = {},
): Promise<TrustedRoster> {
  const [first, ...following] = chain
  const newest = chain[chain.length - 1]
  if (first === undefined || newest === undefined) throw new Refusal('roster-untrusted', 'There is no roster.')
  if (chain.length > limits.rosterChainMax) throw new Refusal('too-large')
  const { roster } = newest
  if (roster.version < trust.minimumVersion) throw new Refusal('roster-rolled-back')
  if (trust.origin !== null && !roster.origins.includes(trust.origin)) throw new Refusal('roster-foreign')
  let before = await readQuorum(first)
  await checkPin(before, trust.pin)
  await checkSigned(first, before, now)
  for (const next of following) {
    await checkFollows(before, next)
    await checkSigned(next, before, now)
    before = await readQuorum(next)
  }
  checkIssued(roster, now)
  const trusted = await readWhole(newest, before)
  if (options.allowExpired !== true) checkBelieved(roster, now)
  return trusted
}

/**
 * Judge the next version, as the portal does before it publishes one: by the version before, or by itself when it is
 * the first.
 *
 * @throws Refusal as `verifyRoster`
 */
export async function verifySuccessor(
  before: TrustedRoster | null,
  next: RosterFile,
  now: Instant,
): Promise<TrustedRoster> {
  if (before === null && next.roster.version !== 1) {
    throw new Refusal('roster-untrusted', 'The first roster has version 1.')
  }
  const judges = await readQuorum(before === null ? next : before.file)
  if (before !== null) await checkFollows(judges, next)
  await checkSigned(next, judges, now)
  checkIssued(next.roster, now)
  // Not a certificate of it is looked at before enough stewards have signed: anybody may send one.
  const trusted = await readWhole(next, before === null ? judges : await readQuorum(next))
  checkBelieved(next.roster, now)
  return trusted
}

/** The pin of a roster: who may sign the first one. */
export async function pinOfRoster(file: RosterFile): Promise<string> {
  return await pinOfQuorum(await readQuorum(file))
}

/** Who decides with a roster about the next. */
interface Quorum {
  readonly file: RosterFile
  readonly stewards: readonly SigningCertificate[]
}

async function readQuorum(file: RosterFile): Promise<Quorum> {
  const { roster } = file
  const stewards = await Promise.all(
    roster.stewards.map((one) =>
      readStewardCertificate(
        one.certificate,
        { handle: one.handle, instance: roster.instance },
        startOf(roster.issued),
      ),
    ),
  )
  if (new Set(stewards.map((one) => one.fingerprint)).size !== stewards.length) {
    throw new Refusal('roster-unsound', 'a steward key stands twice')
  }
  return { file, stewards }
}

async function pinOfQuorum({ file, stewards }: Quorum): Promise<string> {
  const { instance, threshold } = file.roster
  return await pinOf({ instance, threshold, fingerprints: stewards.map((one) => one.fingerprint) }, sha256)
}

async function checkPin(first: Quorum, pin: string): Promise<void> {
  if ((await pinOfQuorum(first)) === pin) return
  // A first version that is not the pinned one is another portal's; a later one may only lack its chain.
  throw new Refusal(first.file.roster.version === 1 ? 'roster-foreign' : 'roster-untrusted')
}

async function checkFollows(before: Quorum, next: RosterFile): Promise<void> {
  const earlier = before.file.roster
  if (next.roster.instance !== earlier.instance) throw new Refusal('roster-foreign')
  if (next.roster.version <= earlier.version) throw new Refusal('roster-rolled-back')
  const follows =
    next.roster.version === earlier.version + 1 &&
    next.roster.previous === (await hashOf(before.file.document, sha256)) &&
    next.roster.issued >= earlier.issued
  if (!follows) throw new Refusal('roster-untrusted', 'A roster does not follow the one before it.')
}

/** Count signatures once for each steward, up to the threshold of who judges. */
async function checkSigned(file: RosterFile, judges: Quorum, now: Instant): Promise<void> {
  const statement = file.document as { readonly context: 'roster' }
  const waiting = [...judges.stewards]
  const { threshold } = judges.file.roster
  const enough = judges.stewards.length - threshold
  for (const signature of file.signatures) {
    for (const [at, steward] of waiting.entries()) {
      if (!(await isSignedBy(statement, signature, steward.key, now))) continue
      waiting.splice(at, 1)
      break
    }
    if (waiting.length <= enough) return
  }
  throw new Refusal('roster-untrusted')
}

function checkIssued(roster: Roster, now: Instant): void {
  if (daysBetween(dayOf(now), roster.issued) > 1) throw new Refusal('roster-unsound', 'a roster is from the future')
}

function checkBelieved(roster: Roster, now: Instant): void {
  if (dayOf(now) > believedUntil(roster)) throw new Refusal('roster-expired')
}

/** Read every certificate: each good for as long as the roster is believed, no key twice, no steward a member. */
async function readWhole(file: RosterFile, { stewards }: Quorum): Promise<TrustedRoster> {
  const { roster } = file
  const from = startOf(roster.issued)
  const until = startOf(addDays(believedUntil(roster), 1)) - 1
  const read = (certificate: Bytes, handle: string) =>
    readMemberCertificate(certificate, { handle, instance: roster.instance }, from, until)
  const members = new Map<MemberId, Certificate>()
  for (const one of roster.members) members.set(one.id, await read(one.certificate, one.handle))
  const recovery = roster.keys.recovery === null ? null : await read(roster.keys.recovery, recoveryHandle)
  const keys = [...stewards, ...members.values(), ...(recovery === null ? [] : [recovery])].flatMap(fingerprintsOf)
  if (new Set(keys).size !== keys.length) throw new Refusal('roster-unsound', 'one key stands for two people')
  const hash = await hashOf(file.document, sha256)
  return {
    roster,
    hash,
    file,
    certificateOf: async (member) => {
      const found = members.get(member)
      if (found === undefined) throw new Refusal('roster-unsound', 'nobody on the roster has this id')
      return found
    },
    recovery: async () => recovery,
  }
}

/** Primary and subkeys: a steward's primary must not come back as a member's subkey either. */
function fingerprintsOf(certificate: SigningCertificate): string[] {
  return [certificate.key, ...certificate.key.subkeys].map((one) => one.getFingerprint())
}
