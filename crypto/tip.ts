import { type Bytes, fromUtf8, toHex, toUtf8 } from '../domain/bytes.ts'
import { readTip, type Tip, type TipContent, type TipStatement } from '../domain/clear/tip.ts'
import { dayOf, type Instant, startOf } from '../domain/day.ts'
import { parseJson } from '../domain/fields.ts'
import { plain } from '../domain/print.ts'
import { type ChannelId, hashOf, recordOf, type SubmissionRecord } from '../domain/record.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Member, Roster } from '../domain/roster.ts'
import { bodyClasses } from '../domain/sizes.ts'
import { dice, throwBelow } from './dice.ts'
import { sha256 } from './digest.ts'
import { type Envelope, openEnvelope, sealEnvelope } from './envelope.ts'
import { memberOf, type UnlockedMember } from './member.ts'
import { identityOf, panelOf } from './source.ts'
import { type Certificate, readMemberCertificate, readSourceCertificate } from './verify/certificate.ts'
import type { TrustedRoster } from './verify/roster.ts'
import { verifyStatement } from './verify/statement.ts'

export interface Draft {
  readonly content: Omit<TipContent, 'panel'>
  readonly channel: ChannelId
  readonly roster: TrustedRoster
  /** The source's passphrase, as `readPassphrase` returns it. */
  readonly words: string
  readonly now: Instant
  /** The tip before, when the client knows it. */
  readonly previous: { readonly sequence: number; readonly hash: string } | null
  /** Hash of the site manifest that the client saw. */
  readonly site: string | null
  /** A partner on the roster who signs too. */
  readonly cosign?: UnlockedMember | undefined
}

export interface SealedTip {
  readonly envelope: Envelope
  readonly record: SubmissionRecord
  /** What the next tip names as the one before. */
  readonly statementHash: string
  readonly sequence: number
  readonly panel: readonly Member[]
}

/**
 * Sign and seal a tip to the panel, and to the recovery key if the roster has one.
 *
 * @throws Refusal `too-large` when it fits no size class
 * @throws Refusal `unknown-channel`, `excluded` when nobody is left to read it, `wrong-passphrase`
 * @throws Refusal `not-allowed` when the cosigner is not a partner on the roster
 */
export async function sealTip(draft: Draft): Promise<SealedTip> {
  const { channel, roster, words, now, cosign } = draft
  const { instance, policy, version } = roster.roster
  if (cosign !== undefined && memberOf(roster.roster, cosign)?.role !== 'partner') throw new Refusal('not-allowed')
  const source = await identityOf(words, instance)
  const panel = await panelOf(words, roster.roster, channel, draft.content.excluded)
  const content: TipContent = { ...draft.content, panel: panel.map((one) => one.id) }
  const uploads = content.files.map((one) => one.upload)
  const statement: TipStatement = {
    context: 'tip',
    format: 'safehand-tip/1',
    instance,
    channel,
    nonce: toHex(dice(16)),
    thread: source.thread,
    sequence: sequenceAt(now, draft.previous?.sequence ?? -1),
    previous: draft.previous?.hash ?? null,
    roster: roster.hash,
    checkpoint: null,
    site: draft.site,
    cosigner: cosign?.fingerprint ?? null,
    content: await hashOf(content, sha256),
  }
  const tip: Tip = {
    statement,
    content,
    certificate: source.certificate,
    signature: await source.sign(statement, now),
    cosignature: cosign === undefined ? null : await cosign.sign(statement, now),
  }
  const recovery = await roster.recovery()
  const readers = await Promise.all(panel.map((one) => roster.certificateOf(one.id)))
  const envelope = await sealEnvelope(printTip(tip), recovery === null ? readers : [...readers, recovery], policy)
  return {
    envelope,
    record: await recordOf(envelope, { instance, channel, uploads, roster: version }, sha256),
    statementHash: await hashOf(statement, sha256),
    sequence: statement.sequence,
    panel,
  }
}

export interface OpenedTip {
  readonly tip: Tip
  readonly source: Certificate
  /** Hash of the signed statement. */
  readonly statementHash: string
  /** SHA-256 of the clear octets, in hexadecimal. */
  readonly clearHash: string
  /** HMAC of the session key over `safehand/commit`, in hexadecimal: tells openers who were given different texts. */
  readonly commitment: string
}

/**
 * Open a submission with a member's key and judge what is inside.
 *
 * @returns `null` when no grant is for this key
 * @throws Refusal `bad-tip` when the envelope is not the recorded one, or inside is not a sound tip of this channel
 * @throws Refusal `bad-signature` when the source's or the partner's signature does not hold
 * @throws Refusal `excluded` when the source asked that this person not see it
 * @throws Refusal `cannot-open` when a grant fits and the body does not
 */
