import { type Bytes, type Sha256, toHex } from './bytes.ts'
import { canonicalBytes } from './canonical.ts'
import { addDays, type Day } from './day.ts'
import * as f from './fields.ts'
import { limits } from './limits.ts'
import type { Profile } from './packet.ts'
import { type ChannelId, channelForm } from './record.ts'
import { Refusal } from './refusal.ts'

export const roles = ['reviewer', 'partner', 'auditor'] as const
export type Role = (typeof roles)[number]

/** 8 random octets in hexadecimal, given once and never changed. */
export type MemberId = string

export interface Member {
  readonly id: MemberId
  /** A pseudonym: the roster is public. */
  readonly handle: string
  readonly role: Role
  /** A minimised OpenPGP certificate, binary. */
  readonly certificate: Bytes
  readonly channels: readonly ChannelId[]
  readonly languages: readonly string[]
}

export interface Steward {
  readonly handle: string
  readonly certificate: Bytes
}

export interface Channel {
  readonly id: ChannelId
  /** The name that sources read, by language tag; `en` always. */
  readonly names: Readonly<Record<string, string>>
}

export interface Policy {
  readonly profile: Profile
  readonly grants: number
  readonly panel: number
  readonly slotsPerDrop: 4
  /** How many of the newest drops stay published. */
  readonly liveDrops: number
  /** Hours of the UTC day at which drops and the ledger are published, or as soon as something waits (demonstration only). */
  readonly publishAt: readonly number[] | 'when-something-waits'
  readonly workBits: { readonly floor: number; readonly ceiling: number }
  /** Days that an object is kept. */
  readonly retention: { readonly submission: number; readonly entry: number; readonly slot: number }
  readonly seenDays: number
  readonly acknowledgeDays: number
  readonly feedbackDays: number
}

export interface Roster {
  readonly context: 'roster'
  readonly format: 'safehand-roster/1'
  readonly instance: string
  readonly version: number
  readonly issued: Day
  readonly expires: Day
  /** Web origins of this portal, clearnet and onion. */
  readonly origins: readonly string[]
  readonly organisation: string
  readonly stewards: readonly Steward[]
  readonly threshold: number
  readonly members: readonly Member[]
  readonly channels: readonly Channel[]
  readonly keys: {
    /** Ed25519 public keys in hexadecimal. */
    readonly receipt: string
    readonly ledger: string
    /** Certificate of the recovery key, or `null`: sources are shown which. */
    readonly recovery: Bytes | null
  }
  readonly policy: Policy
  /** Hash of the version before; `null` for the first. */
  readonly previous: string | null
}

/** A roster as it is published. `document` is what was parsed; hashes and signatures are over its canonical form. */
export interface RosterFile {
  readonly roster: Roster
  readonly document: object
  readonly signatures: readonly Bytes[]
}

const handleForm = /^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])$/
const originForm =
  /^(?:https:\/\/[a-z0-9.-]+(?::\d{1,5})?|http:\/\/(?:[a-z2-7]{56}\.onion|localhost|127\.0\.0\.1)(?::\d{1,5})?)$/
const languageForm = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/
const certificate = f.octets({ max: limits.certificateBytesMax })
const handle: f.Read<string> = f.form(handleForm, 'a handle of lower-case letters, digits and hyphens')
const channelId: f.Read<string> = f.form(channelForm, 'a channel id')
const dayCount = f.integer(1, 3660)

const readPolicy = f.object<Policy>({
  profile: f.oneOf(['compat', 'modern']),
  grants: f.integer(limits.grantsMin, limits.grantsMax),
  panel: f.integer(1, limits.channelReviewersMax),
  slotsPerDrop: f.exactly(4),
  liveDrops: f.integer(1, limits.liveDropsMax),
  publishAt: (value, path) => (value === 'when-something-waits' ? value : f.list(f.integer(0, 23), 24)(value, path)),
  workBits: f.object<Policy['workBits']>({ floor: f.integer(0, 24), ceiling: f.integer(0, 24) }),
  retention: f.object<Policy['retention']>({ submission: dayCount, entry: dayCount, slot: dayCount }),
  seenDays: dayCount,
  acknowledgeDays: dayCount,
  feedbackDays: dayCount,
})

const readRosterObject: f.Read<Roster> = f.object<Roster>({
  context: f.exactly('roster'),
  format: f.exactly('safehand-roster/1'),
  instance: f.hex(16),
  version: f.integer(1, 2 ** 31),
  issued: f.day,
  expires: f.day,
  origins: f.list(f.form(originForm, 'a web origin (https, or an onion address)'), limits.originsMax),
  organisation: f.text(120, 1),
  stewards: f.list(f.object<Steward>({ handle, certificate }), limits.stewardsMax),
  threshold: f.integer(1, limits.stewardsMax),
  members: f.list(
    f.object<Member>({
      id: f.hex(8),
      handle,
      role: f.oneOf(roles),
      certificate,
      channels: f.list(channelId, limits.channelsMax),
      languages: f.list(f.form(languageForm, 'a language tag'), 20),
    }),
    limits.membersMax,
  ),
  channels: f.list(
    f.object<Channel>({ id: channelId, names: f.dictionary(languageForm, f.text(80, 1), 40) }),
    limits.channelsMax,
  ),
  keys: f.object<Roster['keys']>({ receipt: f.hex(32), ledger: f.hex(32), recovery: f.nullable(certificate) }),
  policy: readPolicy,
  previous: f.nullable(f.hex(32)),
})

