import { describe, expect, it } from 'vitest'
import { fromUtf8, toHex, toUtf8 } from '../../../domain/bytes.ts'
import { dayOf } from '../../../domain/day.ts'
import { isSlot, readDropIndex, splitDrop } from '../../../domain/drop.ts'
import { pointOf } from '../../../domain/packet.ts'
import { parseRosterFile } from '../../../domain/roster.ts'
import { fillerSlot } from '../../../functions/publisher/filler.ts'
import { type PublisherParts, publish } from '../../../functions/publisher/publisher.ts'
import { postOctets } from '../../support/desk-caller.ts'
import { anAllowance } from '../../support/kept.ts'
import { signedJson } from '../../support/organisation.ts'
import { everybody, friday } from '../../support/people.ts'
import { type OpenPortal, openPortal, type PortalOptions } from '../../support/portal.ts'
import { shapedBatch } from '../../support/shapes.ts'
import { submission } from '../../support/submissions.ts'

const hour = 3_600_000

async function withPortal(options: PortalOptions, act: (portal: OpenPortal) => Promise<void>): Promise<void> {
  const portal = await openPortal(options)
  try {
    await act(portal)
  } finally {
    await portal.close()
  }
}

async function text(portal: OpenPortal, path: string): Promise<string | null> {
  const octets = await portal.parts.published.get(path)
  return octets === null ? null : fromUtf8(octets)
}

async function indexOf(portal: OpenPortal) {
  return readDropIndex(JSON.parse((await text(portal, '/drops/index.json')) ?? ''), 'index')
}

/** Every slot in the public files, in hexadecimal. */
async function publicSlots(portal: OpenPortal): Promise<string[]> {
  const { first, next } = await indexOf(portal)
  const slots: string[] = []
  for (let number = first; number < next; number++) {
    const drop = await portal.parts.published.get(`/drops/${number}`)
    if (drop === null) throw new Error(`drop ${number} is listed and not there`)
    slots.push(...splitDrop(drop).map(toHex))
  }
  return slots
}

async function keepSlots(portal: OpenPortal, count: number): Promise<string[]> {
  const batches = Array.from({ length: count }, shapedBatch)
  for (const [at, batch] of batches.entries()) {
    await portal.parts.slots.keep(
      splitDrop(batch),
      toHex(batch.slice(0, 32)) + at,
      dayOf(portal.clock() + 30 * 24 * hour),
      anAllowance(),
    )
  }
  return batches.flatMap(splitDrop).map(toHex)
}

/** A second version of the roster, by the stewards of the first. */
async function secondRoster(portal: OpenPortal): Promise<string> {
  const people = await everybody()
  const { roster, trusted } = portal.organisation
  const next = { ...roster, version: 2, previous: trusted.hash, organisation: 'The Test Desk, renamed' }
  return await signedJson(next, [people.ida.key, people.noor.key], portal.clock())
}

class Killed extends Error {}

/** The same publisher, killed right after so many writes. */
function killedAfter(writes: number, parts: PublisherParts): PublisherParts {
  let left = writes
  const counting = async <T>(write: Promise<T>): Promise<T> => {
    const done = await write
    if (--left === 0) throw new Killed()
    return done
  }
  const { sequencer, drops, rosters, published } = parts
  return {
    ...parts,
    sequencer: { sequence: async () => await counting(sequencer.sequence()) },
    drops: { ...drops, make: async (day, fill) => await counting(drops.make(day, fill)) },
    rosters: { ...rosters, markPublished: async (version) => await counting(rosters.markPublished(version)) },
    published: { ...published, put: async (path, octets) => await counting(published.put(path, octets)) },
  }
}

async function checkAll(portal: OpenPortal, json: string, slots: readonly string[]): Promise<void> {
  const { parts } = portal
  expect(await text(portal, '/roster.json')).toBe(json)
  expect(await text(portal, `/roster/${parseRosterFile(json).roster.version}.json`)).toBe(json)
  expect((await parts.rosters.published())?.json).toBe(json)
  expect(await text(portal, '/work.json')).toBe('{"bits":2}')
  const published = await publicSlots(portal)
  for (const slot of slots) expect(published.filter((one) => one === slot)).toHaveLength(1)
  const { first, next } = await indexOf(portal)
  expect([first, next]).toEqual([0, await parts.drops.next()])
  for (let number = first; number < next; number++) {
    expect(await parts.published.get(`/drops/${number}`)).toEqual(await parts.drops.find(number))
  }
}

