import { expect, it } from 'vitest'
import { insist } from '../../support/ground.ts'
import { anEntry, append, octets, sequenceAll, wholeFeed } from '../../support/kept.ts'
import type { Contract } from './contract.ts'

export const journalsContract: Contract = (ground) => {
  it('gives back a chain of entries in its order, as they came', async () => {
    const { parts, today } = ground()
    const first = await append(anEntry(), today(), { channel: 'chains' })
    const second = await append(anEntry(first), today(), { channel: 'chains' })
    const third = await append({ ...anEntry(second), grants: octets(12 * 96) }, today(), { channel: 'chains' })
    for (const one of [first, second, third]) {
      // A lost answer and a repetition are the same to a journal: the entry stands there.
      expect(await insist(() => parts.journals.append(one))).toEqual({ appended: true })
    }
    await insist(() => sequenceAll(parts.sequencer))
    const feed = await insist(() => wholeFeed(parts.feeds, 'chains', today()))
    expect(feed).toEqual(
      [first, second, third].map(({ entry }, at) => ({ place: at + 1, kind: 'entry', day: today(), entry })),
    )
  })

  it('lets exactly one of many who open the same journal at once win, and gives the others what stands there', async () => {
    const { parts, today } = ground()
    const journal = anEntry().journal
    const racers = await Promise.all(Array.from({ length: 8 }, () => append(anEntry(null, journal), today())))
    const results = await Promise.all(racers.map((one) => insist(() => parts.journals.append(one))))
    const winners = racers.filter((_, at) => results[at]?.appended)
    expect(winners).toHaveLength(1)
    for (const result of results) {
      if (!result.appended) expect(result.winner).toEqual(winners[0]?.entry)
    }
  })

  it('takes the same entry twice as one act', async () => {
    const { parts, today } = ground()
    const first = await append(anEntry(), today(), { channel: 'echoes' })
    const second = await append(anEntry(first), today(), { channel: 'echoes' })
    for (const one of [first, first, second, first, second]) {
      expect(await insist(() => parts.journals.append(one))).toEqual({ appended: true })
    }
    await insist(() => sequenceAll(parts.sequencer))
    expect(await insist(() => wholeFeed(parts.feeds, 'echoes', today()))).toHaveLength(2)
  })

  it('refuses an entry beyond the next, one that follows another than the last, and one from another channel', async () => {
    const { parts, today } = ground()
    const first = await append(anEntry(), today())
    await insist(() => parts.journals.append(first))
    const beyond = await append({ ...anEntry(first), position: 2 }, today())
    const elsewhere = await append(anEntry(first), today(), { channel: 'nuclear' })
    const unopened = await append({ ...anEntry(first), journal: anEntry().journal }, today())
    const forked = await append({ ...anEntry(first), previous: 'ab'.repeat(32) }, today())
    for (const wrong of [beyond, elsewhere, unopened, forked]) {
      await expect(insist(() => parts.journals.append(wrong))).rejects.toMatchObject({ code: 'malformed' })
    }
    // What was refused left nothing behind: the right entry still follows.
    const right = await append(anEntry(first), today())
    expect(await insist(() => parts.journals.append(right))).toEqual({ appended: true })
  })
}
