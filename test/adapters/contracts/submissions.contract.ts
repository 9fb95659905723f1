import { expect, it } from 'vitest'
import { bodyClasses } from '../../../domain/sizes.ts'
import { insist } from '../../support/ground.ts'
import { aSubmission, nameOfRow, octets, sequenceAll, wholeFeed } from '../../support/kept.ts'
import type { Contract } from './contract.ts'

export const submissionsContract: Contract = (ground) => {
  it.each(bodyClasses)('gives back a body of %i octets as it came', async (bodyLength) => {
    const { parts, today } = ground()
    const submission = await aSubmission(today(), {
      bodyLength,
      channel: `class-${'abc'[bodyClasses.indexOf(bodyLength)]}`,
    })
    await insist(() => parts.submissions.keep(submission))
    await insist(() => sequenceAll(parts.sequencer))
    const [row, ...others] = await insist(() => wholeFeed(parts.feeds, submission.record.channel, today()))
    expect(others).toEqual([])
    expect(row).toEqual({
      place: 1,
      kind: 'submission',
      record: submission.record,
      day: submission.day,
      grants: submission.grants,
      body: submission.body,
    })
  })

  it('keeps one submission and gives one receipt, however often and at once the same record comes', async () => {
    const { parts, today } = ground()
    const submission = await aSubmission(today(), { channel: 'retries' })
    const again = { ...(await aSubmission(today())).receipt }
    const first = await insist(() => parts.submissions.keep(submission))
    const receipts = await Promise.all(
      Array.from({ length: 12 }, () => insist(() => parts.submissions.keep({ ...submission, receipt: again }))),
    )
    expect(first).toEqual(submission.receipt)
    for (const receipt of receipts) expect(receipt).toEqual(first)
    await insist(() => sequenceAll(parts.sequencer))
    expect(await insist(() => wholeFeed(parts.feeds, 'retries', today()))).toHaveLength(1)
  })

  it('lets exactly one of many first attempts at once win, and tells all the others its receipt', async () => {
    const { parts, today } = ground()
    const submission = await aSubmission(today(), { channel: 'crowds' })
    const attempts = await Promise.all(
      Array.from({ length: 8 }, async () => ({ ...submission, receipt: (await aSubmission(today())).receipt })),
    )
    const receipts = await Promise.all(attempts.map((one) => insist(() => parts.submissions.keep(one))))
    expect(new Set(receipts.map((one) => one.signature)).size).toBe(1)
    await insist(() => sequenceAll(parts.sequencer))
    const feed = await insist(() => wholeFeed(parts.feeds, 'crowds', today()))
    expect(feed.map(nameOfRow)).toEqual([submission.record.id])
  })

  it('refuses the body of an earlier submission with other grants, or for another channel', async () => {
    const { parts, today } = ground()
    const submission = await aSubmission(today())
    await insist(() => parts.submissions.keep(submission))
    const regranted = await aSubmission(today(), { body: submission.body, grants: octets(submission.grants.length) })
    const moved = await aSubmission(today(), { body: submission.body, grants: submission.grants, channel: 'nuclear' })
    for (const copy of [regranted, moved]) {
      await expect(insist(() => parts.submissions.keep(copy))).rejects.toMatchObject({ code: 'body-known' })
    }
  })
}
