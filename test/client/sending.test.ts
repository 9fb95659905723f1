import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { prepare, type Step, submit } from '../../client/submit.ts'
import { sha256 } from '../../crypto/digest.ts'
import { makePassphrase } from '../../crypto/passphrase.ts'
import { addDays, startOf } from '../../domain/day.ts'
import { hashOf } from '../../domain/record.ts'
import { believedUntil } from '../../domain/roster.ts'
import { clientOf, draft, seat } from '../support/clients.ts'
import { rosterJson } from '../support/organisation.ts'
import { type OpenPortal, openPortal } from '../support/portal.ts'

const intake = '/api/intake/submissions'
let portal: OpenPortal

beforeAll(async () => {
  portal = await openPortal()
})

afterAll(async () => {
  expect(portal.alarms).toEqual([])
  await portal.close()
})

/** The texts that Ada finds on her desk. */
async function arrived(at: OpenPortal = portal): Promise<readonly string[]> {
  await at.publish()
  const { book } = await seat(at, at.organisation.people.ada)
  await book.sync()
  return book.cases.flatMap((one) => one.tips.map((tip) => tip.tip.content.narrative))
}

/** The portal behind a circuit that loses these answers of the intake, after the portal has acted. */
function losing(answers: number): OpenPortal['fetch'] {
  let left = answers
  return async (url, init) => {
    const response = await portal.fetch(url, init)
    if (!url.endsWith(intake) || left-- <= 0) return response
    throw new TypeError('network error')
  }
}

/** The portal with the first answers of the intake replaced. */
function answering(...first: readonly (() => Response)[]): OpenPortal['fetch'] & { readonly sent: string[] } {
  const left = [...first]
  const sent: string[] = []
  const fetch: OpenPortal['fetch'] = async (url, init) => {
    if (!url.endsWith(intake)) return await portal.fetch(url, init)
    sent.push(new TextDecoder().decode(init?.body as Uint8Array))
    return left.shift()?.() ?? (await portal.fetch(url, init))
  }
  return Object.assign(fetch, { sent })
}

const refusal =
  (code: string, more: object = {}) =>
  () =>
    new Response(JSON.stringify({ error: { code, message: 'no', ...more } }), { status: 409 })