/**
 * A roster file of JSON. Its form is checked here; whether to believe it is decided in `crypto/verify/roster.ts`.
 *
 * @throws Refusal `malformed`, `too-large`, or `roster-unsound` when the roster breaks its own rules
 */
export function parseRosterFile(json: string): RosterFile {
  return readRosterFile(f.parseJson(json, limits.rosterTextMax), 'roster file')
}

/** The same for JSON that came inside other JSON. */
export const readRosterFile: f.Read<RosterFile> = (value, path) => {
  const file = f.object<{ roster: object; signatures: readonly Bytes[] }>({
    roster: (one, at) => {
      if (typeof one !== 'object' || one === null) throw new Refusal('malformed', `${at}: expected an object`)
      return one
    },
    signatures: f.list(f.octets({ max: 2048 }), limits.stewardsMax * 2),
  })(value, path)
  const roster = readRosterObject(file.roster, 'roster')
  checkSound(roster)
  return { roster, document: file.roster, signatures: file.signatures }
}

/** Rules that a roster keeps by itself, without looking at any key. */
function checkSound(roster: Roster): void {
  const { stewards, threshold, members, channels, policy } = roster
  const rule = (holds: boolean, sentence: string) => {
    if (!holds) throw new Refusal('roster-unsound', sentence)
  }
  rule(stewards.length >= limits.stewardsMin, `a roster needs at least ${limits.stewardsMin} stewards`)
  rule(threshold >= limits.thresholdMin, 'one steward alone must not decide')
  rule(threshold < stewards.length, 'the threshold must leave room for one lost steward key')
  rule(roster.origins.length > 0, 'a roster names at least one origin')
  rule(roster.issued <= roster.expires, 'a roster expires after it was issued')
  rule(unique([...stewards, ...members].map((one) => one.handle)), 'a handle stands twice')
  rule(unique(members.map((one) => one.id)), 'a member stands twice')
  rule(unique(channels.map((one) => one.id)), 'a channel stands twice')
  const known = new Set(channels.map((one) => one.id))
  for (const member of members) {
    rule(unique(member.channels), `${member.handle} has a channel twice`)
    rule(
      member.channels.every((one) => known.has(one)),
      `${member.handle} has a channel that does not exist`,
    )
  }
  for (const channel of channels) {
    const reviewers = reviewersOf(roster, channel.id).length
    rule(reviewers >= 1, `channel ${channel.id} has no reviewer`)
    rule(
      reviewers <= limits.channelReviewersMax,
      `channel ${channel.id} has more than ${limits.channelReviewersMax} reviewers`,
    )
    rule(Object.hasOwn(channel.names, 'en'), `channel ${channel.id} has no English name`)
  }
  rule(
    policy.panel + (roster.keys.recovery === null ? 0 : 1) <= policy.grants,
    'the panel does not fit into the grants',
  )
  rule(policy.workBits.floor <= policy.workBits.ceiling, 'the work floor lies above its ceiling')
  rule((roster.version === 1) === (roster.previous === null), 'only the first version has none before it')
}

/** The reviewers of a channel. */
export function reviewersOf(roster: Roster, channel: ChannelId): readonly Member[] {
  return roster.members.filter((one) => one.role === 'reviewer' && one.channels.includes(channel))
}

/** A key that a message sealed elsewhere must be sealed to: everybody of the channel, and the recovery key if there is one. */
export interface ForeignKey {
  readonly name: string
  readonly certificate: Bytes
}

export function keysOf(roster: Roster, channel: ChannelId): readonly ForeignKey[] {
  const { recovery } = roster.keys
  const reviewers = reviewersOf(roster, channel).map(({ handle, certificate }) => ({ name: handle, certificate }))
  return recovery === null ? reviewers : [...reviewers, { name: 'recovery', certificate: recovery }]
}

/** The last day on which a client believes this roster, whatever it says of itself. */
export function believedUntil(roster: Roster): Day {
  const cap = addDays(roster.issued, limits.rosterDaysMax)
  return roster.expires < cap ? roster.expires : cap
}

/** What is built into the site and given to the CLI: SHA-256 of who may sign the first roster, in hexadecimal. */
export async function pinOf(
  trust: { readonly instance: string; readonly threshold: number; readonly fingerprints: readonly string[] },
  sha256: Sha256,
): Promise<string> {
  const { instance, threshold, fingerprints } = trust
  return toHex(await sha256(canonicalBytes({ instance, stewards: [...fingerprints].sort(), threshold })))
}

function unique(names: readonly string[]): boolean {
  return new Set(names).size === names.length
}
