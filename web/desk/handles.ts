import type { BookedCase } from '../../client/desk/case-book.ts'
import type { Portal } from '../../client/portal.ts'
import type { MemberId } from '../../domain/roster.ts'

/** Handles by member. Who left the roster still stands in journals, and earlier rosters name them. */
export class Handles {
  readonly #known = new Map<MemberId, string>()

  /** Learn whoever these cases name. @throws Refusal as `Portal.earlierRosters` */
  async learn(portal: Portal, cases: readonly BookedCase[]): Promise<void> {
    this.#take(portal.rosters)
    const named = cases.flatMap(({ folded }) => [...folded.members, ...folded.history.map((one) => one.member)])
    if (named.some((one) => !this.#known.has(one))) this.#take(await portal.earlierRosters())
  }

  /** The handle of a member, or its id while nobody knows the handle. */
  of(member: MemberId): string {
    return this.#known.get(member) ?? member
  }

  #take(rosters: Portal['rosters']): void {
    for (const { roster } of rosters) {
      for (const { id, handle } of roster.members) if (!this.#known.has(id)) this.#known.set(id, handle)
    }
  }
}
