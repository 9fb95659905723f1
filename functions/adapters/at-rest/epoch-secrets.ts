import { type Day, dayOf, type Instant } from '../../../domain/day.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Epoch, Epochs } from '../../ports/epochs.ts'
import type { Clock } from '../../ports/platform.ts'
import type { KeyService } from '../kms/kms.ts'
import { readSealingSecret, type SealingSecret } from './object-keys.ts'

/** The secrets of live epochs, for those who unlock. */
export interface EpochSecrets {
  /** `null` when the epoch was destroyed. */
  of(day: Day): Promise<SealingSecret | null>
}

/** After a failure the key service is left alone for so long: its log must not tell how many people tried. */
const graceMs = 60_000

/**
 * [Note: KMS and traffic] The key service keeps the second of every call for months, and nobody can switch that off. So
 * all live epochs are unwrapped together, at the first use after a start and at the first use of a new day, and never
 * again for a tip, a reader or a failure: how often it is called does not depend on how much is read or written.
 */
export function epochSecrets(parts: { epochs: Epochs; keys: Pick<KeyService, 'unwrap'>; clock: Clock }): EpochSecrets {
  const { epochs, keys, clock } = parts
  let held: { readonly on: Day; readonly secrets: Promise<Map<Day, SealingSecret>> } | null = null
  let failedAt: Instant | null = null
  return {
    async of(day) {
      const secrets = await todays()
      const known = secrets.get(day)
      if (known !== undefined) return known
      // Made after we read them all: still one call for each epoch, not one for each use.
      const epoch = await epochs.find(day)
      if (epoch === null) return null
      const secret = await guarded(() => unwrapped(epoch))
      secrets.set(day, secret)
      return secret
    },
  }

  async function todays(): Promise<Map<Day, SealingSecret>> {
    const today = dayOf(clock())
    if (held?.on !== today) held = { on: today, secrets: guarded(unwrapAll) }
    const mine = held
    try {
      return await mine.secrets
    } catch (problem) {
      if (held === mine) held = null
      throw problem
    }
  }

  async function unwrapAll(): Promise<Map<Day, SealingSecret>> {
    const live = await epochs.list()
    return new Map(await Promise.all(live.map(async (one) => [one.day, await unwrapped(one)] as const)))
  }

  async function unwrapped(epoch: Epoch): Promise<SealingSecret> {
    const { instance } = epoch.receiptCertificate.statement
    const secret = await keys.unwrap({ purpose: 'sealing', instance, day: epoch.day }, epoch.sealingSecret)
    return readSealingSecret(secret, epoch.sealingKey)
  }

  async function guarded<T>(act: () => Promise<T>): Promise<T> {
    if (failedAt !== null && clock() - failedAt < graceMs) throw new Refusal('try-again')
    try {
      const result = await act()
      failedAt = null
      return result
    } catch (problem) {
      failedAt = clock()
      throw problem
    }
  }
}
