import { type Attachment, keptName, neutralName } from '../../../client/attachment.ts'
import { sha256 } from '../../../crypto/digest.ts'
import { toHex } from '../../../domain/bytes.ts'
import { limits } from '../../../domain/limits.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { examine } from '../metadata/examine.ts'
import type { WantedFile } from '../protocol.ts'

/**
 * What goes to the portal for these files: cleaned copies are made now. A copy names the SHA-256 of its original whether
 * that goes along or not, so that whoever has the original can show later that they belong together.
 *
 * @throws Refusal `file-changed` when a file cannot be read, or cannot be cleaned any more
 */
export async function attachmentsOf(wanted: readonly WantedFile[]): Promise<readonly Attachment[]> {
  const attachments: Attachment[] = []
  for (const [at, one] of wanted.entries()) attachments.push(...(await attachmentsOfOne(one, at + 1)))
  return attachments
}

async function attachmentsOfOne({ file, versions, keepsName }: WantedFile, number: number): Promise<Attachment[]> {
  const name = (keepsName ? keptName : neutralName)(file.name, number)
  const common = { name, type: file.type }
  if (versions === 'original') return [{ ...common, blob: file, version: 'original', pair: null }]
  const { cleaned } = await examine(file).catch(unreadable)
  if (cleaned === null) throw new Refusal('file-changed')
  const [ofOriginal, ofCleaned] = [await hashOf(file), await hashOf(cleaned)]
  const copy = known({ ...common, blob: cleaned, version: 'cleaned', pair: ofOriginal }, ofCleaned)
  if (versions === 'cleaned') return [copy]
  const original: Attachment = {
    ...common,
    name: keptName(`original-${name}`, number),
    blob: file,
    version: 'original',
    pair: ofCleaned,
  }
  return [copy, known(original, ofOriginal)]
}

function known(attachment: Attachment, hash: string | null): Attachment {
  return hash === null ? attachment : { ...attachment, sha256: hash }
}

async function hashOf(blob: Blob): Promise<string | null> {
  if (blob.size > limits.wholeHashBytesMax) return null
  const octets = await blob.arrayBuffer().catch(unreadable)
  return toHex(await sha256(new Uint8Array(octets)))
}

function unreadable(): never {
  throw new Refusal('file-changed')
}
