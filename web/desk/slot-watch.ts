import type { DeskSession } from '../../client/desk/session.ts'
import type { Portal } from '../../client/portal.ts'
import { type Bytes, toBase64Url } from '../../domain/bytes.ts'
import { dropBytes, readDropIndex, slotsPerDrop, splitDrop } from '../../domain/drop.ts'
import * as f from '../../domain/fields.ts'
import { limits } from '../../domain/limits.ts'
import { grantBytes, slotBytes } from '../../domain/sizes.ts'

/**
 * Follows the slots that this desk posts until they stand in public drops. It reads the same files as everybody, so
 * the portal learns nothing from it; it forgets with the worker.
 */
export class SlotWatch {
  readonly #portal: Portal
  /** Slots that were not seen in a drop yet, by the hash of the reply they belong to. */
  readonly #waiting = new Map<string, Set<string>>()
  readonly #published = new Set<string>()
  #collected: Bytes[] = []
  /** The first drop that was not looked at. */
  #next: number | null = null

  constructor(portal: Portal) {
    this.#portal = portal
  }

  /** The same session; what it posts as slots is noted. */
  watched(session: DeskSession): DeskSession {
    return {
      ...session,
      post: async (path, request) => {
        const answer = await session.post(path, request)
        if (path === '/api/desk/slots' && 'slots' in request && request.slots instanceof Uint8Array) {
          this.#collected.push(...cut(request.slots))
        }
        return answer
      },
    }
  }

  /** Begin: drops from now on may hold what is posted next. Never refuses: without it a reply only stays "on its way". */
  async begin(): Promise<void> {
    this.#collected = []
    if (this.#waiting.size === 0) this.#next = await this.#liveEnd().catch(() => this.#next)
  }

  /** What was posted since `begin` belongs to these replies. */
  belongsTo(replies: readonly string[]): void {
    const slots = this.#collected.map(nameOf)
    this.#collected = []
    if (slots.length === 0) return
    for (const hash of replies) this.#waiting.set(hash, new Set([...(this.#waiting.get(hash) ?? []), ...slots]))
  }

  /** Look at the drops that came since, if anything waits. @throws Refusal `try-again` */
  async look(): Promise<void> {
    if (this.#waiting.size === 0) return
    const end = await this.#liveEnd()
    const from = Math.max(this.#next ?? 0, end - limits.liveDropsMax)
    for (let number = from; number < end; number++) {
      const drop = await this.#portal.wire.octets(`/drops/${number}`, dropBytes)
      for (const slot of splitDrop(drop)) this.#seen(nameOf(slot))
      this.#next = number + 1
    }
  }

  /** What is known of a reply: `null` when this desk did not post it. */
  stateOf(reply: string): 'waiting' | 'published' | null {
    if (this.#waiting.has(reply)) return 'waiting'
    return this.#published.has(reply) ? 'published' : null
  }

  #seen(slot: string): void {
    for (const [reply, slots] of this.#waiting) {
      slots.delete(slot)
      if (slots.size > 0) continue
      this.#waiting.delete(reply)
      this.#published.add(reply)
    }
  }

  async #liveEnd(): Promise<number> {
    const text = await this.#portal.wire.text('/drops/index.json', 2048)
    return readDropIndex(f.parseJson(text, 2048), 'drops').next
  }
}

/** A grant holds a fresh random point, so it alone tells slots apart. */
function nameOf(slot: Bytes): string {
  return toBase64Url(slot.subarray(0, grantBytes))
}

function cut(batch: Uint8Array): Bytes[] {
  return Array.from(
    { length: slotsPerDrop },
    (_, at) => new Uint8Array(batch.subarray(at * slotBytes, (at + 1) * slotBytes)),
  )
}
