import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { addDays, type Day } from '../../../domain/day.ts'
import { limits } from '../../../domain/limits.ts'
import { chunkClasses } from '../../../domain/upload.ts'
import { insist } from '../../support/ground.ts'
import { anUpload, aSubmission, octets } from '../../support/kept.ts'
import type { Contract } from './contract.ts'

type Made = Awaited<ReturnType<typeof anUpload>>

export const uploadsContract: Contract = (ground) => {
  const open = ({ announced }: Made) => insist(() => ground().parts.uploads.open(announced))
  const keep = (one: Made['chunks'][number] | undefined, day = ground().today()) =>
    insist(async () => {
      if (one !== undefined) await ground().parts.uploads.keep(one, day)
    })
  const find = (one: Made['chunks'][number] | undefined, day = ground().today()) =>
    insist(async () => (one === undefined ? null : await ground().parts.chunks.find(one, day)))
  const missing = ({ announced, chunks }: Made) =>
    insist(() =>
      ground().parts.uploads.missing(
        announced.plan.upload,
        chunks.map((one) => one.hash),
        ground().today(),
      ),
    )
  const claim = async (uploads: readonly Made[], changes: { expires?: Day } = {}) => {
    const ids = uploads.map((one) => one.announced.plan.upload)
    const submission = await aSubmission(ground().today(), { ...changes, uploads: ids })
    return { submission, receipt: await insist(() => ground().parts.submissions.keep(submission)) }
  }
  const whole = async (count = 2): Promise<Made> => {
    const made = await anUpload(ground().today(), count)
    await open(made)
    for (const one of made.chunks) await keep(one)
    return made
  }
  const eraseUntil = async (day: Day) => {
    while ((await insist(() => ground().parts.expiry.eraseDue(day))) > 0);
  }

  it.each(chunkClasses)('gives back a chunk of %i octets as it came', async (chunkClass) => {
    const made = await anUpload(ground().today(), 1, chunkClass)
    await open(made)
    const [one] = made.chunks
    await keep(one)
    const found = await find(one)
    expect(found !== null && Buffer.from(found).equals(Buffer.from(one?.chunk ?? []))).toBe(true)
  })

  it('takes chunks in any order, at once and twice, and knows at each moment which are missing', async () => {
    const made = await anUpload(ground().today(), 5)
    await open(made)
    expect(await missing(made)).toEqual([0, 1, 2, 3, 4])
    await keep(made.chunks[4])
    await keep(made.chunks[1])
    expect(await missing(made)).toEqual([0, 2, 3])
    await Promise.all([...made.chunks, ...made.chunks].map((one) => keep(one)))
    expect(await missing(made)).toEqual([])
    expect(await claim([made])).toMatchObject({ receipt: { statement: { context: 'receipt' } } })
  })

  it('takes the same plan twice as one, and no other plan for the same upload', async () => {
    const { parts, today } = ground()
    const { announced } = await anUpload(today(), 2)
    await insist(() => parts.uploads.open(announced))
    expect(await insist(() => parts.uploads.open(announced))).toBe(false)
    for (const other of [{ count: 3 }, { chunkClass: 4_194_304 as const }]) {
      const changed = { ...announced, plan: { ...announced.plan, ...other } }
      await expect(insist(() => parts.uploads.open(changed))).rejects.toMatchObject({ code: 'upload-known' })
    }
  })

  it('takes not one chunk more than was announced, however many come at once', async () => {
    const { upload, announced, others } = await withOthers(3, 9)
    const outcomes = await Promise.allSettled(others.map((one) => keep(one)))
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(3)
    for (const one of outcomes) if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'upload-full' })
    expect(upload).toBe(announced.plan.upload)
  })

  it('refuses chunks of no upload, and of another class than their upload has', async () => {
    const stranger = await anUpload(ground().today(), 1)
    await expect(keep(stranger.chunks[0])).rejects.toMatchObject({ code: 'upload-unknown' })
    await expect(missing(stranger)).rejects.toMatchObject({ code: 'upload-unknown' })
    await open(stranger)
    const [one] = stranger.chunks
    if (one === undefined) throw new Error('no chunk')
    await expect(keep({ ...one, chunk: octets(1000) })).rejects.toMatchObject({ code: 'wrong-size' })
  })

  it('keeps no submission whose uploads have not all come whole', async () => {
    const { parts, today } = ground()
    const [first, second] = [await whole(), await anUpload(today(), 2)]
    await open(second)
    await keep(second.chunks[0])
    const uploads = [first, second].map((one) => one.announced.plan.upload)
    const submission = await aSubmission(today(), { uploads })
    const keeping = () => insist(() => parts.submissions.keep(submission))
    await expect(keeping()).rejects.toMatchObject({ code: 'upload-incomplete' })
    await keep(second.chunks[1])
    expect(await keeping()).toEqual(submission.receipt)
    // The same again, as a source on a bad line sends it.
    expect(await keeping()).toEqual(submission.receipt)
  })

  it('lets as many uploads be claimed at once as a tip may have', async () => {
    const uploads = await Promise.all(Array.from({ length: limits.uploadsMax }, () => whole(1)))
    const { submission, receipt } = await claim(uploads)
    expect(receipt).toEqual(submission.receipt)
  }, 60_000)

  it('lets one submission claim an upload, and no other', async () => {
    const made = await whole()
    await claim([made])
    await expect(claim([made])).rejects.toMatchObject({ code: 'upload-unknown' })
    await expect(claim([await anUpload(ground().today())])).rejects.toMatchObject({ code: 'upload-unknown' })
  })

  it('erases what nobody claimed after two days, with every octet, and keeps what was claimed', async () => {
    const { today, folder } = ground()
    const [lost, kept, half] = [await whole(), await whole(), await anUpload(today(), 2)]
    await open(half)
    await keep(half.chunks[0])
    await claim([kept], { expires: addDays(today(), 30) })
    await eraseUntil(addDays(today(), limits.unclaimedDays))
    expect(await missing(lost)).toEqual([])
    await eraseUntil(addDays(today(), limits.unclaimedDays + 1))
    for (const gone of [lost, half]) {
      await expect(missing(gone)).rejects.toMatchObject({ code: 'upload-unknown' })
      expect(await find(gone.chunks[0])).toBeNull()
    }
    for (const one of kept.chunks) expect(await find(one)).toEqual(one.chunk)
    await eraseUntil(addDays(today(), 31))
    expect(await find(kept.chunks[0])).toBeNull()
    await expect(missing(kept)).rejects.toMatchObject({ code: 'upload-unknown' })
    // The chunks of the other tests here have died with theirs, or will: all that lives is long claimed.
    await eraseUntil(addDays(today(), 120))
    const blobs = await readdir(join(folder, 'blobs'), { recursive: true, withFileTypes: true })
    expect(blobs.filter((one) => one.isFile())).toEqual([])
  }, 60_000)

  it('reads an upload as gone when its time is over, erased or not', async () => {
    const made = await whole()
    const late = addDays(ground().today(), limits.unclaimedDays + 1)
    expect(await find(made.chunks[0], late)).toBeNull()
    await expect(keep(made.chunks[0], late)).rejects.toMatchObject({ code: 'upload-unknown' })
    const again = { ...made.announced, day: late, expires: addDays(late, 2) }
    await expect(insist(() => ground().parts.uploads.open(again))).rejects.toMatchObject({ code: 'upload-unknown' })
  })

  it('wraps the keys of chunks anew with all others', async () => {
    const { parts, today } = ground()
    const made = await whole()
    await claim([made])
    const [from, to] = [today(), addDays(today(), 1)]
    while ((await insist(() => parts.rewrapping.rewrap(from, to))) > 0);
    await insist(() => parts.epochs.destroy(from))
    for (const one of made.chunks) expect(await find(one)).toEqual(one.chunk)
  })

  /** An open upload of so many chunks, and more chunks that all say they are of it. */
  async function withOthers(count: number, others: number) {
    const made = await anUpload(ground().today(), count)
    await open(made)
    const { upload } = made.announced.plan
    const more = await anUpload(ground().today(), others)
    return { ...made, upload, others: more.chunks.map((one) => ({ ...one, upload })) }
  }
}
