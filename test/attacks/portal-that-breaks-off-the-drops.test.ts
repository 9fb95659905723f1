import { afterAll, beforeAll, expect, it } from 'vitest'
import { LiveDrops } from '../../client/drops.ts'
import { readReplies } from '../../client/replies.ts'
import { makePassphrase } from '../../crypto/passphrase.ts'
import { clientOf } from '../support/clients.ts'
import { type OpenPortal, openPortal } from '../support/portal.ts'

/**
 * Goal: tell a source who returns from somebody who only reads. Method: let the drops of every visitor fail, and see who
 * asks again before the next look is due: whoever waits for a reply tries again by hand.
 */
let portal: OpenPortal

beforeAll(async () => {
  portal = await openPortal()
})
afterAll(async () => await portal.close())

it('a portal whose drops fail is asked no more often by who returns, and they read as soon as the next look succeeds', async () => {
  const asked: string[] = []
  let broken = true
  const client = await clientOf(portal, async (url, init) => {
    const path = new URL(url).pathname
    asked.push(path)
    return broken && path.startsWith('/drops/') ? new Response(null, { status: 500 }) : await portal.fetch(url, init)
  })
  const looks: (() => void)[] = []
  const pause = async (milliseconds: number) => {
    if (milliseconds >= 60_000) await new Promise<void>((resolve) => looks.push(resolve))
  }
  const drops = new LiveDrops({ ...client, pause })
  drops.start()
  const words = await makePassphrase()
  const tryAgain = async () => await readReplies(client, words, drops)
  await expect(tryAgain()).rejects.toMatchObject({ code: 'try-again' })
  const everybodyAsks = [...asked]
  await expect(tryAgain()).rejects.toMatchObject({ code: 'try-again' })
  await expect(tryAgain()).rejects.toMatchObject({ code: 'try-again' })
  expect(asked).toEqual(everybodyAsks)

  broken = false
  await expect.poll(() => looks.length).toBe(1)
  looks[0]?.()
  await expect.poll(async () => (await tryAgain().catch(() => null))?.replies).toEqual([])
  drops.stop()
})
