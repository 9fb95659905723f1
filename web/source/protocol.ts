import type { UploadProgress } from '../../client/upload.ts'
import type { CaseState } from '../../domain/clear/case.ts'
import type { RefusalCode } from '../../domain/refusal.ts'
import type { MemberId } from '../../domain/roster.ts'
import type { Examined } from './metadata/findings.ts'

/**
 * What the page and its worker say to each other. The worker speaks with the portal, seals and opens; the page shows.
 * The words of a new source are made in the worker and cross once, when they are to be shown.
 */
export interface Asks {
  /** Verify the roster and begin to fetch the live drops, as every visit does. */
  readonly connect: { readonly ask: Trusting; readonly answer: PortalView }
  /**
   * Seal and send. The same draft again, after a refusal, sends the same envelope: nothing arrives twice.
   * A follow-up goes out under the words of the last `read`.
   */
  readonly send: {
    /** `language`: the tag of the page's language, for whoever answers. It is sealed with the rest. */
    readonly ask: { readonly draft: DraftView; readonly followUp: boolean; readonly language: string }
    readonly answer: SentView
  }
  /** Look into a file: what it betrays, and whether there can be a copy without it. */
  readonly inspect: { readonly ask: { readonly file: File }; readonly answer: FileView }
  /** Hold, go on with, or stop the files that are on their way. Stopping refuses the sending with `stopped`. */
  readonly steer: { readonly ask: 'pause' | 'resume' | 'stop'; readonly answer: null }
  /** Check twelve typed words, and read what was written to their owner. */
  readonly read: { readonly ask: { readonly typed: string }; readonly answer: ConversationView }
  /** Forget words, drafts and envelopes. */
  readonly forget: { readonly ask: null; readonly answer: null }
}

export type AskName = keyof Asks

export type ToWorker = {
  [N in AskName]: { readonly id: number; readonly name: N; readonly ask: Asks[N]['ask'] }
}[AskName]

export type FromWorker =
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Asks[AskName]['answer'] }
  | { readonly kind: 'refusal'; readonly id: number; readonly refusal: Refused }
  | { readonly kind: 'step'; readonly step: SendStep }
  | { readonly kind: 'progress'; readonly progress: UploadProgress }

/** `waiting`: the portal did not answer, and the same envelope goes again. */
export type SendStep = 'sealing' | 'working' | 'sending' | 'waiting'

/** `bug` stands for everything that nobody expected; its own text is shown to nobody. */
export interface Refused {
  readonly code: RefusalCode | 'bug'
  readonly says: string
}

/** What the site was built to trust. */
export interface Trusting {
  readonly origin: string
  readonly pin: string
  readonly minimumVersion: number
}

export interface PortalView {
  readonly organisation: string
  readonly channels: readonly ChannelView[]
  /** Whether every tip is also sealed to an offline recovery key. */
  readonly recovery: boolean
  /** Whether tips can be sealed today; not while the roster has expired. */
  readonly open: boolean
}

export interface ChannelView {
  readonly id: string
  /** Names by language tag; `en` always. */
  readonly names: Readonly<Record<string, string>>
  readonly reviewers: readonly { readonly id: MemberId; readonly handle: string }[]
}

export interface DraftView {
  readonly channel: string
  readonly narrative: string
  readonly answers: Readonly<Record<string, string>>
  readonly excluded: readonly MemberId[]
  readonly files: readonly WantedFile[]
}

/** What a file betrays. The copy itself is made anew when it is sent, so that memory does not hold it until then. */
export type FileView = Omit<Examined, 'cleaned'>

/** A file as it is to be sent. */
export interface WantedFile {
  /** A number that no other file of this page has. */
  readonly id: number
  readonly file: File
  readonly versions: 'cleaned' | 'original' | 'both'
  /** Whether reviewers see its own name; otherwise it is called by its place. */
  readonly keepsName: boolean
}

export interface SentView {
  /** The twelve words; empty after a follow-up, whose sender has them. */
  readonly words: readonly string[]
  /** The receipt as JSON. */
  readonly receipt: string
}

export interface ConversationView {
  /** Replies and gaps, by member and number. */
  readonly letters: readonly LetterView[]
  /** Pieces that opened but were not sound, and are not shown. */
  readonly unsound: number
  /** What a follow-up has to keep to; `null` when no reply opened, so that it must be asked again. */
  readonly known: { readonly excluded: readonly MemberId[]; readonly channels: readonly string[] } | null
}

export type LetterView =
  | {
      readonly kind: 'reply'
      readonly from: string
      readonly sequence: number
      readonly text: string
      readonly state: CaseState | null
    }
  | { readonly kind: 'missing'; readonly from: string; readonly sequence: number }
