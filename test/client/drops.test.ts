import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reply } from '../../client/desk/acts.ts'
import { LiveDrops } from '../../client/drops.ts'
import { readReplies } from '../../client/replies.ts'
import { submit } from '../../client/submit.ts'
import { makePassphrase } from '../../crypto/passphrase.ts'
import { dropBytes } from '../../domain/drop.ts'
import { clientOf, draft, seat } from '../support/clients.ts'
import { type OpenPortal, openPortal } from '../support/portal.ts'

let portal: OpenPortal
/** Somebody who was answered three times. */
const words = await makePassphrase()

beforeAll(async () => {
  portal = await openPortal()
  await submit(await clientOf(portal), draft('three questions'), words)
  await portal.publish()
  const { book } = await seat(portal, portal.organisation.people.ada)
  await book.sync()
  for (const text of ['one', 'two', 'three']) {
    await reply(book, book.cases[0]?.journal ?? '', { text, showState: false })
    await portal.publish()
  }
})

afterAll(async () => {
  await portal.close()
})

/** The portal, and the paths that were asked for. */
function noting(change: (path: string, response: Response) => Promise<Response> = async (_, response) => response) {
  const asked: string[] = []
  const fetch: OpenPortal['fetch'] = async (url, init) => {
    const path = new URL(url).pathname
    asked.push(path)
    return await change(path, await portal.fetch(url, init))
  }
  return { asked, fetch }
}

describe('live drops', () => {
  it('are fetched by a visitor who only reads the page, and typing the words asks for nothing more', async () => {
    const { asked, fetch } = noting()
    const client = await clientOf(portal, fetch)
    const drops = new LiveDrops({ ...client, pause: async () => await new Promise(() => {}) })
    drops.start()
    await drops.slots()
    const before = [...asked]
    expect(before.filter((one) => /^\/drops\/\d+$/.test(one))).toHaveLength(3)
    const { replies } = await readReplies(client, words, drops)
    expect(replies.map((one) => one.text)).toEqual(['one', 'two', 'three'])
    expect((await readReplies(client, await makePassphrase(), drops)).known).toBeNull()
    expect(asked).toEqual(before)
    drops.stop()
  })

  it('are looked at again at fixed times, and only what is new is fetched', async () => {
    const { asked, fetch } = noting()
    const client = await clientOf(portal, fetch)
    const ticks: (() => void)[] = []
    const drops = new LiveDrops({ ...client, pause: async () => await new Promise((resolve) => ticks.push(resolve)) })
    drops.start()
    const first = await drops.slots()
    const other = await seat(portal, portal.organisation.people.grace)
    await other.book.sync()
    await reply(other.book, other.book.cases[0]?.journal ?? '', { text: 'grace asks too', showState: false })
    await portal.publish()
    asked.length = 0
    await expect.poll(() => ticks.length).toBe(1)
    ticks[0]?.()
    await expect.poll(async () => (await drops.slots()).length).toBe(first.length + 4)
    expect(asked).toEqual(['/drops/index.json', '/drops/3'])
    drops.stop()
  })

  it('with a reply held back show which one is missing', async () => {
    const { fetch } = noting(async (path, response) => {
      return path === '/drops/1' ? new Response(crypto.getRandomValues(new Uint8Array(dropBytes))) : response
    })
    const client = await clientOf(portal, fetch)
    const { replies, missing } = await readReplies(client, words, new LiveDrops(client))
    expect(replies.map((one) => one.text)).not.toContain('two')
    expect(missing).toEqual([{ member: portal.organisation.people.ada.id, sequence: 2 }])
  })

  it('of the wrong length are not taken', async () => {
    const { fetch } = noting(async (path, response) =>
      path === '/drops/1' ? new Response(new Uint8Array(10)) : response,
    )
    const client = await clientOf(portal, fetch)
    await expect(readReplies(client, words, new LiveDrops(client))).rejects.toMatchObject({ code: 'try-again' })
  })

  it('are not waited for when the words are mistyped', async () => {
    const { asked, fetch } = noting()
    const client = await clientOf(portal, fetch)
    asked.length = 0
    await expect(readReplies(client, 'twelve words they are not', new LiveDrops(client))).rejects.toMatchObject({
      code: 'wrong-passphrase',
    })
    expect(asked).toEqual([])
  })
})
