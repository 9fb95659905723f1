import { expect, it } from 'vitest'
import { organise } from '../support/organisation.ts'
import { newSource } from '../support/people.ts'
import { clearTip, tipTo } from '../support/tips.ts'

/**
 * Goal: keep a source from answering. Method: a reviewer of the panel replies that the last tip had the largest number
 * there is, so that no follow-up can have a larger one.
 */
it('a reply that names an impossible last tip does not stop the follow-up', async () => {
  const org = await organise()
  const words = newSource()
  const first = await tipTo(org, { words })
  for (const sequence of [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER - 100, 2 ** 45]) {
    const next = await tipTo(org, { words, previous: { sequence, hash: 'ab'.repeat(32) } })
    expect((await clearTip(org, next)).statement.sequence).toBe(next.sequence)
    expect(Math.abs(next.sequence - first.sequence)).toBeLessThan(2 ** 24)
  }
  // An honest one still counts.
  const after = await tipTo(org, { words, previous: { sequence: first.sequence, hash: first.statementHash } })
  expect(after.sequence).toBeGreaterThan(first.sequence)
})
