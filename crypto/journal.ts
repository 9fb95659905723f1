import { type Bytes, concat, fromUtf8, toHex, toUtf8 } from '../domain/bytes.ts'
import { type Canonical, canonicalBytes } from '../domain/canonical.ts'
import { type Act, type EntryStatement, readEntryStatement } from '../domain/clear/case.ts'
import { dayOf, type Instant } from '../domain/day.ts'
import * as f from '../domain/fields.ts'
import type { JournalId, SealedEntry } from '../domain/journal.ts'
import { limits } from '../domain/limits.ts'
import type { Profile } from '../domain/packet.ts'
import { plain } from '../domain/print.ts'
import { Refusal } from '../domain/refusal.ts'
import type { MemberId } from '../domain/roster.ts'
import { entryClasses, grantBytes } from '../domain/sizes.ts'
import { clearBytesMax, openBody, sealBody } from './body.ts'
import { dice, shuffled } from './dice.ts'
import { sha256 } from './digest.ts'
import { makeGrants, openGrants } from './grant.ts'
import type { UnlockedMember } from './member.ts'
import type { TrustedRoster } from './verify/roster.ts'
import { verifyStatement } from './verify/statement.ts'

/** The key of one journal. It seals and opens entries and shows itself to nobody. */
export class JournalKey {
  readonly #octets: Bytes

  private constructor(octets: Bytes) {
    this.#octets = octets
  }

  /** A new key, by the platform's dice. */
  static make(): JournalKey {
    return new JournalKey(dice(32))
  }

  /** The key that an entry brings to this member, or `null` when it brings none to them. */
  static async granted(entry: SealedEntry, to: UnlockedMember): Promise<JournalKey | null> {
    const count = entry.grants.length / grantBytes
    const grants = Array.from({ length: count }, (_, at) => entry.grants.slice(at * grantBytes, (at + 1) * grantBytes))
    const found = await openGrants(grants, to.encryption)
    return found === null ? null : new JournalKey(found.sessionKey)
  }

  async seal(clear: Bytes, length: number, profile: Profile): Promise<Bytes> {
    return await sealBody(clear, this.#octets, length, profile)
  }

  /** @throws Refusal `cannot-open` */
  async open(body: Bytes): Promise<Bytes> {
    return await openBody(body, this.#octets)
  }

  /** Grants of this key for these members and nobody else, always the same number of them. */
  async grant(members: readonly MemberId[], roster: TrustedRoster): Promise<Bytes> {
    if (members.length > limits.journalGrants) throw new Refusal('wrong-grants')
    const certificates = await Promise.all(members.map((one) => roster.certificateOf(one)))
    return concat(...shuffled(await makeGrants(this.#octets, certificates, limits.journalGrants)))
  }
}

/** Where an entry stands and who writes it. */
export interface EntryPlace {
  readonly journal: JournalId
  readonly position: number
  /** Hash of the sealed entry before; `null` for the first. */
  readonly previous: string | null
  /** The writer, as the roster names them. */
  readonly member: MemberId
  readonly roster: TrustedRoster
  readonly now: Instant
}

/** The journal of a case: everybody who opens a tip of the same source finds the same one. `thread` is in the tip. */
export async function caseJournalOf(thread: string): Promise<JournalId> {
  const name = concat(toUtf8('safehand/case'), f.fromCheckedHex(thread))
  return toHex((await sha256(name)).slice(0, 16))
}

/**
 * Open a journal: a new key, and the sealed entry that brings it to `granted`. It is the first entry, or comes `after`
 * others that were written under a key which nobody shares.
 *
 * @throws Refusal `excluded` when a granted member is one of `excluded`
 * @throws Refusal `wrong-grants` when there are more members than grants
 */
export async function openJournal(
  what: {
    readonly journal: JournalId
    readonly member: MemberId
    readonly granted: readonly MemberId[]
    readonly excluded: readonly MemberId[]
    readonly roster: TrustedRoster
    readonly now: Instant
    readonly after?: Pick<EntryPlace, 'position' | 'previous'>
  },
  by: UnlockedMember,
): Promise<{ readonly key: JournalKey; readonly entry: SealedEntry }> {
  const { granted, excluded, after = { position: 0, previous: null }, ...about } = what
  if (granted.some((one) => excluded.includes(one))) throw new Refusal('excluded')
  const key = JournalKey.make()
  const place = { ...about, ...after }
  const entry = await sealed({ act: 'open', granted }, place, key, by, await key.grant(granted, what.roster))
  return { key, entry }
}

/**
 * Sign and seal an entry under the key of its journal.
 *
 * @throws Refusal `too-large` when it fits no size class
 */
export async function sealEntry(
  act: Act,
  place: EntryPlace,
  key: JournalKey,
  by: UnlockedMember,
): Promise<SealedEntry> {
  return await sealed(act, place, key, by, new Uint8Array(0))
}

/**
 * Open an entry and verify it: signed by a reviewer of the roster, for this instance, journal and place.
 *
 * @throws Refusal `bad-entry`
 */
export async function openEntry(
  entry: SealedEntry,
  key: JournalKey,
  roster: TrustedRoster,
  now: Instant,
): Promise<EntryStatement> {
  try {
    const { statement, signature } = readClear(await key.open(entry.body))
    const standsHere =
      statement.instance === roster.roster.instance &&
      statement.journal === entry.journal &&
      statement.position === entry.position &&
      statement.previous === entry.previous
    if (!standsHere) throw new Refusal('bad-entry', 'A journal entry was signed for another place.')
    if (entry.grants.length > 0 !== (statement.act.act === 'open')) throw new Refusal('bad-entry')
    const writer = roster.roster.members.find((one) => one.id === statement.member)
    if (writer?.role !== 'reviewer') throw new Refusal('bad-entry', 'A journal entry is not by a reviewer.')
    await verifyStatement(statement, signature, (await roster.certificateOf(writer.id)).key, now)
    return statement
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal('bad-entry', error.code === 'bad-entry' ? error.message : undefined)
    throw error
  }
}

async function sealed(
  act: Act,
  place: EntryPlace,
  key: JournalKey,
  by: UnlockedMember,
  grants: Bytes,
): Promise<SealedEntry> {
  const { journal, position, previous, member, roster, now } = place
  const { profile } = roster.roster.policy
  const statement: EntryStatement = {
    context: 'entry',
    format: 'safehand-entry/1',
    instance: roster.roster.instance,
    journal,
    position,
    previous,
    member,
    day: dayOf(now),
    roster: roster.hash,
    act,
  }
  const clear = canonicalBytes(plain({ statement, signature: await by.sign(statement, now) }) as Canonical)
  const length = entryClasses.find((one) => clear.length <= clearBytesMax(one, profile))
  if (length === undefined) throw new Refusal('too-large')
  return { journal, position, previous, grants, body: await key.seal(clear, length, profile) }
}

const readSignedEntry = f.object<{ readonly statement: EntryStatement; readonly signature: Bytes }>({
  statement: readEntryStatement,
  signature: f.octets({ max: 2048 }),
})

const clearTextMax = entryClasses[entryClasses.length - 1] ?? 0

function readClear(clear: Bytes): { readonly statement: EntryStatement; readonly signature: Bytes } {
  const text = fromUtf8(clear)
  if (text === null) throw new Refusal('bad-entry')
  return readSignedEntry(f.parseJson(text, clearTextMax), 'entry')
}
