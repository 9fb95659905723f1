import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toHex } from '../../domain/bytes.ts'
import { dayOf } from '../../domain/day.ts'
import { postOctets } from '../support/desk-caller.ts'
import { octets } from '../support/kept.ts'
import { everybody } from '../support/people.ts'
import { type OpenPortal, openPortal } from '../support/portal.ts'
import { signedInAs } from '../support/signed-in.ts'
import { submission } from '../support/submissions.ts'
import {
  aChunk,
  announce,
  announcement,
  aPlan,
  codeIn,
  filledUp,
  missingPath,
  sendChunk,
  sendFile,
  uploadPath,
} from '../support/uploads.ts'

/**
 * Goal: take somebody's file away, put other pieces into it, keep it alive, or learn what it is. Method: a reviewer of
 * the channel who knows the upload's id from the record of the tip, and strangers who guess or repeat.
 */
let portal: OpenPortal

beforeAll(async () => {
  portal = await openPortal()
})
afterAll(async () => await portal.close())

async function tipWith(upload: string, channel = 'electronics') {
  const { roster, file } = portal.organisation
  const { octets: tip, record } = await submission(roster, file.document, {
    uploads: [upload],
    channel,
    now: portal.clock(),
  })
  return { tip, record, answer: await postOctets(portal, '/api/intake/submissions', tip) }
}

describe('an upload that somebody else knows', () => {
  it('stays with the tip that claimed it first', async () => {
    const plan = aPlan(1)
    const [chunk] = await sendFile(portal, plan)
    const first = await tipWith(plan.upload)
    expect(first.answer.status).toBe(200)
    for (const channel of ['electronics', 'nuclear']) {
      expect(codeIn((await tipWith(plan.upload, channel)).answer)).toBe('upload-unknown')
    }
    // The first may repeat itself.
    expect((await postOctets(portal, '/api/intake/submissions', first.tip)).json).toEqual(first.answer.json)
    const found = await portal.parts.chunks.find(
      { upload: plan.upload, hash: chunk?.hash ?? '' },
      dayOf(portal.clock()),
    )
    expect(found).not.toBeNull()
  })

  it('is claimed by one of many tips at once, and by no two', async () => {
    const plan = aPlan(1)
    await sendFile(portal, plan)
    const answers = await Promise.all(Array.from({ length: 6 }, async () => (await tipWith(plan.upload)).answer))
    expect(answers.filter((one) => one.status === 200)).toHaveLength(1)
    // A store that is busy with the very same upload may say so.
    for (const one of answers) if (one.status !== 200) expect(['upload-unknown', 'try-again']).toContain(codeIn(one))
  })

  it('takes no chunk once it is whole, before its tip or after', async () => {
    const plan = aPlan(2)
    await sendFile(portal, plan)
    expect(codeIn(await sendChunk(portal, await aChunk(plan)))).toBe('upload-full')
    await tipWith(plan.upload)
    expect(codeIn(await sendChunk(portal, await aChunk(plan)))).toBe('upload-full')
  })

  it('cannot be announced again as another file', async () => {
    const plan = aPlan(2)
    await announce(portal, plan)
    expect(codeIn(await announce(portal, { ...plan, count: 10 }))).toBe('upload-known')
    expect(codeIn(await announce(portal, { ...plan, chunkClass: 4_194_304 }))).toBe('upload-known')
  })

  it('cannot be announced with the work of another, or with its own work of three days ago', async () => {
    const paid = JSON.parse(Buffer.from(await announcement(portal, aPlan())).toString()) as { work: number[] }
    const stolen = filledUp({ ...aPlan(), work: paid.work })
    expect(codeIn(await postOctets(portal, uploadPath, stolen))).toBe('no-work')
    const old = await announcement(portal, aPlan(), {}, portal.clock() - 3 * 86_400_000)
    expect(codeIn(await postOctets(portal, uploadPath, old))).toBe('no-work')
  })

  it('gives a reviewer who knows its id nothing without the hashes, which stand inside the tip', async () => {
    const plan = aPlan(1)
    await sendFile(portal, plan)
    const ada = await signedInAs(portal, (await everybody()).ada)
    for (const hash of [toHex(octets(32)), '-'.repeat(64), '00'.repeat(32)]) {
      const answer = await ada.post('/api/desk/chunks', { upload: plan.upload, hash })
      expect(['chunk-gone', 'malformed']).toContain(codeIn(answer))
    }
    expect(codeIn(await ada.post('/api/desk/chunks', { upload: plan.upload, hash: '-' }))).toBe('malformed')
  })

  it('says nothing of itself to who does not know its id', async () => {
    const answer = await postOctets(portal, missingPath, filledUp({ upload: toHex(octets(32)), hashes: [] }))
    expect(codeIn(answer)).toBe('upload-unknown')
  })
})
