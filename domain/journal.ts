import { type Bytes, type Sha256, toHex, toUtf8 } from './bytes.ts'
import * as f from './fields.ts'
import { limits } from './limits.ts'
import { isBody, isGrant, type Profile } from './packet.ts'
import { type ChannelId, channelForm } from './record.ts'
import { Refusal } from './refusal.ts'
import { entryClasses, grantBytes } from './sizes.ts'

/** 16 octets in hexadecimal. */
export type JournalId = string

/** An entry as the server keeps it: where it stands, what it follows, and sealed octets. */
export interface SealedEntry {
  readonly journal: JournalId
  /** From 0, without gaps. */
  readonly position: number
  /** Hash of the sealed entry before it; `null` for the first. */
  readonly previous: string | null
  /** Exactly `limits.journalGrants` grants when the entry brings a new journal key, none otherwise. */
  readonly grants: Bytes
  /** An encrypted-data packet of one of `entryClasses`. */
  readonly body: Bytes
}

export const readSealedEntry: f.Read<SealedEntry> = f.object<SealedEntry>({
  journal: f.hex(16),
  position: f.integer(0, limits.journalEntriesMax - 1),
  previous: f.nullable(f.hex(32)),
  grants: f.octets({ max: limits.journalGrants * grantBytes }),
  body: f.octets({ max: entryClasses[entryClasses.length - 1] ?? 0 }),
})

export const readChannelId: f.Read<ChannelId> = f.form(channelForm, 'a channel id')

/**
 * Check the shape of a sealed entry.
 *
 * @throws Refusal `wrong-grants`, `wrong-size` or `not-sealed`
 */
export function checkSealedEntry(entry: SealedEntry, profile: Profile): void {
  const { grants, body } = entry
  if (grants.length !== 0 && grants.length !== limits.journalGrants * grantBytes) throw new Refusal('wrong-grants')
  for (let at = 0; at < grants.length; at += grantBytes) {
    if (!isGrant(grants.subarray(at, at + grantBytes))) throw new Refusal('wrong-grants')
  }
  if (!entryClasses.some((one) => one === body.length)) throw new Refusal('wrong-size')
  if (!isBody(body, profile)) throw new Refusal('not-sealed')
  if ((entry.position === 0) !== (entry.previous === null))
    throw new Refusal('malformed', 'entry.previous: only the first has none')
  if (entry.position === 0 && grants.length === 0)
    throw new Refusal('wrong-grants', 'the first entry brings the journal key')
}

/** What the next entry names as the one it follows. */
export async function hashOfSealedEntry(entry: SealedEntry, sha256: Sha256): Promise<string> {
  const { journal, position, previous, grants, body } = entry
  const about = { body: toHex(await sha256(body)), grants: toHex(await sha256(grants)), journal, position, previous }
  return toHex(await sha256(toUtf8(JSON.stringify(about))))
}

/** The journal that every channel has from the start: its reviewers write there what they have seen. */
export async function channelJournalOf(instance: string, channel: ChannelId, sha256: Sha256): Promise<JournalId> {
  return toHex((await sha256(toUtf8(`safehand/channel-journal\n${instance}\n${channel}`))).slice(0, 16))
}
