import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { postOctets } from '../support/desk-caller.ts'
import { type OpenPortal, openPortal } from '../support/portal.ts'
import { submission } from '../support/submissions.ts'
import { aChunk, announce, aPlan, chunkPath, codeIn, sendChunk } from '../support/uploads.ts'

/**
 * Goal: stop tips by stopping everything. Method: use up the day's room for files, hold every place in which a chunk is
 * read with requests that never end, and send chunks as fast as the line takes them. A text tip must pass all the same.
 */
let portal: OpenPortal
const stalled: Socket[] = []

beforeAll(async () => {
  portal = await openPortal({ http: true, filesPerDay: 1 })
})
afterAll(async () => {
  for (const one of stalled) one.destroy()
  await portal.close()
})

async function sendTip(): Promise<number> {
  const { roster, file } = portal.organisation
  const { octets } = await submission(roster, file.document, { now: portal.clock() })
  return (await postOctets(portal, '/api/intake/submissions', octets)).status
}

/** A request for a large chunk, of which only the beginning ever comes. */
async function stall(): Promise<void> {
  const { port } = new URL(portal.origin)
  const socket = connect(Number(port), '127.0.0.1')
  stalled.push(socket)
  socket.on('error', () => undefined)
  await new Promise<void>((resolve) => socket.once('connect', resolve))
  const head = `POST ${chunkPath} HTTP/1.1\r\nhost: x\r\ncontent-length: 4194368\r\n\r\n`
  await new Promise<void>((resolve) => socket.write(`${head}${'x'.repeat(1000)}`, () => resolve()))
}

describe('a flood of files', () => {
  it('that uses up the day’s room stops further files, and no tip', async () => {
    for (let count = 0; count < 2; count++) await announce(portal, aPlan(120, 4_194_304))
    expect(codeIn(await announce(portal, aPlan(120, 4_194_304)))).toBe('uploads-busy')
    expect(await sendTip()).toBe(200)
  })

  it('of chunks at full speed leaves room for tips', async () => {
    const plan = aPlan(10)
    await announce(portal, plan)
    const chunks = await Promise.all(Array.from({ length: 10 }, () => aChunk(plan)))
    const flood = Promise.all([...chunks, ...chunks, ...chunks].map((one) => sendChunk(portal, one)))
    const tips = await Promise.all(Array.from({ length: 3 }, sendTip))
    expect(tips).toEqual([200, 200, 200])
    await flood
  })

  it('of requests that never end holds up chunks, and no tip', async () => {
    for (let count = 0; count < 200; count++) await stall()
    expect(await sendTip()).toBe(200)
    expect((await portal.fetch(`${portal.origin}/roster.json`)).status).toBe(200)
    // When they are gone, chunks pass again.
    for (const one of stalled) one.destroy()
    const plan = aPlan(1)
    await announce(portal, plan)
    expect((await sendChunk(portal, await aChunk(plan))).status).toBe(200)
  }, 30_000)

  it('hid no bug behind a refusal in all of this', () => {
    expect(portal.alarms).toEqual([])
  })
})
