import {
  type FileIdentity,
  pieceBytesMax,
  type SealedChunk,
  sealChunk,
  type UploadSecrets,
  uploadSecrets,
} from '../crypto/chunk.ts'
import { sha256 } from '../crypto/digest.ts'
import { findWork } from '../crypto/work.ts'
import type { Bytes } from '../domain/bytes.ts'
import type { TipFile } from '../domain/clear/manifest.ts'
import { dayOf } from '../domain/day.ts'
import { limits } from '../domain/limits.ts'
import type { Profile } from '../domain/packet.ts'
import { Refusal } from '../domain/refusal.ts'
import {
  type ChunkHash,
  chunkClassFor,
  chunkRequestOf,
  paddedCount,
  readMissingAnswer,
  type UploadPlan,
  uploadBits,
  uploadSeed,
} from '../domain/upload.ts'
import { type Attachment, identify, mediaTypeOf, readPart, wholeHash } from './attachment.ts'
import { patiently } from './patience.ts'
import type { Portal } from './portal.ts'
import type { Turns } from './turns.ts'
import { Answered } from './wire.ts'

export interface About {
  readonly portal: Portal
  readonly words: string
  /** Shared by all files of a message. */
  readonly turns: Turns
  /** Told how many octets have arrived, and whether the portal is silent at present. */
  readonly onSent: (octets: number, waiting: boolean) => void
}

/** One file on its way. It is used once. */
export class FileUpload {
  readonly #attachment: Attachment
  readonly #identity: FileIdentity
  readonly #about: About
  readonly #pieceBytes: number
  /** Chunks of the file, and with those that fill up. */
  readonly #pieces: number
  readonly #count: number
  readonly #hashes: ChunkHash[] = []
  #arrived = 0

  constructor(attachment: Attachment, identity: FileIdentity, about: About) {
    this.#attachment = attachment
    this.#identity = identity
    this.#about = about
    this.#pieceBytes = pieceBytesMax(identity.chunkClass, identity.profile)
    this.#pieces = piecesOf(identity.size, this.#pieceBytes)
    this.#count = paddedCount(this.#pieces)
  }

