import type { Epochs } from '../../ports/epochs.ts'
import type { LocalKms } from './local-kms.ts'

/** Epochs whose destruction reaches into the key file: see [Note: forgetting]. */
export function forgettingEpochs(epochs: Epochs, kms: LocalKms): Epochs {
  return {
    keep: (epoch) => epochs.keep(epoch),
    find: (day) => epochs.find(day),
    list: () => epochs.list(),
    async destroy(day) {
      await epochs.destroy(day)
      // Also what an earlier destruction did not come to; but never what is still to live, or was not yet kept.
      const live = new Set<string>((await epochs.list()).map((one) => one.day))
      kms.forget((context) => context.day !== undefined && context.day <= day && !live.has(context.day))
    },
  }
}
