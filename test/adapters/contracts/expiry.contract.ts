import { expect, it } from 'vitest'
import { addDays, type Day } from '../../../domain/day.ts'
import type { assemble } from '../../../functions/adapters/assemble.ts'
import { insist } from '../../support/ground.ts'
import { anEntry, append, aSubmission, nameOfRow, sequenceAll, wholeFeed } from '../../support/kept.ts'
import type { Contract } from './contract.ts'

export const expiryContract: Contract = (ground) => {
  it('erases what is due and nothing else, and keeps its place in the feed', async () => {
    const { parts, today } = ground()
    const channel = 'erasing'
    const short = await aSubmission(today(), { channel, expires: addDays(today(), 3) })
    const large = await aSubmission(today(), { channel, expires: addDays(today(), 3), bodyLength: 262_144 })
    const long = await aSubmission(today(), { channel, expires: addDays(today(), 30) })
    const entry = await append(anEntry(), today(), { channel, expires: addDays(today(), 3) })
    for (const one of [short, large, long]) {
      await insist(() => parts.submissions.keep(one))
      await insist(() => sequenceAll(parts.sequencer))
    }
    await insist(() => parts.journals.append(entry))
    await insist(() => sequenceAll(parts.sequencer))

    await eraseAll(parts, addDays(today(), 3))
    const before = await insist(() => wholeFeed(parts.feeds, channel, today()))
    expect(before.map((row) => row.kind)).toEqual(['submission', 'submission', 'submission', 'entry'])

    await eraseAll(parts, addDays(today(), 4))
    const after = await insist(() => wholeFeed(parts.feeds, channel, today()))
    expect(after.map(nameOfRow)).toEqual(['gone', 'gone', long.record.id, 'gone'])

    // Erased without a trace: the same octets are new again, and so is the journal once its head went too.
    await insist(() => parts.submissions.keep(short))
    await eraseAll(parts, addDays(today(), 10))
    expect(await insist(() => parts.journals.append(entry))).toEqual({ appended: true })
  })

  it('wraps the keys of what lives anew, so that the old epoch can be destroyed', async () => {
    const { parts, today } = ground()
    const channel = 'rewrapped'
    const submission = await aSubmission(today(), { channel })
    const entry = await append(anEntry(), today(), { channel })
    await insist(() => parts.submissions.keep(submission))
    await insist(() => sequenceAll(parts.sequencer))
    await insist(() => parts.journals.append(entry))
    await insist(() => sequenceAll(parts.sequencer))
    const before = await insist(() => wholeFeed(parts.feeds, channel, today()))

    const [from, to] = [today(), addDays(today(), 1)]
    for (let left = 1, round = 0; left > 0; round++) {
      expect(round).toBeLessThan(50)
      left = await insist(() => parts.rewrapping.rewrap(from, to))
    }
    expect(await insist(() => wholeFeed(parts.feeds, channel, today()))).toEqual(before)
    await insist(() => parts.epochs.destroy(from))
    await insist(() => parts.epochs.destroy(from))
    expect(await insist(() => parts.epochs.find(from))).toBeNull()
    expect((await insist(() => parts.epochs.list())).map((one) => one.day)).not.toContain(from)
    expect(await insist(() => wholeFeed(parts.feeds, channel, today()))).toEqual(before)
  })

  it('keeps the first epoch of a day, whoever comes second', async () => {
    const { parts, today } = ground()
    const day = addDays(today(), 500)
    const [first, second] = await Promise.all([1, 2].map(() => parts.maker.make(day, 'ab'.repeat(16))))
    if (first === undefined || second === undefined) throw new Error('two epochs were made')
    await insist(() => parts.epochs.keep(first))
    await insist(() => parts.epochs.keep(second))
    expect(await insist(() => parts.epochs.find(day))).toEqual(first)
  })
}

async function eraseAll(parts: ReturnType<typeof assemble>, today: Day): Promise<void> {
  while ((await insist(() => parts.expiry.eraseDue(today))) > 0);
}
