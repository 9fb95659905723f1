import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toHex } from '../../domain/bytes.ts'
import { addDays } from '../../domain/day.ts'
import type { assemble } from '../../functions/adapters/assemble.ts'
import { type Ground, openGround } from '../support/ground.ts'
import {
  anAllowance,
  anEntry,
  anUpload,
  append,
  aSubmission,
  nameOfRow,
  octets,
  sequenceAll,
  wholeFeed,
} from '../support/kept.ts'
import { Killed, killAt } from '../support/weather.ts'
import { aBatch, publishAll, slotsFrom } from './contracts/drops.contract.ts'

type Parts = ReturnType<typeof assemble>

/** More writes than any of these acts makes: that the last one was reached is checked. */
const writesMax = 20

let ground: Ground

beforeAll(async () => {
  ground = await openGround()
})
afterAll(() => ground.close())

describe('Killed after any one of its writes', { timeout: 60_000 }, () => {
  it('a sequencer leaves dense feeds in which everything stands once', async () => {
    const { parts, today } = ground
    const lastWrite = await forEveryWrite('after', async (write, mortal) => {
      const channel = `killed-${letters(write)}`
      const expected: string[] = []
      for (let at = 0; at < 3; at++) {
        const submission = await aSubmission(today(), { channel })
        await parts.submissions.keep(submission)
        expected.push(submission.record.id)
      }
      const killed = await diesIn(() => sequenceAll(mortal.sequencer))
      // A twin that runs at the same time as the next one finishes the work.
      await Promise.all([sequenceAll(parts.sequencer), sequenceAll(parts.sequencer)])
      const feed = await wholeFeed(parts.feeds, channel, today())
      expect(feed.map((row) => row.place)).toEqual([1, 2, 3])
      expect(feed.map(nameOfRow).sort()).toEqual(expected.sort())
      return killed
    })
    expect(lastWrite).toBeGreaterThan(1)
  })

  it('a publisher leaves drops in which every slot stands once', async () => {
    const { parts, today } = ground
    const lastWrite = await forEveryWrite('after', async (_, mortal) => {
      const before = await parts.drops.next()
      const slots = [...aBatch(), ...aBatch()]
      await parts.slots.keep(slots.slice(0, 4), toHex(octets(8)), addDays(today(), 30), anAllowance())
      await parts.slots.keep(slots.slice(4), toHex(octets(8)), addDays(today(), 30), anAllowance())
      const killed = await diesIn(() => publishAll(mortal, today()))
      await Promise.all([publishAll(parts, today()), publishAll(parts, today())])
      const published = await slotsFrom(parts, before)
      const ours = new Set(slots.map(toHex))
      expect(published.filter((one) => ours.has(one)).sort()).toEqual([...ours].sort())
      expect(await parts.drops.find(await parts.drops.next())).toBeNull()
      return killed
    })
    expect(lastWrite).toBeGreaterThan(1)
  })

  // Before a write too: a large body has been put into the blob store by then, and no row says so.
  it.each(['before', 'after'] as const)(
    '(or %s it) intake leaves a submission that is whole after it was sent again',
    async (when) => {
      const { parts, today } = ground
      for (const bodyLength of [16_384, 262_144]) {
        await forEveryWrite(when, async (write, mortal) => {
          const channel = `sent-${when}-${letters(write)}-${letters(bodyLength)}`
          const submission = await aSubmission(today(), { channel, bodyLength })
          const killed = await diesIn(() => mortal.submissions.keep(submission))
          expect(await parts.submissions.keep(submission)).toEqual(submission.receipt)
          await sequenceAll(parts.sequencer)
          const feed = await wholeFeed(parts.feeds, channel, today())
          expect(feed).toMatchObject([{ place: 1, kind: 'submission', body: submission.body }])
          return killed
        })
      }
    },
  )

  it('intake leaves no large body that no submission claims, after two days and for good', async () => {
    const own = await openGround()
    try {
      const { parts, today, folder } = own
      const claimed = await aSubmission(today(), { bodyLength: 262_144 })
      await parts.submissions.keep(claimed)
      await forEveryWrite(
        'before',
        async (_, mortal) =>
          diesIn(async () => mortal.submissions.keep(await aSubmission(today(), { bodyLength: 262_144 }))),
        own,
      )
      // One was claimed before, one was left by the attempt that died, one was claimed when nobody died.
      expect(await blobsIn(folder)).toHaveLength(3)
      await eraseAll(parts, addDays(today(), 2))
      expect(await blobsIn(folder)).toHaveLength(3)
      await eraseAll(parts, addDays(today(), 3))
      expect(await blobsIn(folder)).toHaveLength(2)
      await sequenceAll(parts.sequencer)
      const feed = await wholeFeed(parts.feeds, 'electronics', today())
      expect(feed.map((row) => row.kind)).toEqual(['submission', 'submission'])
      await eraseAll(parts, addDays(today(), 91))
      expect(await blobsIn(folder)).toEqual([])
    } finally {
      await own.close()
    }
  })

  it.each(['before', 'after'] as const)(
    '(or %s it) intake leaves a file that is whole after it was sent again, and no blob too many for long',
    async (when) => {
      const own = await openGround()
      try {
        const { parts, today, folder } = own
        let files = 0
        await forEveryWrite(
          when,
          async (_, mortal) => {
            const { announced, chunks } = await anUpload(today(), 1)
            const send = async (by: Parts) => {
              await by.uploads.open(announced)
              for (const one of chunks) await by.uploads.keep(one, today())
            }
            const killed = await diesIn(() => send(mortal))
            await send(parts)
            await parts.submissions.keep(await aSubmission(today(), { uploads: [announced.plan.upload] }))
            files++
            for (const one of chunks) expect(await parts.chunks.find(one, today())).toEqual(one.chunk)
            return killed
          },
          own,
        )
        await eraseAll(parts, addDays(today(), 3))
        expect(await blobsIn(folder)).toHaveLength(files)
        await eraseAll(parts, addDays(today(), 91))
        expect(await blobsIn(folder)).toEqual([])
      } finally {
        await own.close()
      }
    },
  )

  it('a caretaker that erases a file leaves the rest to the next, and nothing behind', async () => {
    const own = await openGround()
    try {
      const { parts, today, folder } = own
      await forEveryWrite(
        'after',
        async (_, mortal) => {
          const { announced, chunks } = await anUpload(today(), 2)
          await parts.uploads.open(announced)
          for (const one of chunks) await parts.uploads.keep(one, today())
          const killed = await diesIn(() => eraseAll(mortal, addDays(today(), 3)))
          await eraseAll(parts, addDays(today(), 3))
          expect(await blobsIn(folder)).toEqual([])
          // Erased without a trace: the same upload is new again.
          expect(await parts.uploads.open(announced)).toBe(true)
          await eraseAll(parts, addDays(today(), 3))
          return killed
        },
        own,
      )
    } finally {
      await own.close()
    }
  })

  it('a desk leaves a journal to which the entry is appended once', async () => {
    const { parts, today } = ground
    await forEveryWrite('after', async (write, mortal) => {
      const channel = `journal-${letters(write)}`
      const first = await append(anEntry(), today(), { channel })
      const killed = await diesIn(() => mortal.journals.append(first))
      expect(await parts.journals.append(first)).toEqual({ appended: true })
      await sequenceAll(parts.sequencer)
      expect(await wholeFeed(parts.feeds, channel, today())).toMatchObject([{ place: 1, entry: first.entry }])
      return killed
    })
  })

  it('a caretaker that erases leaves the rest to the next, and nothing behind', async () => {
    const own = await openGround()
    try {
      const { parts, today } = own
      const due = addDays(today(), 2)
      await forEveryWrite(
        'after',
        async (_, mortal) => {
          const submission = await aSubmission(today(), { channel: 'erased', expires: addDays(today(), 1) })
          const entry = await append(anEntry(), today(), { channel: 'erased', expires: addDays(today(), 1) })
          await parts.submissions.keep(submission)
          await parts.journals.append(entry)
          await sequenceAll(parts.sequencer)
          const killed = await diesIn(() => eraseAll(mortal, due))
          await eraseAll(parts, due)
          const feed = await wholeFeed(parts.feeds, 'erased', today())
          expect(feed.every((row) => row.kind === 'gone')).toBe(true)
          // Nothing of it is left to stand in the way of the same octets.
          expect(await parts.submissions.keep(submission)).toEqual(submission.receipt)
          await eraseAll(parts, due)
          return killed
        },
        own,
      )
    } finally {
      await own.close()
    }
  })

  it('a caretaker that wraps anew leaves everything readable', async () => {
    const own = await openGround({ epochs: writesMax })
    try {
      const { parts, today } = own
      const submission = await aSubmission(today(), { channel: 'rewrapped' })
      await parts.submissions.keep(submission)
      await sequenceAll(parts.sequencer)
      await forEveryWrite(
        'after',
        async (write, mortal) => {
          const [from, to] = [addDays(today(), write - 1), addDays(today(), write)]
          const killed = await diesIn(() => mortal.rewrapping.rewrap(from, to))
          expect(await parts.rewrapping.rewrap(from, to)).toBe(0)
          await parts.epochs.destroy(from)
          expect(await wholeFeed(parts.feeds, 'rewrapped', today())).toMatchObject([{ body: submission.body }])
          return killed
        },
        own,
      )
    } finally {
      await own.close()
    }
  })
})

/** Run an act for every write at which it may be killed. @returns the first write that it did not come to */
async function forEveryWrite(
  when: 'before' | 'after',
  act: (write: number, mortal: Parts) => Promise<boolean>,
  on: Ground = ground,
): Promise<number> {
  for (let write = 1; write < writesMax; write++) {
    const client = on.newClient()
    killAt(client, write, when)
    const killed = await act(write, on.through(client))
    client.destroy()
    if (!killed) return write
  }
  throw new Error('this act makes more writes than were looked at')
}

async function diesIn(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act()
    return false
  } catch (problem) {
    if (problem instanceof Killed) return true
    throw problem
  }
}

async function eraseAll(parts: Parts, today: ReturnType<Ground['today']>): Promise<void> {
  while ((await parts.expiry.eraseDue(today)) > 0);
}

async function blobsIn(folder: string): Promise<string[]> {
  const found = await readdir(join(folder, 'blobs'), { recursive: true, withFileTypes: true })
  return found.filter((one) => one.isFile()).map((one) => one.name)
}

/** A number as letters: channel names have no digits. */
function letters(number: number): string {
  return [...String(number)].map((digit) => 'abcdefghij'[Number(digit)]).join('')
}
