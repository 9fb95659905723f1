import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { submit } from '../../../client/submit.ts'
import { makePassphrase } from '../../../crypto/passphrase.ts'
import { limits } from '../../../domain/limits.ts'
import { clientOf, draft, seat } from '../../support/clients.ts'
import { type OpenPortal, openPortal } from '../../support/portal.ts'

const tips = limits.feedPageRows + 6
let portal: OpenPortal

beforeAll(async () => {
  portal = await openPortal()
  const source = await clientOf(portal)
  for (let tip = 0; tip < tips; tip++) await submit(source, draft(`tip ${tip}`), await makePassphrase())
  await submit(source, draft('elsewhere', { channel: 'shipping' }), await makePassphrase())
  for (let rounds = 0; rounds < 5; rounds++) await portal.publish()
})

afterAll(async () => {
  expect(portal.alarms).toEqual([])
  await portal.close()
})

describe('a long feed', () => {
  it('is fetched page by page to its end, and a sync that is cut off goes on where it stopped', async () => {
    let asked = 0
    const { book } = await seat(portal, portal.organisation.people.ada, async (url, init) => {
      if (url.endsWith('/api/desk/sync') && ++asked > 1 && asked < 2 + limits.attemptsMax)
        throw new TypeError('cut off')
      return await portal.fetch(url, init)
    })
    await expect(book.sync()).rejects.toMatchObject({ code: 'try-again' })
    const report = await book.sync()
    expect(report.newTips).toBeGreaterThan(0)
    const narratives = book.cases.flatMap((one) => one.tips.map((tip) => tip.tip.content.narrative))
    expect(narratives).toHaveLength(tips + 1)
    expect(new Set(narratives).size).toBe(tips + 1)
  })
})
