import type { Day } from '../../domain/day.ts'
import type { FeedPage, Place } from '../../domain/feed.ts'
import type { ChannelId } from '../../domain/record.ts'

export interface Feeds {
  /**
   * What a feed holds after a place, in order, with content opened at rest. An unknown feed is an empty one. What has
   * expired by `today`, or whose key was destroyed, is `gone`. Ends early after `bytesMax` octets of content, but
   * never before the first row.
   */
  list(channel: ChannelId, after: Place, today: Day, bytesMax: number): Promise<FeedPage>
}

export interface Sequencer {
  /**
   * Give the next waiting outbox rows their places, a bounded batch in one transaction.
   * Two sequencers at once, or one killed anywhere, leave dense feeds in which everything stands once.
   *
   * @returns how many rows were placed; 0 when nothing waits or another sequencer was faster
   */
  sequence(): Promise<number>
}