describe('sending a tip', () => {
  it('sends the same envelope again over a failing circuit, and it arrives once', async () => {
    const source = await clientOf(portal, losing(2))
    const steps: Step[] = []
    await submit(source, draft('lost twice'), await makePassphrase(), { onStep: (step) => steps.push(step) })
    expect(steps).toEqual(['sealing', 'working', 'sending', 'waiting', 'sending', 'waiting', 'sending'])
    expect((await arrived()).filter((one) => one === 'lost twice')).toHaveLength(1)
  })

  it('can be tried again by hand after the portal stayed silent, without being sealed anew', async () => {
    const fetch = answering(...Array.from({ length: 4 }, () => () => new Response('<h1>502</h1>', { status: 502 })))
    const attempt = await prepare(await clientOf(portal, fetch), draft('silence'), await makePassphrase())
    await expect(attempt.send()).rejects.toMatchObject({ code: 'try-again' })
    await attempt.send()
    expect(new Set(fetch.sent).size).toBe(1)
    expect((await arrived()).filter((one) => one === 'silence')).toHaveLength(1)
  })

  it('seals anew once when a copy of it was changed on its way', async () => {
    const fetch = answering(refusal('body-known'))
    await submit(await clientOf(portal, fetch), draft('copied'), await makePassphrase())
    const [first, second] = fetch.sent.map((one) => (JSON.parse(one) as { envelope: string }).envelope)
    expect(second).not.toBe(first)
    expect((await arrived()).filter((one) => one === 'copied')).toHaveLength(1)
  })

  it('believes a portal that says so twice', async () => {
    const fetch = answering(refusal('body-known'), refusal('body-known'))
    const sending = submit(await clientOf(portal, fetch), draft('twice'), await makePassphrase())
    await expect(sending).rejects.toMatchObject({ code: 'body-known' })
    expect(fetch.sent).toHaveLength(2)
  })

  it('does the work again, over the same envelope, when more is asked for', async () => {
    const fetch = answering(refusal('no-work'))
    await submit(await clientOf(portal, fetch), draft('worked'), await makePassphrase())
    const envelopes = fetch.sent.map((one) => (JSON.parse(one) as { envelope: string }).envelope)
    expect(new Set(envelopes).size).toBe(1)
    expect(envelopes).toHaveLength(2)
  })

  it('refuses a receipt for another record', async () => {
    const earlier: Response[] = []
    const noting: OpenPortal['fetch'] = async (url, init) => {
      const response = await portal.fetch(url, init)
      if (url.endsWith(intake)) earlier.push(response.clone())
      return response
    }
    await submit(await clientOf(portal, noting), draft('first'), await makePassphrase())
    const [receipt] = earlier
    const fetch = answering(() => receipt ?? Response.error())
    const sending = submit(await clientOf(portal, fetch), draft('second'), await makePassphrase())
    await expect(sending).rejects.toMatchObject({ code: 'bad-receipt' })
  })

  it('refuses an answer without a receipt', async () => {
    const fetch = answering(() => new Response(JSON.stringify({ thanks: true })))
    const sending = submit(await clientOf(portal, fetch), draft('thanks'), await makePassphrase())
    await expect(sending).rejects.toMatchObject({ code: 'bad-receipt' })
  })

  it('says that a channel does not exist before anything is sealed', async () => {
    const sending = submit(await clientOf(portal), draft('where', { channel: 'gardening' }), await makePassphrase())
    await expect(sending).rejects.toMatchObject({ code: 'unknown-channel' })
  })

  it('seals to nobody when everybody of the channel is excluded', async () => {
    const { ada, grace, lise } = portal.organisation.people
    const sending = submit(
      await clientOf(portal),
      draft('alone', { excluded: [ada.id, grace.id, lise.id] }),
      await makePassphrase(),
    )
    await expect(sending).rejects.toMatchObject({ code: 'excluded' })
  })

  it('does not send under a roster that has expired, and says so', async () => {
    const { roster } = portal.organisation
    const after = startOf(addDays(believedUntil(roster), 1))
    const expired = await clientOf({ ...portal, clock: () => after })
    expect(expired.roster.roster.version).toBe(1)
    await expect(submit(expired, draft('late'), await makePassphrase())).rejects.toMatchObject({
      code: 'roster-expired',
    })
  })
})

describe('when the roster changes while a person writes', () => {
  it('seals anew for the new reviewers, once, and the old ones cannot open it', async () => {
    const changing = await openPortal()
    try {
      const { people, roster, file } = changing.organisation
      const source = await clientOf(changing)
      const previous = await hashOf(file.document, sha256)
      const next = {
        now: changing.clock(),
        origins: roster.origins,
        keys: roster.keys,
        change: () => ({
          ...roster,
          version: 2,
          previous,
          members: roster.members.filter((one) => one.handle !== 'ada'),
        }),
      }
      await changing.keepRoster(await rosterJson(next))
      const sent = await submit(source, draft('for the new ones'), await makePassphrase())
      expect(source.roster.roster.version).toBe(2)
      expect(sent.panel).not.toContain(people.ada.id)
      await changing.publish()
      const { book } = await seat(changing, people.grace)
      await book.sync()
      expect(book.cases.map((one) => one.tips[0]?.submission)).toEqual([sent.submission])
    } finally {
      await changing.close()
    }
  })

  it('sends nothing when the roster that the portal answers with is not signed by its stewards', async () => {
    const { roster, people } = portal.organisation
    const forged = await rosterJson({
      now: portal.clock(),
      origins: roster.origins,
      keys: roster.keys,
      change: (one) => ({ ...one, organisation: 'Somebody else' }),
      signers: () => [people.mallory, people.ida],
    })
    const fetch = answering(refusal('roster-changed', { roster: JSON.parse(forged) as object }))
    const sending = submit(await clientOf(portal, fetch), draft('for whom'), await makePassphrase())
    await expect(sending).rejects.toMatchObject({ code: 'roster-untrusted' })
    expect(fetch.sent).toHaveLength(1)
  })
})
