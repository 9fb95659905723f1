import type { Bytes } from '../../../domain/bytes.ts'
import type { AtRestItem, Unlocker, WrappedKey } from '../../ports/at-rest.ts'
import type { EpochSecrets } from './epoch-secrets.ts'
import { openObject } from './object-cipher.ts'
import { unwrapKey } from './object-keys.ts'

/** The epoch that a key was wrapped to is no more: what it locked cannot be opened by anybody, for ever. */
export class EpochDestroyed extends Error {
  override readonly name = 'EpochDestroyed'
}

/** An object whose epoch was destroyed is gone. Everything else that goes wrong goes wrong aloud. */
export async function orGone<T>(opening: () => Promise<T>): Promise<T | null> {
  try {
    return await opening()
  } catch (problem) {
    if (problem instanceof EpochDestroyed) return null
    throw problem
  }
}

export interface KeyUnwrapper {
  /** @throws EpochDestroyed, or an error when the key does not fit the item */
  unwrap(item: AtRestItem, key: WrappedKey): Promise<Bytes>
}

export function keyUnwrapper(secrets: EpochSecrets): KeyUnwrapper {
  return {
    async unwrap(item, key) {
      const secret = await secrets.of(key.epoch)
      if (secret === null) throw new EpochDestroyed(`the epoch of ${key.epoch} was destroyed`)
      return unwrapKey(secret, item, key)
    },
  }
}

export function unlocker(unwrapper: KeyUnwrapper): Unlocker {
  return {
    async unlock(item, { sealed, key }) {
      return openObject(item, sealed, await unwrapper.unwrap(item, key))
    },
  }
}
