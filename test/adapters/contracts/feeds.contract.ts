import { expect, it } from 'vitest'
import { addDays } from '../../../domain/day.ts'
import { limits } from '../../../domain/limits.ts'
import { insist } from '../../support/ground.ts'
import { anEntry, append, aSubmission, nameOfRow, sequenceAll, wholeFeed } from '../../support/kept.ts'
import type { Contract } from './contract.ts'

export const feedsContract: Contract = (ground) => {
  it('numbers everything densely and once, however many sequence at once', async () => {
    const { parts, today } = ground()
    const channels = ['dense-one', 'dense-two']
    const expected = new Map(channels.map((one) => [one, new Set<string>()]))
    for (let at = 0; at < 40; at++) {
      const channel = channels[at % 2] ?? ''
      if (at % 4 === 3) {
        const what = await append(anEntry(), today(), { channel })
        await insist(() => parts.journals.append(what))
        expected.get(channel)?.add(`${what.entry.journal} 0`)
      } else {
        const submission = await aSubmission(today(), { channel })
        await insist(() => parts.submissions.keep(submission))
        expected.get(channel)?.add(submission.record.id)
      }
    }
    await Promise.all([1, 2, 3].map(() => insist(() => sequenceAll(parts.sequencer))))
    for (const channel of channels) {
      const feed = await insist(() => wholeFeed(parts.feeds, channel, today()))
      expect(feed.map((row) => row.place)).toEqual(feed.map((_, at) => at + 1))
      expect(feed).toHaveLength(20)
      expect(new Set(feed.map(nameOfRow))).toEqual(expected.get(channel))
    }
  })

  it('places the entries of a journal in their order, over many batches and past midnight', async () => {
    const { parts, today } = ground()
    const names: string[] = []
    let last: Awaited<ReturnType<typeof append>> | null = null
    for (let position = 0; position < limits.sequencedAtOnce + 10; position++) {
      // Two desks whose clocks disagree about the day.
      last = await append(anEntry(last), addDays(today(), position % 2), { channel: 'ordered' })
      const what = last
      await insist(() => parts.journals.append(what))
      names.push(`${what.entry.journal} ${position}`)
    }
    await insist(() => sequenceAll(parts.sequencer))
    expect((await insist(() => wholeFeed(parts.feeds, 'ordered', today()))).map(nameOfRow)).toEqual(names)
  })

  it('lists an unknown feed as empty', async () => {
    const { parts, today } = ground()
    const page = await insist(() => parts.feeds.list('nobody-wrote', 0, today(), limits.syncPageBytes))
    expect(page).toEqual({ rows: [], more: false })
  })

  it('ends a page before it holds too much, but never before its first row', async () => {
    const { parts, today } = ground()
    for (let at = 0; at < 3; at++) {
      const submission = await aSubmission(today(), { channel: 'pages', bodyLength: 65_536 })
      await insist(() => parts.submissions.keep(submission))
    }
    await insist(() => sequenceAll(parts.sequencer))
    const list = (after: number, bytesMax: number) => insist(() => parts.feeds.list('pages', after, today(), bytesMax))
    expect(await list(0, 1)).toMatchObject({ rows: [{ place: 1 }], more: true })
    expect(await list(1, 1)).toMatchObject({ rows: [{ place: 2 }], more: true })
    expect(await list(0, 140_000)).toMatchObject({ rows: [{ place: 1 }, { place: 2 }], more: true })
    expect(await list(2, 1)).toMatchObject({ rows: [{ place: 3 }], more: false })
    expect(await list(3, 1)).toEqual({ rows: [], more: false })
  })

  it('keeps the place of what has expired and shows it as gone', async () => {
    const { parts, today } = ground()
    const short = await aSubmission(today(), { channel: 'gone', expires: addDays(today(), 1) })
    const long = await aSubmission(today(), { channel: 'gone', expires: addDays(today(), 9) })
    for (const one of [short, long]) {
      await insist(() => parts.submissions.keep(one))
      await insist(() => sequenceAll(parts.sequencer))
    }
    const on = async (days: number) =>
      (await insist(() => wholeFeed(parts.feeds, 'gone', addDays(today(), days)))).map(nameOfRow)
    expect(await on(1)).toEqual([short.record.id, long.record.id])
    expect(await on(2)).toEqual(['gone', long.record.id])
    expect(await on(10)).toEqual(['gone', 'gone'])
  })
}
