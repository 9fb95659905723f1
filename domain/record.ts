import { type Bytes, concat, type Sha256, toHex } from './bytes.ts'
import { type Canonical, canonicalBytes } from './canonical.ts'

/** Form of a channel's name in code: short, lower case, and none that every object has already. */
export const channelForm = /^(?!constructor$)[a-z][a-z-]{1,31}$/
export type ChannelId = string

/** SHA-256 of the body, in hexadecimal. */
export type SubmissionId = string

/**
 * The canonical statement of what intake accepted. The proof of work, the receipt and the ledger are all over its
 * hash, so a server can neither drop a file, nor change a grant, nor move a tip to another channel unnoticed.
 */
export interface SubmissionRecord {
  readonly format: 'safehand-record/1'
  readonly instance: string
  readonly channel: ChannelId
  readonly id: SubmissionId
  /** SHA-256 of all grants, joined in their order. */
  readonly grants: string
  readonly uploads: readonly string[]
  /** Version of the roster that it was sealed for. */
  readonly roster: number
}

/** The record of an envelope. */
export async function recordOf(
  envelope: { readonly grants: readonly Bytes[]; readonly body: Bytes },
  about: Pick<SubmissionRecord, 'instance' | 'channel' | 'uploads' | 'roster'>,
  sha256: Sha256,
): Promise<SubmissionRecord> {
  return {
    format: 'safehand-record/1',
    instance: about.instance,
    channel: about.channel,
    id: toHex(await sha256(envelope.body)),
    grants: toHex(await sha256(concat(...envelope.grants))),
    uploads: about.uploads,
    roster: about.roster,
  }
}

/** SHA-256 over the canonical form of a record, a roster, a statement or an entry, in hexadecimal. */
export async function hashOf(statement: object, sha256: Sha256): Promise<string> {
  return toHex(await sha256(canonicalBytes(statement as Canonical)))
}
