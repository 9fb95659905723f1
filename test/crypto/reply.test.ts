import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { fillBatch, fillerSlot, openSlots, partsOf, sealReply, type WholeReply } from '../../crypto/reply.ts'
import { identityOf, type SourceIdentity } from '../../crypto/source.ts'
import { type Certificate, readSourceCertificate } from '../../crypto/verify/certificate.ts'
import type { Bytes } from '../../domain/bytes.ts'
import { isSlot } from '../../domain/drop.ts'
import { limits } from '../../domain/limits.ts'
import { type Organisation, organise } from '../support/organisation.ts'
import { friday, instance, newSource, type Person } from '../support/people.ts'
import { codeOf } from '../support/refused.ts'

let org: Organisation
let me: SourceIdentity
let mine: Certificate
beforeAll(async () => {
  org = await organise()
  me = await identityOf(newSource(), instance)
  mine = await readSourceCertificate(me.certificate)
})

function reply(by: Person, fields: Partial<WholeReply> = {}): WholeReply {
  return {
    instance,
    source: me.fingerprint,
    member: by.id,
    sequence: 1,
    earlier: [],
    excluded: [],
    sealTo: [],
    lastTip: { sequence: 7, hash: 'ab'.repeat(32) },
    state: null,
    text: 'Thank you. Which quay was it?',
    ...fields,
  }
}

const seal = (what: WholeReply, by: Person = org.people.ada) => sealReply(what, by.key, mine, 'compat', friday)
const open = (slots: readonly Bytes[]) => openSlots(slots, me, org.trusted, friday)

