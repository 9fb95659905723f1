import { sha256 } from '../../crypto/digest.ts'
import { signRoster, type UnlockedMember } from '../../crypto/member.ts'
import { pinOfRoster, type Trust, type TrustedRoster, verifyRoster } from '../../crypto/verify/roster.ts'
import { addDays, type Day, dayOf, type Instant } from '../../domain/day.ts'
import { plain } from '../../domain/print.ts'
import { hashOf } from '../../domain/record.ts'
import {
  type Member,
  type Policy,
  parseRosterFile,
  type Role,
  type Roster,
  type RosterFile,
} from '../../domain/roster.ts'
import { everybody, friday, instance, type People, type Person } from './people.ts'

export const origin = 'http://localhost:8080'

export interface OrganisationOptions {
  readonly now?: Instant
  readonly origins?: readonly string[]
  /** The portal's own public keys, in hexadecimal. */
  readonly keys?: { readonly receipt: string; readonly ledger: string }
  readonly policy?: Partial<Policy>
  /** Change anything else before it is signed: this is how tests break a roster. */
  readonly change?: (roster: Roster, people: People) => Roster
  /** Who signs; Ida and Noor unless said otherwise. */
  readonly signers?: (people: People) => readonly Person[]
}

export interface Organisation {
  readonly people: People
  readonly roster: Roster
  readonly file: RosterFile
  /** The file as it is published. */
  readonly json: string
  readonly pin: string
  readonly trusted: TrustedRoster
}

/** A whole organisation with a signed and verified roster. */
export async function organise(options: OrganisationOptions = {}): Promise<Organisation> {
  const people = await everybody()
  const json = await rosterJson(options)
  const file = parseRosterFile(json)
  const pin = await pinOfRoster(file)
  const trusted = await verifyRoster([file], { pin, origin: null, minimumVersion: 1 }, options.now ?? friday)
  return { people, roster: file.roster, file, json, pin, trusted }
}

/** The roster file of an organisation as JSON, signed and perhaps broken, and not yet judged by anybody. */
export async function rosterJson(options: OrganisationOptions = {}): Promise<string> {
  const people = await everybody()
  const now = options.now ?? friday
  const usual = usualRoster(people, now, options)
  const roster = options.change?.(usual, people) ?? usual
  const signers = options.signers?.(people) ?? [people.ida, people.noor]
  return await signedJson(
    roster,
    signers.map((one) => one.key),
    now,
  )
}

/** Sign a roster as it is. */
export async function signedJson(
  roster: Roster,
  signers: readonly UnlockedMember[],
  now: Instant = friday,
): Promise<string> {
  const document = plain(roster) as object
  const signatures = await Promise.all(signers.map((one) => signRoster(document, one, now)))
  return JSON.stringify(plain({ roster: document, signatures }))
}

/** What the roster of the tests says, before anybody signs it. */
export function usualRoster(people: People, now: Instant = friday, options: OrganisationOptions = {}): Roster {
  const today: Day = dayOf(now)
  return {
    context: 'roster',
    format: 'safehand-roster/1',
    instance,
    version: 1,
    issued: today,
    expires: addDays(today, 90),
    origins: options.origins ?? [origin],
    organisation: 'The Test Desk',
    stewards: [people.ida, people.noor, people.tomas].map(({ handle, certificate }) => ({ handle, certificate })),
    threshold: 2,
    members: [
      member(people.ada, 'reviewer', ['electronics', 'shipping']),
      member(people.grace, 'reviewer', ['electronics', 'shipping']),
      member(people.lise, 'reviewer', ['electronics', 'nuclear']),
      member(people.harbourWatch, 'partner', []),
      member(people.vera, 'auditor', []),
    ],
    channels: [
      { id: 'electronics', names: { en: 'Electronics' } },
      { id: 'nuclear', names: { en: 'Nuclear' } },
      { id: 'shipping', names: { en: 'Shipping and transit' } },
    ],
    keys: {
      receipt: options.keys?.receipt ?? '11'.repeat(32),
      ledger: options.keys?.ledger ?? '22'.repeat(32),
      recovery: null,
    },
    policy: { ...usualPolicy, ...options.policy },
    previous: null,
  }
}

const usualPolicy: Policy = {
  profile: 'compat',
  grants: 6,
  panel: 3,
  slotsPerDrop: 4,
  liveDrops: 120,
  publishAt: 'when-something-waits',
  workBits: { floor: 2, ceiling: 20 },
  retention: { submission: 365, entry: 365, slot: 30 },
  seenDays: 3,
  acknowledgeDays: 7,
  feedbackDays: 90,
}

/** A person as the roster lists them. */
export function member(person: Person, role: Role, channels: readonly string[]): Member {
  return { id: person.id, handle: person.handle, role, certificate: person.certificate, channels, languages: ['en'] }
}

/** The roster file that follows another, signed and perhaps broken, as JSON. */
export async function successorJson(before: RosterFile, options: OrganisationOptions = {}): Promise<string> {
  const people = await everybody()
  const now = options.now ?? friday
  const usual: Roster = {
    ...before.roster,
    version: before.roster.version + 1,
    issued: dayOf(now),
    expires: addDays(dayOf(now), 90),
    previous: await hashOf(before.document, sha256),
  }
  const signers = options.signers?.(people) ?? [people.ida, people.noor]
  return await signedJson(
    options.change?.(usual, people) ?? usual,
    signers.map((one) => one.key),
    now,
  )
}

/** Parse and verify roster files the way a client does. */
export async function judge(
  chain: readonly string[],
  trust: Partial<Trust> & Pick<Trust, 'pin'>,
  now: Instant = friday,
): Promise<TrustedRoster> {
  return await verifyRoster(chain.map(parseRosterFile), { origin, minimumVersion: 1, ...trust }, now)
}
