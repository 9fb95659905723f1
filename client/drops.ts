import type { Bytes } from '../domain/bytes.ts'
import { dropBytes, readDropIndex, splitDrop } from '../domain/drop.ts'
import * as f from '../domain/fields.ts'
import { limits } from '../domain/limits.ts'
import { patiently } from './patience.ts'
import type { Portal } from './portal.ts'

/**
 * Every live drop, fetched by every visitor alike: whoever only reads the page fetches the same as whoever returns
 * for a reply. Nothing that a person types starts or stops a request here.
 */
export class LiveDrops {
  readonly #portal: Portal
  readonly #drops = new Map<number, Bytes>()
  #whole: Promise<void> | null = null
  #looking: 'not yet' | 'yes' | 'no more' = 'not yet'

  constructor(portal: Portal) {
    this.#portal = portal
  }

  /** Begin to fetch, and look for new drops at fixed times from then on until `stop`. */
  start(): void {
    if (this.#looking !== 'not yet') return
    this.#looking = 'yes'
    this.#whole ??= this.#fetchLive()
    void this.#keepLooking()
  }

  stop(): void {
    this.#looking = 'no more'
  }

  /**
   * All slots of all live drops, once they are here.
   *
   * @throws Refusal `try-again`; a later call tries again, but where `start` was called only the next look does: a
   *   portal that breaks off the drops on purpose must not learn from what follows that somebody waits for a reply
   */
  async slots(): Promise<readonly Bytes[]> {
    this.#whole ??= this.#fetchLive()
    try {
      await this.#whole
    } catch (trouble) {
      if (this.#looking === 'not yet') this.#whole = null
      throw trouble
    }
    return [...this.#drops.values()].flatMap(splitDrop)
  }

  async #keepLooking(): Promise<void> {
    await this.#whole?.catch(() => {})
    for (;;) {
      await this.#portal.pause(limits.dropsLookMs)
      if (this.#looking === 'no more') return
      const looked = this.#fetchLive()
      await looked.then(
        () => {
          this.#whole = looked
        },
        () => {}, // What is here stays here; the next look comes at its time.
      )
    }
  }

  async #fetchLive(): Promise<void> {
    const { wire, pause, roster } = this.#portal
    const text = await patiently(async () => await wire.text('/drops/index.json', 2048), { pause })
    const { first, next } = readDropIndex(f.parseJson(text, 2048), 'drops')
    const oldest = Math.max(first, next - Math.min(limits.liveDropsMax, roster.roster.policy.liveDrops))
    for (const number of this.#drops.keys()) if (number < oldest) this.#drops.delete(number)
    const wanted: number[] = []
    for (let number = oldest; number < next; number++) if (!this.#drops.has(number)) wanted.push(number)
    const fetchOne = async (): Promise<void> => {
      for (let number = wanted.shift(); number !== undefined; number = wanted.shift()) {
        const path = `/drops/${number}`
        this.#drops.set(number, await patiently(async () => await wire.octets(path, dropBytes), { pause }))
      }
    }
    await Promise.all(Array.from({ length: limits.dropsAtOnce }, fetchOne))
  }
}