describe('the publisher', () => {
  it('ends with the same files wherever it is killed', async () => {
    let runs = 0
    for (let writes = 1; writes < 40; writes++) {
      let finished = false
      await withPortal({}, async (portal) => {
        const second = await secondRoster(portal)
        await portal.parts.rosters.keep({ version: 2, json: second, day: dayOf(portal.clock()) })
        const slots = await keepSlots(portal, 2)
        await postOctets(portal, '/api/intake/submissions', await sealed(portal))
        const killed = killedAfter(writes, portal.functions.publisher)
        finished = await publish(killed, portal.clock()).then(
          () => true,
          (trouble) => {
            if (trouble instanceof Killed) return false
            throw trouble
          },
        )
        await portal.publish()
        await checkAll(portal, second, slots)
        const page = await portal.parts.feeds.list('electronics', 0, dayOf(portal.clock()), 1 << 30)
        expect(page.rows.map((row) => row.place)).toEqual([1])
      })
      runs++
      if (finished) break
    }
    expect(runs).toBeGreaterThan(6)
  }, 60_000)

  it('and its twins at the same time publish every slot once', async () => {
    await withPortal({}, async (portal) => {
      const slots = await keepSlots(portal, 5)
      await Promise.all([portal.publish(), portal.publish(), portal.publish()])
      await portal.publish()
      await checkAll(portal, portal.organisation.json, slots)
    })
  })

  it('mends what a slow twin overwrote with something older', async () => {
    await withPortal({}, async (portal) => {
      const first = portal.organisation.json
      const second = await secondRoster(portal)
      await portal.keepRoster(second)
      const slots = await keepSlots(portal, 3)
      await portal.publish()
      await portal.parts.published.put('/roster.json', toUtf8(first))
      await portal.parts.published.put('/drops/index.json', toUtf8('{"format":"safehand-drops/1","first":0,"next":1}'))
      await portal.parts.published.put('/work.json', toUtf8('{"bits":24}'))
      await portal.publish()
      await checkAll(portal, second, slots)
    })
  })

  it('writes nothing when nothing happened', async () => {
    await withPortal({}, async (portal) => {
      await keepSlots(portal, 1)
      await portal.publish()
      const written: string[] = []
      const { published } = portal.parts
      const watched = {
        ...portal.functions.publisher,
        published: {
          ...published,
          put: async (path: string, octets: Uint8Array<ArrayBuffer>) => {
            written.push(path)
            await published.put(path, octets)
          },
        },
      }
      await publish(watched, portal.clock())
      expect(written).toEqual([])
    })
  })

  it('makes one drop at each hour of publication, empty or not, and makes up for hours it slept through', async () => {
    const midnight = Math.floor(friday / (24 * hour)) * 24 * hour
    const organisation = { policy: { publishAt: [6, 12, 18] } }
    await withPortal({ now: midnight, organisation }, async (portal) => {
      const made: number[] = []
      for (const hours of [1, 5, 0, 5, 1, 8]) {
        portal.advance(hours * hour)
        await portal.publish()
        await portal.publish()
        made.push((await indexOf(portal)).next)
      }
      // At 1, 6, 6, 11, 12 and 20 o'clock.
      expect(made).toEqual([0, 1, 1, 1, 2, 3])
    })
  })

  it('does not hurry a drop because slots wait', async () => {
    await withPortal({ organisation: { policy: { publishAt: [23] } } }, async (portal) => {
      await keepSlots(portal, 3)
      await portal.publish()
      expect((await indexOf(portal)).next).toBe(0)
    })
  })

  it('lists the newest drops only, as many as the policy says', async () => {
    await withPortal({ organisation: { policy: { liveDrops: 2 } } }, async (portal) => {
      await keepSlots(portal, 5)
      await portal.publish()
      expect(await indexOf(portal)).toEqual({ format: 'safehand-drops/1', first: 3, next: 5 })
    })
  })

  it('asks for the work that the operator wishes, within what the stewards allow', async () => {
    for (const [workBits, bits] of [
      [0, 2],
      [7, 7],
      [30, 20],
    ] as const) {
      await withPortal({ workBits }, async (portal) => {
        expect(await text(portal, '/work.json')).toBe(JSON.stringify({ bits }))
      })
    }
  })

  it.each(['compat', 'modern'] as const)('fills drops of the profile %s with slots of the one shape', (profile) => {
    for (let count = 0; count < 50; count++) {
      const slot = fillerSlot(profile)
      expect(isSlot(slot, profile)).toBe(true)
      // A point of Curve25519 is below 2^255: the highest bit of its last octet is never set.
      expect((pointOf(slot)[31] ?? 255) & 0x80).toBe(0)
    }
  })
})

async function sealed(portal: OpenPortal) {
  const { roster, file } = portal.organisation
  return (await submission(roster, file.document, { now: portal.clock() })).octets
}