describe('a reply', () => {
  it('comes back whole from its slots, in any order and among any others', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'grapheme', maxLength: 3000 }),
          fc.string({ unit: 'binary', maxLength: 1200 }),
          fc.integer({ min: 0, max: 9000 }).map((length) => 'e'.repeat(length)),
        ),
        fc.constantFrom('compat' as const, 'modern' as const),
        async (text, profile) => {
          // A half of a character cannot be written in UTF-8, so nobody can send one.
          const written = text.toWellFormed()
          const what = reply(org.people.ada, { text: written, state: 'assessing', excluded: [org.people.lise.id] })
          const sealed = await sealReply(what, org.people.ada.key, mine, profile, friday)
          expect(sealed.slots.every((one) => isSlot(one, profile))).toBe(true)
          expect(sealed.slots).toHaveLength(sealed.parts)
          expect(await partsOf(what, org.people.ada.key, profile, friday)).toBe(sealed.parts)
          const { replies, missing, unsound } = await open([await fillerSlot(profile), ...[...sealed.slots].reverse()])
          expect(replies).toEqual([
            {
              member: org.people.ada.id,
              sequence: 1,
              text: written,
              state: 'assessing',
              excluded: [org.people.lise.id],
              sealTo: [],
              lastTip: { sequence: 7, hash: 'ab'.repeat(32) },
              hash: sealed.hash,
            },
          ])
          expect([missing, unsound]).toEqual([[], 0])
        },
      ),
      { numRuns: 25 },
    )
  })

  it('opens for its source only', async () => {
    const { slots } = await seal(reply(org.people.ada))
    const stranger = await identityOf(newSource(), instance)
    expect(await openSlots(slots, stranger, org.trusted, friday)).toEqual({ replies: [], missing: [], unsound: 0 })
  })

  it('fits with everything a part can carry at its longest, and is refused beyond', async () => {
    const ids = (count: number) => Array.from({ length: count }, (_, at) => at.toString(16).padStart(16, '0'))
    const full = { excluded: ids(16), sealTo: ids(8), earlier: ids(4), sequence: 1_000_000 }
    const sealed = await seal(reply(org.people.ada, { ...full, state: 'acknowledged', text: '\u0001'.repeat(300) }))
    expect((await open(sealed.slots)).replies[0]?.text).toBe('\u0001'.repeat(300))
    expect(sealed.parts).toBeLessThanOrEqual(limits.replyPartsMax)
    expect(await codeOf(() => seal(reply(org.people.ada, { text: 'e'.repeat(40_000) })))).toBe('too-large')
    const crowded = { ...full, excluded: ids(limits.excludedMax), sealTo: ids(limits.grantsMax) }
    const packed = await seal(reply(org.people.ada, { ...crowded, text: 'e'.repeat(200) }))
    expect((await open(packed.slots)).replies[0]?.excluded).toEqual(crowded.excluded)
  })

  it('of the longest allowed length fits into the slots it may take', async () => {
    const sealed = await seal(reply(org.people.ada, { text: 'e'.repeat(limits.replyLengthMax) }))
    expect(sealed.parts).toBeLessThanOrEqual(limits.replyPartsMax)
  })

  it('shows a gap where an earlier one is not there', async () => {
    const first = await seal(reply(org.people.ada))
    const second = await seal(reply(org.people.ada, { sequence: 2, earlier: [first.hash.slice(0, 16)] }))
    const third = await seal(
      reply(org.people.ada, { sequence: 3, earlier: [second.hash.slice(0, 16), first.hash.slice(0, 16)] }),
    )
    const member = org.people.ada.id
    expect((await open([...third.slots, ...first.slots, ...second.slots])).missing).toEqual([])
    expect((await open([...third.slots, ...first.slots])).missing).toEqual([{ member, sequence: 2 }])
    expect((await open(third.slots)).missing).toEqual([
      { member, sequence: 1 },
      { member, sequence: 2 },
    ])
  })

  it('with a part missing is a gap, not half a message', async () => {
    const sealed = await seal(reply(org.people.ada, { text: 'e'.repeat(4000) }))
    expect(sealed.parts).toBeGreaterThan(2)
    const { replies, missing } = await open(sealed.slots.slice(1))
    expect(replies).toEqual([])
    expect(missing).toEqual([{ member: org.people.ada.id, sequence: 1 }])
  })

  it('stands beside those of other members, each with numbers of its own', async () => {
    const fromAda = await seal(reply(org.people.ada))
    const fromGrace = await seal(reply(org.people.grace), org.people.grace)
    const { replies, missing } = await open([...fromAda.slots, ...fromGrace.slots])
    expect(replies.map((one) => one.member).sort()).toEqual([org.people.grace.id, org.people.ada.id].sort())
    expect(missing).toEqual([])
  })

  it('is one reply when a slot was published twice', async () => {
    const { slots } = await seal(reply(org.people.ada, { text: 'e'.repeat(3000) }))
    const { replies, unsound } = await open([...slots, ...slots])
    expect(replies).toHaveLength(1)
    expect(unsound).toBe(0)
  })

  it('that contradicts another of the same number is reported', async () => {
    const one = await seal(reply(org.people.ada, { text: 'come alone' }))
    const other = await seal(reply(org.people.ada, { text: 'do not come' }))
    const { replies, unsound } = await open([...one.slots, ...other.slots])
    expect(replies).toHaveLength(1)
    expect(unsound).toBe(1)
  })

  it('that names another earlier reply than the one that is there is reported', async () => {
    const first = await seal(reply(org.people.ada))
    const second = await seal(reply(org.people.ada, { sequence: 2, earlier: ['00'.repeat(8)] }))
    expect((await open([...first.slots, ...second.slots])).unsound).toBe(1)
  })

  it('is not believed from an outsider, in the name of another, or from a member who is no reviewer', async () => {
    const forged = await seal(reply(org.people.ada), org.people.mallory)
    const unknown = await seal(reply(org.people.mallory), org.people.mallory)
    const partner = await seal(reply(org.people.harbourWatch), org.people.harbourWatch)
    const elsewhere = await seal(reply(org.people.ada, { instance: '00'.repeat(16) }))
    const { replies, unsound } = await open([...forged.slots, ...unknown.slots, ...partner.slots, ...elsewhere.slots])
    expect(replies).toEqual([])
    expect(unsound).toBe(4)
  })

  it('meant for another source is refused before it is sealed to this one', async () => {
    expect(await codeOf(() => seal(reply(org.people.ada, { source: '00'.repeat(20) })))).toBe('bad-reply')
  })
})

describe('a batch of slots', () => {
  it('is always four, filled up with slots that open for nobody', async () => {
    for (const count of [0, 1, 3, 4, 5, 9]) {
      const slots = await Promise.all(Array.from({ length: count }, () => fillerSlot('compat')))
      const batches = await fillBatch(slots, 'compat')
      expect(batches).toHaveLength(Math.ceil(count / 4))
      expect(batches.every((one) => one.length === 4 && one.every((slot) => isSlot(slot, 'compat')))).toBe(true)
      for (const slot of slots) expect(batches.flat()).toContain(slot)
    }
  })
})
