import type { Day } from '../../domain/day.ts'

/** A roster as published: the JSON text, and when it took force. */
export interface KeptRoster {
  readonly version: number
  readonly json: string
  readonly day: Day
}

export interface Rosters {
  /**
   * Keep the next version. The same text twice is one act.
   *
   * @throws Refusal `roster-rolled-back` when this version is not the one after the newest
   */
  keep(roster: KeptRoster): Promise<void>
  /** The newest version, published or not; `null` before the first. */
  newest(): Promise<KeptRoster | null>
  find(version: number): Promise<KeptRoster | null>
  /** Say that a version stands in the public files, so that intake may switch to it. Only ever grows. */
  markPublished(version: number): Promise<void>
  /** The newest version that stands in the public files. */
  published(): Promise<KeptRoster | null>
}
