import type { FileIdentity } from '../crypto/chunk.ts'
import type { TipFile } from '../domain/clear/manifest.ts'
import { limits } from '../domain/limits.ts'
import { Refusal, type RefusalCode } from '../domain/refusal.ts'
import { type Attachment, checkAttachments, identify } from './attachment.ts'
import { FileUpload, sentBytesOf } from './file-upload.ts'
import type { Portal } from './portal.ts'
import { Turns } from './turns.ts'

/** How far it is, in octets as they go over the line, what fills up included. */
export interface UploadProgress {
  readonly sent: number
  readonly total: number
  /** The same for each file, in the order of the attachments. */
  readonly files: readonly { readonly sent: number; readonly total: number }[]
  /** The portal does not answer at present; it is tried again. */
  readonly waiting: boolean
}

/** Files on their way. */
export interface Uploading {
  /**
   * What the tip says of them, once all have arrived. After a refusal the same call with the same words and files goes on
   * where this one stopped.
   *
   * @throws Refusal `file-changed`, `stopped`, `try-again` after minutes of silence, and every code of the intake's uploads
   */
  readonly files: Promise<readonly TipFile[]>
  /** Send nothing new until `resume`. */
  pause(): void
  resume(): void
  cancel(): void
}

/**
 * Seal files and send them, chunk by chunk, a few side by side. Memory holds those few chunks and nothing more, however
 * large a file is. What already arrived, in this page or before it was closed, is not sent again.
 *
 * @param words the source's passphrase: the keys of the files follow from it and from the files
 * @throws Refusal `too-many-files`, `file-too-large`, `malformed`, at once
 */
export function upload(
  portal: Portal,
  words: string,
  attachments: readonly Attachment[],
  onProgress?: (progress: UploadProgress) => void,
): Uploading {
  checkAttachments(attachments)
  const turns = new Turns(limits.chunksAtOnce)
  const { profile } = portal.roster.roster.policy
  const files = attachments.map(({ blob }) => ({ sent: 0, total: sentBytesOf(blob.size, profile) }))
  const tell = (waiting: boolean): void => {
    const sum = (key: 'sent' | 'total'): number => files.reduce((so, one) => so + one[key], 0)
    onProgress?.({ sent: sum('sent'), total: sum('total'), files: files.map((one) => ({ ...one })), waiting })
  }
  const sendOne = async (identity: Omit<FileIdentity, 'round'>, at: number): Promise<TipFile> => {
    const attachment = attachments[at]
    const file = files[at]
    if (attachment === undefined || file === undefined) throw new Refusal('file-changed')
    const onSent = (sent: number, waiting: boolean): void => {
      file.sent = sent
      tell(waiting)
    }
    return await anew(async (round) => {
      const about = { portal, words, turns, onSent }
      return await new FileUpload(attachment, { ...identity, round }, about).send()
    })
  }
  const sendAll = async (): Promise<readonly TipFile[]> => {
    const identities = await identifyAll(attachments, profile)
    const left = [...identities.entries()]
    const arrived: TipFile[] = []
    const sendNext = async (): Promise<void> => {
      for (let next = left.shift(); next !== undefined; next = left.shift()) {
        const [at, identity] = next
        arrived[at] = await sendOne(identity, at)
      }
    }
    try {
      await Promise.all(Array.from({ length: limits.filesAtOnce }, sendNext))
    } catch (trouble) {
      // The first trouble of one file stops the others: nothing of them is needed then.
      turns.stop()
      throw trouble
    }
    return arrived
  }
  return {
    files: sendAll(),
    pause: () => turns.pause(),
    resume: () => turns.resume(),
    cancel: () => turns.stop(),
  }
}

/**
 * Under another key when this one is spent: an earlier message has the file already, its time is over, or half of
 * something that looked the same came before.
 */
async function anew<T>(send: (round: number) => Promise<T>): Promise<T> {
  for (let round = 0; ; round++) {
    try {
      return await send(round)
    } catch (trouble) {
      const isSpent = trouble instanceof Refusal && spent.has(trouble.code)
      if (!isSpent || round + 1 >= limits.uploadRounds) throw trouble
    }
  }
}

const spent: ReadonlySet<RefusalCode> = new Set(['upload-known', 'upload-full', 'upload-unknown'])

/** Files that look the same are counted, so that each has a key of its own. */
async function identifyAll(
  attachments: readonly Attachment[],
  profile: FileIdentity['profile'],
): Promise<Omit<FileIdentity, 'round'>[]> {
  const seen = new Map<string, number>()
  const identities: Omit<FileIdentity, 'round'>[] = []
  for (const { blob } of attachments) {
    const identity = await identify(blob, profile)
    const look = Object.values(identity).join(' ')
    const copy = seen.get(look) ?? 0
    seen.set(look, copy + 1)
    identities.push({ ...identity, copy })
  }
  return identities
}
