import type { Day } from '../../domain/day.ts'
import type { RosterFile } from '../../domain/roster.ts'

/** A published roster, parsed. */
export interface RosterInForce {
  readonly file: RosterFile
  /** Hash of its document. */
  readonly hash: string
  /** The day from which it was kept. */
  readonly day: Day
}

/** The rosters by which requests are judged: those that stand in the public files. */
export interface RostersInForce {
  /** The newest published version; `null` before the first. */
  newest(): Promise<RosterInForce | null>
  /** Another published version, or `null`. */
  find(version: number): Promise<RosterInForce | null>
}
