import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { fillBatch, openSlots, sealReply } from '../../crypto/reply.ts'
import { identityOf } from '../../crypto/source.ts'
import { readSourceCertificate } from '../../crypto/verify/certificate.ts'
import { concat } from '../../domain/bytes.ts'
import { dropBytes, splitDrop } from '../../domain/drop.ts'
import { slotBytes } from '../../domain/sizes.ts'
import { organise } from '../support/organisation.ts'
import { friday, instance, newSource } from '../support/people.ts'

it('a bit flipped anywhere in a drop loses the slot it is in, changes no word, and shows as a gap', async () => {
  const org = await organise()
  const me = await identityOf(newSource(), instance)
  const to = await readSourceCertificate(me.certificate)
  const what = {
    instance,
    source: me.fingerprint,
    member: org.people.ada.id,
    sequence: 1,
    earlier: [],
    excluded: [],
    sealTo: [],
    lastTip: { sequence: 1, hash: 'ab'.repeat(32) },
    state: null,
    text: 'Do not go back to the warehouse. '.repeat(60),
  }
  const sealed = await sealReply(what, org.people.ada.key, to, 'compat', friday)
  expect(sealed.parts).toBeGreaterThan(1)
  const drop = concat(...(await fillBatch(sealed.slots, 'compat')).flat())
  expect(drop).toHaveLength(dropBytes)
  const mine = new Set(sealed.slots.map((slot) => indexOf(drop, slot)))

  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: dropBytes * 8 - 1 }), async (bit) => {
      const bent = drop.slice()
      bent[bit >> 3] = (bent[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      const { replies, missing, unsound } = await openSlots(splitDrop(bent), me, org.trusted, friday)
      const hit = mine.has(Math.floor((bit >> 3) / slotBytes))
      if (!hit) {
        expect(replies.map((one) => one.text)).toEqual([what.text])
        return
      }
      expect(replies).toEqual([])
      expect(missing).toEqual([{ member: org.people.ada.id, sequence: 1 }])
      expect(unsound).toBeLessThanOrEqual(1)
    }),
    { numRuns: 200 },
  )
})

/** In which place of the drop a slot stands. */
function indexOf(drop: Uint8Array, slot: Uint8Array): number {
  return Buffer.from(drop).indexOf(slot) / slotBytes
}
