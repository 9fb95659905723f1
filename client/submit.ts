import { sha256 } from '../crypto/digest.ts'
import type { UnlockedMember } from '../crypto/member.ts'
import { verifyReceipt } from '../crypto/receipt.ts'
import { sealTip } from '../crypto/tip.ts'
import type { TrustedRoster } from '../crypto/verify/roster.ts'
import { findWork } from '../crypto/work.ts'
import { concat } from '../domain/bytes.ts'
import type { TipFile } from '../domain/clear/manifest.ts'
import { dayOf } from '../domain/day.ts'
import { type Receipt, readReceipt } from '../domain/receipt.ts'
import { type ChannelId, hashOf, type SubmissionId } from '../domain/record.ts'
import { Refusal } from '../domain/refusal.ts'
import type { MemberId } from '../domain/roster.ts'
import { bodyClasses, classOf, submissionRequestBytes } from '../domain/sizes.ts'
import { type Work, workSeed } from '../domain/work.ts'
import { patiently } from './patience.ts'
import type { Portal } from './portal.ts'
import { Answered } from './wire.ts'

/** What a source wrote, before anything is sealed. */
export interface Draft {
  readonly channel: ChannelId
  readonly narrative: string
  readonly answers: Readonly<Record<string, string>>
  readonly language: string | null
  /** Who must not see it, by member id. */
  readonly excluded: readonly MemberId[]
  /** Files that were uploaded for it. Left out: none. */
  readonly files?: readonly TipFile[]
}

/** A tip that was sent before: what a follow-up names as the one that it follows. */
export interface LastTip {
  readonly sequence: number
  readonly hash: string
}

/** What the client is doing, for a progress bar. `waiting`: the portal did not answer; the same envelope goes again. */
export type Step = 'sealing' | 'working' | 'sending' | 'waiting'

export interface Sent {
  readonly receipt: Receipt
  readonly submission: SubmissionId
  readonly statementHash: string
  readonly sequence: number
  /** Whom it was really sealed to. */
  readonly panel: readonly MemberId[]
}

export interface Extras {
  readonly previous?: LastTip | null
  /** A partner's key that signs too. */
  readonly cosign?: UnlockedMember
  readonly onStep?: (step: Step) => void
}

/** A sealed tip on its way. It holds the words, so it must go when the page goes. */
export interface Attempt {
  /**
   * Send it. May be called again after a refusal: what was sealed is sent again, so the same tip never arrives twice.
   * Seals anew only when it must: once for a changed roster, once for a copy that was changed on its way.
   *
   * @throws Refusal `try-again` when the portal stays silent; `bad-receipt`; `roster-expired`; every other code of
   *   intake
   */
  send(onStep?: (step: Step) => void): Promise<Sent>
}

/**
 * Seal a draft.
 *
 * @throws Refusal `too-large`, `wrong-passphrase`, `unknown-channel`, `roster-expired`
 * @throws Refusal `excluded` when nobody of the channel is left to seal to
 * @throws Refusal `not-allowed` when the cosigner is not a partner on the roster
 */
export async function prepare(portal: Portal, draft: Draft, words: string, extras: Extras = {}): Promise<Attempt> {
  const seal = async (): Promise<Sealed> => {
    extras.onStep?.('sealing')
    return await sealed(portal, draft, words, extras)
  }
  return new SealedAttempt(portal, seal, await seal())
}

/** Seal and send. @throws Refusal as `prepare` and `Attempt.send` */
export async function submit(portal: Portal, draft: Draft, words: string, extras: Extras = {}): Promise<Sent> {
  const attempt = await prepare(portal, draft, words, extras)
  return await attempt.send(extras.onStep)
}

type Sealed = Awaited<ReturnType<typeof sealTip>> & { readonly roster: TrustedRoster; readonly recordHash: string }

async function sealed(portal: Portal, draft: Draft, words: string, extras: Extras): Promise<Sealed> {
  const roster = portal.rosterForSealing()
  const { channel, files = [], ...content } = draft
  if (!roster.roster.channels.some((one) => one.id === channel)) throw new Refusal('unknown-channel')
  const tip = await sealTip({
    content: { ...content, files },
    channel,
    roster,
    words,
    now: portal.clock(),
    previous: extras.previous ?? null,
    site: portal.site,
    ...(extras.cosign === undefined ? {} : { cosign: extras.cosign }),
  })
  return { ...tip, roster, recordHash: await hashOf(tip.record, sha256) }
}

class SealedAttempt implements Attempt {
  readonly #portal: Portal
  readonly #seal: () => Promise<Sealed>
  #sealed: Sealed
  #work: Work | null = null

  constructor(portal: Portal, seal: () => Promise<Sealed>, first: Sealed) {
    this.#portal = portal
    this.#seal = seal
    this.#sealed = first
  }

  async send(onStep?: (step: Step) => void): Promise<Sent> {
    const mended = new Set<string>()
    for (;;) {
      try {
        return await this.#deliver(onStep)
      } catch (trouble) {
        // Each of these is put right once; a portal that says it a second time is believed.
        if (!(trouble instanceof Answered) || mended.has(trouble.code)) throw trouble
        mended.add(trouble.code)
        await this.#mend(trouble)
      }
    }
  }

  async #mend(trouble: Answered): Promise<void> {
    switch (trouble.code) {
      case 'roster-changed':
        if (trouble.roster === null) throw trouble
        await this.#portal.adopt(trouble.roster)
        break
      case 'body-known':
        break
      case 'no-work': // Found for a day that is over, or for fewer bits than are asked for now.
        this.#work = null
        return
      default:
        throw trouble
    }
    this.#sealed = await this.#seal()
    this.#work = null
  }

  async #deliver(onStep?: (step: Step) => void): Promise<Sent> {
    const { envelope, record, recordHash, roster, statementHash, sequence, panel } = this.#sealed
    const { wire, clock, pause } = this.#portal
    const onWait = (): void => onStep?.('waiting')
    if (this.#work === null) {
      onStep?.('working')
      const bits = await patiently(async () => await this.#portal.workBits(), { pause, onWait })
      this.#work = await findWork(await workSeed(roster.hash, dayOf(clock()), recordHash, sha256), bits)
    }
    const request = {
      channel: record.channel,
      roster: record.roster,
      envelope: concat(...envelope.grants, envelope.body),
      uploads: record.uploads,
      work: this.#work,
    }
    const bodyClass = classOf(bodyClasses, envelope.body.length)
    if (bodyClass === null) throw new Refusal('too-large')
    const octets = submissionRequestBytes(bodyClass)
    const answer = await patiently(
      async () => {
        onStep?.('sending')
        return await wire.post('/api/intake/submissions', request, { octets })
      },
      { pause, onWait },
    )
    const receipt = receiptOf(answer)
    const { instance, keys } = roster.roster
    await verifyReceipt(receipt, { instance, recordHash, receiptKey: keys.receipt, today: dayOf(clock()) })
    return { receipt, submission: record.id, statementHash, sequence, panel: panel.map((one) => one.id) }
  }
}

function receiptOf(answer: unknown): Receipt {
  try {
    return readReceipt((answer as { receipt?: unknown } | null)?.receipt, 'receipt')
  } catch {
    throw new Refusal('bad-receipt')
  }
}
