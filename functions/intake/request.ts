import type { Bytes } from '../../domain/bytes.ts'
import * as f from '../../domain/fields.ts'
import { readChannelId } from '../../domain/journal.ts'
import { limits } from '../../domain/limits.ts'
import type { ChannelId } from '../../domain/record.ts'
import { Refusal } from '../../domain/refusal.ts'
import { jsonOf, readExactly } from '../../domain/request.ts'
import { bodyClasses, grantBytes, submissionRequestBytes } from '../../domain/sizes.ts'
import { readWork, type Work } from '../../domain/work.ts'

/** What a source sends. */
export interface SubmissionRequest {
  readonly channel: ChannelId
  /** The version of the roster that it was sealed for. */
  readonly roster: number
  readonly envelope: Bytes
  readonly uploads: readonly string[]
  readonly work: Work
  /** Octets of the whole request. */
  readonly length: number
}

const largestBody = bodyClasses[bodyClasses.length - 1] ?? 0

const readFields = f.object<Omit<SubmissionRequest, 'length'>>({
  channel: readChannelId,
  roster: f.integer(1, 2 ** 31),
  envelope: f.octets({ max: limits.grantsMax * grantBytes + largestBody }),
  uploads: (value, path) => {
    const uploads = f.list(f.hex(32), limits.uploadsMax)(value, path)
    if (new Set(uploads).size !== uploads.length) throw new Refusal('malformed', `${path}: an upload stands twice`)
    return uploads
  },
  work: readWork,
})

/**
 * A submission request, which has one of three exact lengths.
 *
 * @throws Refusal `too-large`, `wrong-size`, `malformed`
 */
export async function readSubmission(body: AsyncIterable<Uint8Array> | null): Promise<SubmissionRequest> {
  const octets = await readExactly(body, bodyClasses.map(submissionRequestBytes))
  return { ...readFields(jsonOf(octets), 'submission'), length: octets.length }
}