export async function openTip(
  envelope: Envelope,
  record: SubmissionRecord,
  key: UnlockedMember,
  roster: Roster,
  now: Instant,
): Promise<OpenedTip | null> {
  await checkRecorded(envelope, record)
  const opened = await openEnvelope(envelope, key)
  if (opened === null) return null
  const tip = readClear(opened.clear)
  await checkStatement(tip, record, roster)
  checkFiles(tip, record)
  const source = await readSourceCertificate(tip.certificate).catch(() => {
    throw new Refusal('bad-tip', 'The key in this tip is not one of a source.')
  })
  await verifyStatement(tip.statement, tip.signature, source.key, now)
  await checkCosigner(tip, roster, now)
  const reader = memberOf(roster, key)
  if (reader !== null && tip.content.excluded.includes(reader.id)) throw new Refusal('excluded')
  return {
    tip,
    source,
    statementHash: await hashOf(tip.statement, sha256),
    clearHash: toHex(await sha256(opened.clear)),
    commitment: await commitmentTo(opened.sessionKey),
  }
}

/** Legible to a person who opens it with another program. */
function printTip(tip: Tip): Bytes {
  return toUtf8(`${JSON.stringify(plain(tip), null, 2)}\n`)
}

const dayMs = 86_400_000
const sequencesPerDay = 2 ** 24

/**
 * Grows from tip to tip without a counter: the day, then chance, and always above the one before. What a reply says was
 * the one before is a reviewer's word: one that no clock could have drawn yet must not stop the source from answering.
 */
function sequenceAt(now: Instant, previous: number): number {
  const today = startOf(dayOf(now)) / dayMs
  const drawn = today * sequencesPerDay + throwBelow(sequencesPerDay)
  const believed = previous < (today + 2) * sequencesPerDay
  return drawn > previous || !believed ? drawn : previous + 1 + throwBelow(256)
}

/** @throws Refusal `bad-tip` when these are not the octets that the portal's record names */
export async function checkRecorded(envelope: Envelope, record: SubmissionRecord): Promise<void> {
  const about = { instance: record.instance, channel: record.channel, uploads: record.uploads, roster: record.roster }
  const actual = await recordOf(envelope, about, sha256)
  if (actual.id !== record.id) throw new Refusal('bad-tip', 'The sealed text is not the one that was accepted.')
  if (actual.grants !== record.grants) throw new Refusal('bad-tip', 'The grants are not those that were accepted.')
}

const clearTextMax = bodyClasses[bodyClasses.length - 1] ?? 0

function readClear(clear: Bytes): Tip {
  try {
    const text = fromUtf8(clear)
    if (text === null) throw new Refusal('malformed', 'expected UTF-8')
    return readTip(parseJson(text, clearTextMax), 'tip')
  } catch (error) {
    throw new Refusal('bad-tip', error instanceof Refusal ? `This opened, but ${error.message}.` : undefined)
  }
}

async function checkStatement(tip: Tip, record: SubmissionRecord, roster: Roster): Promise<void> {
  const { statement, content } = tip
  if (statement.instance !== roster.instance || record.instance !== roster.instance) {
    throw new Refusal('bad-tip', 'This tip was signed for another portal.')
  }
  if (statement.channel !== record.channel) throw new Refusal('bad-tip', 'This tip was signed for another desk.')
  if (statement.content !== (await hashOf(content, sha256))) {
    throw new Refusal('bad-tip', 'The text is not the one that was signed.')
  }
  if ((statement.cosigner === null) !== (tip.cosignature === null)) {
    throw new Refusal('bad-signature', 'A partner is named who did not sign, or signed unnamed.')
  }
}

/** The portal must have accepted exactly the files that the source signed, and a file has at least one chunk. */
function checkFiles({ content: { files } }: Tip, { uploads }: SubmissionRecord): void {
  if (files.length !== uploads.length || files.some((one, at) => one.upload !== uploads[at])) {
    throw new Refusal('bad-tip', 'The files are not those that were accepted.')
  }
  if (files.some((one) => one.chunks.length <= one.filling)) {
    throw new Refusal('bad-tip', 'A file in this tip has no content.')
  }
}

async function checkCosigner(tip: Tip, roster: Roster, now: Instant): Promise<void> {
  if (tip.cosignature === null || tip.statement.cosigner === null) return
  for (const { role, handle, certificate } of roster.members) {
    if (role !== 'partner') continue
    const partner = await readMemberCertificate(
      certificate,
      { handle, instance: roster.instance },
      startOf(roster.issued),
    )
    if (partner.fingerprint !== tip.statement.cosigner) continue
    await verifyStatement(tip.statement, tip.cosignature, partner.key, now)
    return
  }
  throw new Refusal('bad-signature', 'The partner who is named as a signer is not on the roster.')
}

/** What whoever holds a session key can say about it without showing it. */
export async function commitmentTo(sessionKey: Bytes): Promise<string> {
  const key = await crypto.subtle.importKey('raw', sessionKey, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  return toHex(new Uint8Array(await crypto.subtle.sign('HMAC', key, toUtf8('safehand/commit'))))
}
