import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDays, dayOf } from '../../../domain/day.ts'
import { limits } from '../../../domain/limits.ts'
import { takeCare } from '../../../functions/caretaker/caretaker.ts'
import { postOctets } from '../../support/desk-caller.ts'
import { type OpenPortal, openPortal } from '../../support/portal.ts'
import { submission } from '../../support/submissions.ts'

const day = 86_400_000
let portal: OpenPortal

beforeEach(async () => {
  portal = await openPortal({ organisation: { policy: { retention: { submission: 40, entry: 40, slot: 30 } } } })
})
afterEach(async () => await portal.close())

const epochDays = async () => (await portal.parts.epochs.list()).map((one) => one.day)

async function send(): Promise<void> {
  const { roster, file } = portal.organisation
  const { octets } = await submission(roster, file.document, { now: portal.clock() })
  expect((await postOctets(portal, '/api/intake/submissions', octets)).status).toBe(200)
  await portal.publish()
}

async function kindsInFeed(): Promise<string[]> {
  const page = await portal.parts.feeds.list('electronics', 0, dayOf(portal.clock()), 1 << 30)
  return page.rows.map((row) => row.kind)
}

describe('the caretaker', () => {
  it('keeps keys ready for today and the week to come', async () => {
    const today = dayOf(portal.clock())
    expect(await epochDays()).toEqual(
      Array.from({ length: limits.epochsAhead + 1 }, (_, ahead) => addDays(today, ahead)),
    )
  })

  it('and its twin make each day’s keys once', async () => {
    const before = await portal.parts.epochs.list()
    portal.advance(3 * day)
    await Promise.all([portal.takeCare(), portal.takeCare()])
    const after = await portal.parts.epochs.list()
    expect(after.slice(0, before.length)).toEqual(before)
    expect(new Set(after.map((one) => one.day)).size).toBe(after.length)
    expect(after).toHaveLength(before.length + 3)
  })

  it('destroys old keys after what still lives was wrapped anew, so that nothing alive is lost', async () => {
    await send()
    const sealedOn = dayOf(portal.clock())
    portal.advance((limits.epochDays + 1) * day)
    await portal.takeCare()
    expect(await epochDays()).not.toContain(sealedOn)
    expect(await kindsInFeed()).toEqual(['submission'])
  })

  it('erases what is due, and leaves its place in the feed', async () => {
    await send()
    portal.advance((40 + limits.expiryFuzzDays + 1) * day)
    await portal.takeCare()
    expect(await kindsInFeed()).toEqual(['gone'])
    await send()
    expect(await kindsInFeed()).toEqual(['gone', 'submission'])
  })

  it('has nothing to do before the first roster, and says so', async () => {
    const empty = await openPortal({ empty: true })
    try {
      expect(await takeCare(empty.functions.caretaker, empty.clock())).toBe(false)
      expect(await empty.parts.epochs.list()).toEqual([])
    } finally {
      await empty.close()
    }
  })
})
