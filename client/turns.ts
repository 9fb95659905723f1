import { Refusal } from '../domain/refusal.ts'

/** So many at once, all of whom can be told to wait, or to stop for good. */
export class Turns {
  readonly #stopping = new AbortController()
  #free: number
  #paused = false
  #waiting: (() => void)[] = []

  constructor(atOnce: number) {
    this.#free = atOnce
  }

  /** Fires when they are told to stop: for what is on the line at that moment. */
  get signal(): AbortSignal {
    return this.#stopping.signal
  }

  /** Do something when it is one's turn. @throws Refusal `stopped` */
  async take<T>(act: () => Promise<T>): Promise<T> {
    while (this.#paused || this.#free === 0) {
      this.check()
      await new Promise<void>((go) => this.#waiting.push(go))
    }
    this.check()
    this.#free--
    try {
      return await act()
    } finally {
      this.#free++
      this.#wake()
    }
  }

  /** @throws Refusal `stopped` once they were told to */
  check(): void {
    if (this.#stopping.signal.aborted) throw new Refusal('stopped')
  }

  pause(): void {
    this.#paused = true
  }

  resume(): void {
    this.#paused = false
    this.#wake()
  }

  stop(): void {
    this.#stopping.abort()
    this.#wake()
  }

  /** Everybody looks again whether it is their turn; there are only a few. */
  #wake(): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const go of waiting) go()
  }
}
