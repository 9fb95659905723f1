import { makeMember, makeSteward, type NewKey, signRoster, unlock } from '../crypto/member.ts'
import { pinOfRoster } from '../crypto/verify/roster.ts'
import type { Bytes } from '../domain/bytes.ts'
import { toHex } from '../domain/bytes.ts'
import { addDays, dayOf, type Instant } from '../domain/day.ts'
import { usualPolicy } from '../domain/policy.ts'
import { printJson } from '../domain/print.ts'
import { type Policy, parseRosterFile, type Role, type RosterFile } from '../domain/roster.ts'

/** Somebody of the demonstration, with everything that a real person would keep to themselves. */
export interface DemoPerson {
  readonly handle: string
  readonly role: 'steward' | Role
  readonly passphrase: string
  /** The private key, armored and locked. */
  readonly locked: string
}

export interface DemoOrganisation {
  readonly people: readonly DemoPerson[]
  readonly file: RosterFile
  readonly pin: string
}

/** What the machine that runs the demonstration gives to it. */
export interface Premises {
  readonly origins: readonly string[]
  /** The portal's own public keys, Ed25519 in hexadecimal. */
  readonly keys: { readonly receipt: string; readonly ledger: string }
  readonly now: Instant
  readonly dice: (count: number) => Bytes
}

/** Make the demonstration organisation: keys for everybody, and a first roster that two stewards signed. */
export async function makeOrganisation({ origins, keys, now, dice }: Premises): Promise<DemoOrganisation> {
  const instance = toHex(dice(16))
  const stewards = await Promise.all(stewardHandles.map(async (handle) => await newPerson(handle, 'steward')))
  const members = await Promise.all(memberRoles.map(async ([handle, role]) => await newPerson(handle, role)))

  async function newPerson(handle: string, role: DemoPerson['role']): Promise<NewKey & DemoPerson> {
    const make = role === 'steward' ? makeSteward : makeMember
    return { handle, role, ...(await make(handle, instance, now)) }
  }

  const day = dayOf(now)
  const roster = {
    context: 'roster',
    format: 'safehand-roster/1',
    instance,
    version: 1,
    issued: day,
    expires: addDays(day, rosterDays),
    origins,
    organisation: 'Example Watch (a demonstration)',
    stewards: stewards.map(({ handle, certificate }) => ({ handle, certificate })),
    threshold: 2,
    members: members.map(({ handle, role, certificate }) => ({
      id: toHex(dice(8)),
      handle,
      role,
      certificate,
      channels: role === 'reviewer' ? demoChannels.map((one) => one.id) : [],
      languages: role === 'reviewer' ? ['en'] : [],
    })),
    channels: demoChannels,
    keys: { ...keys, recovery: null },
    policy: demoPolicy,
    previous: null,
  }
  const file = await signedBy(roster, stewards, now)
  const people = [...stewards, ...members].map(({ handle, role, passphrase, locked }) => ({
    handle,
    role,
    passphrase,
    locked,
  }))
  return { people, file, pin: await pinOfRoster(file) }
}

/** A roster document with the signatures of the first two stewards among these people. */
export async function signedBy(document: object, people: readonly DemoPerson[], now: Instant): Promise<RosterFile> {
  const unsigned = parseRosterFile(printJson({ roster: document, signatures: [] }))
  const signatures: Bytes[] = []
  for (const { locked, passphrase } of people.filter((one) => one.role === 'steward').slice(0, 2)) {
    signatures.push(await signRoster(unsigned.document, await unlock(locked, passphrase), now))
  }
  return { ...unsigned, signatures }
}

/** Days that a roster of the demonstration is believed. */
export const rosterDays = 90

const stewardHandles = ['ida', 'noor', 'tomas'] as const

const memberRoles: readonly (readonly [handle: string, role: Role])[] = [
  ['ada', 'reviewer'],
  ['grace', 'reviewer'],
  ['lise', 'reviewer'],
  ['harbour-watch', 'partner'],
  ['vera', 'auditor'],
]

/** One desk for each subject. */
const demoChannels = [
  { id: 'electronics', names: { en: 'Electronics and components' } },
  { id: 'machine-tools', names: { en: 'Machine tools and materials' } },
  { id: 'nuclear', names: { en: 'Nuclear' } },
  { id: 'chem-bio', names: { en: 'Chemical and biological' } },
  { id: 'missiles', names: { en: 'Missiles and drones' } },
  { id: 'shipping', names: { en: 'Shipping and transit' } },
  { id: 'finance', names: { en: 'Payments and front companies' } },
  { id: 'research', names: { en: 'Research and universities' } },
  { id: 'this-portal', names: { en: 'This portal itself' } },
] as const

/** Drops appear as soon as a reply waits, so that nobody who tries the portal out waits for midnight. */
const demoPolicy: Policy = { ...usualPolicy, publishAt: 'when-something-waits' }
