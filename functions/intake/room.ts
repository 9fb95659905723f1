import type { Day } from '../../domain/day.ts'

/**
 * Room for files on a day, counted in the memory of one process: when a file is announced, all of it counts, so what was
 * begun can be finished. It is an estimate that starts anew with the process and holds for each of several apart; a
 * row in the database would be written by everybody and be the first thing that a flood stops.
 */
export class DailyRoom {
  readonly #octetsMax: number
  #day: Day | null = null
  #taken = 0

  /** @param octetsMax octets of files that a day takes; 0 when none are taken at all */
  constructor(octetsMax: number) {
    this.#octetsMax = octetsMax
  }

  /** Whether the operator takes files. */
  get isOpen(): boolean {
    return this.#octetsMax > 0
  }

  has(octets: number, today: Day): boolean {
    return (this.#day === today ? this.#taken : 0) + octets <= this.#octetsMax
  }

  take(octets: number, today: Day): void {
    this.#taken = (this.#day === today ? this.#taken : 0) + octets
    this.#day = today
  }
}
