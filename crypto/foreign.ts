import { type Bytes, fromUtf8, toHex } from '../domain/bytes.ts'
import type { SubmissionRecord } from '../domain/record.ts'
import { sha256 } from './digest.ts'
import { type Envelope, openEnvelope } from './envelope.ts'
import type { UnlockedMember } from './member.ts'
import { checkRecorded, commitmentTo } from './tip.ts'

/** A text that was sealed elsewhere: nobody signed it, nobody can be answered. */
export interface OpenedForeign {
  readonly text: string
  /** SHA-256 of the clear octets, in hexadecimal. */
  readonly clearHash: string
  /** HMAC of the session key over `safehand/commit`, in hexadecimal: known to whoever opened it, and to nobody else. */
  readonly commitment: string
}

/**
 * Open a submission as a text that was sealed elsewhere.
 *
 * @returns `null` when no grant is for this key, or when inside is not a plain text as the recipe makes it
 * @throws Refusal `bad-tip` when the envelope is not the recorded one, `cannot-open` when a grant fits and the body does not
 */
export async function openForeign(
  envelope: Envelope,
  record: SubmissionRecord,
  key: UnlockedMember,
): Promise<OpenedForeign | null> {
  await checkRecorded(envelope, record)
  const opened = await openEnvelope(envelope, key)
  const text = opened === null ? null : textOf(opened.clear)
  if (opened === null || text === null) return null
  return {
    text,
    clearHash: toHex(await sha256(opened.clear)),
    commitment: await commitmentTo(opened.sessionKey),
  }
}

/**
 * The text before the zeros that fill it up. What our own clients seal is a JSON object and never ends with a zero, so
 * a tip that is broken or unsigned does not pass as a text.
 */
function textOf(clear: Bytes): string | null {
  const end = clear.findLastIndex((octet) => octet !== 0) + 1
  if (end === clear.length && clear[0] === 0x7b) return null
  const text = fromUtf8(clear.subarray(0, end))
  return text === null || text === '' || text.includes('\0') ? null : text
}
