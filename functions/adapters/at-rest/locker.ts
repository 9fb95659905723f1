import type { Bytes } from '../../../domain/bytes.ts'
import { type Day, dayOf } from '../../../domain/day.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { AtRestItem, Locker, WrappedKey } from '../../ports/at-rest.ts'
import type { Epochs } from '../../ports/epochs.ts'
import type { Clock, Dice } from '../../ports/platform.ts'
import { nonceBytes, objectKeyBytes, sealObject } from './object-cipher.ts'
import { readSealingKey, type SealingKey, wrapKey } from './object-keys.ts'

/** Wraps object keys to the public keys of epochs. It needs nothing that opens. */
export interface KeyWrapper {
  /** @throws Refusal `try-again` when the day has no epoch */
  wrap(epoch: Day, item: AtRestItem, key: Bytes): Promise<WrappedKey>
}

/** A key wrapper that reads each epoch once. */
export function keyWrapper(epochs: Pick<Epochs, 'find'>): KeyWrapper {
  const keys = new Map<Day, SealingKey>()
  return {
    async wrap(epoch, item, key) {
      const to = keys.get(epoch) ?? (await find(epoch))
      return wrapKey(to, epoch, item, key)
    },
  }

  async function find(day: Day): Promise<SealingKey> {
    const epoch = await epochs.find(day)
    if (epoch === null) throw new Refusal('try-again')
    const key = await readSealingKey(epoch.sealingKey)
    // Yesterday's and today's are enough; the map must not grow for ever.
    if (keys.size >= 2) keys.clear()
    keys.set(day, key)
    return key
  }
}

/** Locks under today's epoch. */
export function locker(parts: { wrapper: KeyWrapper; clock: Clock; dice: Dice }): Locker {
  const { wrapper, clock, dice } = parts
  return {
    async lock(item, clear) {
      const key = dice(objectKeyBytes)
      const sealed = sealObject(item, clear, key, dice(nonceBytes))
      return { sealed, key: await wrapper.wrap(dayOf(clock()), item, key) }
    },
  }
}