  /** @throws Refusal as `Uploading.files` */
  async send(): Promise<TipFile> {
    const { portal, words, turns } = this.#about
    const secrets = await uploadSecrets(words, portal.roster.roster.instance, this.#identity)
    const plan = { upload: secrets.upload, chunkClass: this.#identity.chunkClass, count: this.#count }
    const whole = await wholeHash(this.#attachment)
    await this.#announce(plan)
    const left = await this.#missing(secrets)
    const sendNext = async (): Promise<void> => {
      for (let at = left.shift(); at !== undefined; at = left.shift()) {
        const place = at
        await turns.take(async () => await this.#sendChunk(await this.#seal(place, secrets), secrets.upload))
      }
    }
    try {
      await Promise.all(Array.from({ length: limits.chunksAtOnce }, sendNext))
    } finally {
      // When one chunk cannot be sent, the others of this try are of no use.
      left.length = 0
    }
    await this.#checkUnchanged(whole)
    const { name, version, pair, blob } = this.#attachment
    return {
      upload: secrets.upload,
      key: secrets.key,
      name,
      type: mediaTypeOf(this.#attachment),
      size: blob.size,
      sha256: whole,
      version,
      pair,
      chunks: this.#hashes,
      filling: this.#count - this.#pieces,
    }
  }

  /** Announce the upload. The same once more is nothing new; the work is done again once when it fits no longer. */
  async #announce(plan: UploadPlan): Promise<void> {
    const { portal, turns } = this.#about
    const { instance } = portal.roster.roster
    for (let attempt = 1; ; attempt++) {
      turns.check()
      const bits = uploadBits(await this.#patiently(async () => await portal.workBits()), plan.count)
      const work = await findWork(await uploadSeed(plan, instance, dayOf(portal.clock()), sha256), bits)
      try {
        await this.#patiently(async () => await portal.wire.post('/api/intake/uploads', { ...plan, work }))
        return
      } catch (trouble) {
        if (!(trouble instanceof Answered) || trouble.code !== 'no-work' || attempt > 1) throw trouble
      }
    }
  }

  /**
   * The places whose chunks have to be sent. The portal is asked for the first chunk, then for a hundred at a time, until
   * it misses one: whatever comes later is sent, and the few of it that are there already do no harm.
   */
  async #missing(secrets: UploadSecrets): Promise<number[]> {
    const places: number[] = []
    for (let from = 0; from < this.#count; ) {
      const until = Math.min(this.#count, from === 0 ? 1 : from + limits.hashesAtOnce)
      for (const at of range(from, until)) await this.#about.turns.take(async () => await this.#seal(at, secrets))
      const missing = await this.#ask(secrets.upload, this.#hashes.slice(from, until))
      places.push(...missing.map((one) => from + one))
      this.#tellArrived(until - from - missing.length)
      if (missing.length > 0) return [...places, ...range(until, this.#count)]
      from = until
    }
    return places
  }

  async #ask(upload: string, hashes: readonly ChunkHash[]): Promise<readonly number[]> {
    const { wire } = this.#about.portal
    const answer = await this.#patiently(async () => await wire.post('/api/intake/chunks/missing', { upload, hashes }))
    return readMissingAnswer(answer, 'answer').missing
  }

  /** @throws Refusal `file-changed` when this place was sealed before and is another now */
  async #seal(at: number, secrets: UploadSecrets): Promise<SealedChunk> {
    const sealed = await sealChunk(await this.#piece(at), at, secrets, this.#identity)
    const before = this.#hashes[at]
    if (before !== undefined && before !== sealed.hash) throw new Refusal('file-changed')
    this.#hashes[at] = sealed.hash
    return sealed
  }

  async #piece(at: number): Promise<Bytes> {
    if (at >= this.#pieces) return new Uint8Array(0)
    const from = at * this.#pieceBytes
    return await readPart(this.#attachment.blob, from, Math.min(this.#identity.size, from + this.#pieceBytes))
  }

  async #sendChunk({ chunk, hash }: SealedChunk, upload: string): Promise<void> {
    const { portal, turns } = this.#about
    const octets = chunkRequestOf({ upload, hash, chunk })
    await this.#patiently(async () => {
      try {
        await portal.wire.postOctets('/api/intake/chunks', octets, turns.signal)
      } catch (trouble) {
        // What was damaged on its way goes again, like what was lost on it.
        throw trouble instanceof Answered && trouble.code === 'chunk-damaged' ? new Refusal('try-again') : trouble
      }
    })
    this.#tellArrived(1)
  }

  #tellArrived(chunks: number): void {
    this.#arrived += chunks
    this.#about.onSent(this.#arrived * this.#identity.chunkClass, false)
  }

  /** A dead line is waited for some minutes; whoever stops meanwhile is heard. */
  async #patiently<T>(act: () => Promise<T>): Promise<T> {
    const { portal, turns, onSent } = this.#about
    return await patiently(
      async () => {
        turns.check()
        return await act()
      },
      {
        pause: async (milliseconds) => {
          await Promise.race([portal.pause(milliseconds), stopped(turns.signal)])
        },
        onWait: () => onSent(this.#arrived * this.#identity.chunkClass, true),
        attemptsMax: limits.chunkAttemptsMax,
        longestPauseMs: limits.longestPauseMs,
      },
    )
  }

  /** A file that was written to in between would arrive as a mixture. */
  async #checkUnchanged(whole: string | null): Promise<void> {
    const { blob } = this.#attachment
    const { first, last } = await identify(blob, this.#identity.profile)
    const same = first === this.#identity.first && last === this.#identity.last
    if (!same || whole !== (await wholeHash(this.#attachment))) throw new Refusal('file-changed')
  }
}

/** Octets that a file takes on the line, what fills up included. */
export function sentBytesOf(size: number, profile: Profile): number {
  const chunkClass = chunkClassFor(size)
  return paddedCount(piecesOf(size, pieceBytesMax(chunkClass, profile))) * chunkClass
}

/** A file of nothing has one piece of nothing. */
function piecesOf(size: number, pieceBytes: number): number {
  return Math.max(1, Math.ceil(size / pieceBytes))
}

function range(from: number, until: number): number[] {
  return Array.from({ length: until - from }, (_, at) => from + at)
}

async function stopped(signal: AbortSignal): Promise<void> {
  await new Promise<void>((go) => signal.addEventListener('abort', () => go(), { once: true }))
}
