import type { Bytes } from '../bytes.ts'
import * as f from '../fields.ts'
import { limits } from '../limits.ts'
import { type ChannelId, channelForm } from '../record.ts'
import type { MemberId } from '../roster.ts'
import { readTipFile, type TipFile } from './manifest.ts'

/**
 * The clear tip. This folder exists in clients only: an import rule keeps every function away from it, through any
 * chain of imports.
 */
export interface TipContent {
  readonly narrative: string
  /** Answers to the questions of the form, by question id. */
  readonly answers: Readonly<Record<string, string>>
  /** Language tag of the narrative, when the source said it. */
  readonly language: string | null
  /** People on the roster who must not see this, by immutable id. */
  readonly excluded: readonly MemberId[]
  /** Whom the client really sealed to. */
  readonly panel: readonly MemberId[]
  /** Files that came with it, in the order of the uploads that the submission names. */
  readonly files: readonly TipFile[]
}

/** What the source signs: the content, where it was sent, and its place in the conversation. */
export interface TipStatement {
  readonly context: 'tip'
  readonly format: 'safehand-tip/1'
  readonly instance: string
  readonly channel: ChannelId
  /** 16 random octets: a second tip with the same nonce is a copy. */
  readonly nonce: string
  /** 32 octets, the same in every tip of one source. Nobody but the source and the openers knows it. */
  readonly thread: string
  /** Grows with every tip: the day's number times 2^24, plus chance. A returning source keeps no counter. */
  readonly sequence: number
  /** Hash of the statement of the tip before, when the client knows it. */
  readonly previous: string | null
  /** Hashes of the roster, the ledger checkpoint and the site manifest that the client saw. */
  readonly roster: string
  readonly checkpoint: string | null
  readonly site: string | null
  /** Fingerprint of a partner's key that signs too. */
  readonly cosigner: string | null
  /** Hash of the content, files included. */
  readonly content: string
}

/** The document that is sealed. */
export interface Tip {
  readonly statement: TipStatement
  readonly content: TipContent
  /** The source's certificate, pinned by the desk at first sight. */
  readonly certificate: Bytes
  readonly signature: Bytes
  readonly cosignature: Bytes | null
}

const memberId = f.hex(8)

export const readTipContent: f.Read<TipContent> = f.object<TipContent>({
  narrative: f.text(limits.narrativeLengthMax, 1),
  answers: f.dictionary(/^[a-z][a-z0-9-]{0,40}$/, f.text(limits.answerLengthMax), limits.answersMax),
  language: f.nullable(f.form(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'a language tag')),
  excluded: f.list(memberId, limits.excludedMax),
  panel: f.list(memberId, limits.grantsMax),
  files: f.list(readTipFile, limits.uploadsMax),
})

export const readTipStatement: f.Read<TipStatement> = f.object<TipStatement>({
  context: f.exactly('tip'),
  format: f.exactly('safehand-tip/1'),
  instance: f.hex(16),
  channel: f.form(channelForm, 'a channel id'),
  nonce: f.hex(16),
  thread: f.hex(32),
  sequence: f.integer(0, Number.MAX_SAFE_INTEGER),
  previous: f.nullable(f.hex(32)),
  roster: f.hex(32),
  checkpoint: f.nullable(f.hex(32)),
  site: f.nullable(f.hex(32)),
  cosigner: f.nullable(f.form(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/, 'a fingerprint')),
  content: f.hex(32),
})

export const readTip: f.Read<Tip> = f.object<Tip>({
  statement: readTipStatement,
  content: readTipContent,
  certificate: f.octets({ max: limits.certificateBytesMax }),
  signature: f.octets({ max: 2048 }),
  cosignature: f.nullable(f.octets({ max: 2048 })),
})
