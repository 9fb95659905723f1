import type { Bytes } from '../../domain/bytes.ts'
import type { Day } from '../../domain/day.ts'
import type { ChunkHash, ChunkRequest, ChunkWanted, UploadId, UploadPlan } from '../../domain/upload.ts'

/** An upload that was paid for with work. */
export interface Announced {
  readonly plan: UploadPlan
  readonly day: Day
  /** The last day on which it can still be claimed by a submission. */
  readonly expires: Day
}

/** Files on their way. All that is known of one is its plan, and which chunks have come. */
export interface Uploads {
  /**
   * Open an upload. The same plan twice is one act.
   *
   * @returns whether it is new
   * @throws Refusal `upload-known` when it was opened by another plan or belongs to a submission by now,
   *   `upload-unknown` when its time is over
   */
  open(what: Announced): Promise<boolean>
  /**
   * Which of these chunks have not come, as places in the list. Only rows are looked at.
   *
   * @throws Refusal `upload-unknown` when it was never opened, or its time is over
   */
  missing(upload: UploadId, hashes: readonly ChunkHash[], today: Day): Promise<readonly number[]>
  /**
   * Keep a chunk whose hash was checked. In any order; the same chunk twice is one act.
   *
   * @throws Refusal `upload-unknown` as above, `wrong-size` when it is not of the class of its upload, `upload-full`
   *   when as many others have come as were announced
   */
  keep(chunk: ChunkRequest, today: Day): Promise<void>
}

/** Chunks as reviewers read them. */
export interface Chunks {
  /** The chunk with these names, opened at rest; `null` when there is none, or its time is over. */
  find(wanted: ChunkWanted, today: Day): Promise<Bytes | null>
}
