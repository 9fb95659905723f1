import { type AttributeValue, ScanCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../../domain/day.ts'
import { kinds } from '../../functions/adapters/dynamo/table.ts'
import { type Ground, openGround } from '../support/ground.ts'
import { anAllowance, anEntry, anUpload, append, aSubmission, sequenceAll } from '../support/kept.ts'
import { aBatch, publishAll } from './contracts/drops.contract.ts'

let ground: Ground
let rows: Record<string, AttributeValue>[]

beforeAll(async () => {
  ground = await openGround()
  const { parts, today } = ground
  const now = Date.parse(`${today()}T09:15:42.123Z`)
  await parts.submissions.keep(await aSubmission(today()))
  await parts.submissions.keep(await aSubmission(today(), { bodyLength: 262_144 }))
  const { announced, chunks } = await anUpload(today(), 1)
  await parts.uploads.open(announced)
  for (const one of chunks) await parts.uploads.keep(one, today())
  await parts.submissions.keep(await aSubmission(today(), { uploads: [announced.plan.upload] }))
  const first = await append(anEntry(), today())
  await parts.journals.append(first)
  await parts.journals.append(await append(anEntry(first), today()))
  await parts.slots.keep(aBatch(), 'one', addDays(today(), 30), anAllowance())
  await parts.rosters.keep({ version: 1, json: '{}', day: today() })
  await parts.rosters.markPublished(1)
  await sequenceAll(parts.sequencer)
  await publishAll(parts, today())
  await parts.slots.keep(aBatch(), 'two', addDays(today(), 30), anAllowance())
  await parts.submissions.keep(await aSubmission(today()))
  const third = await append(anEntry(), today())
  await parts.journals.append(third)
  await parts.foreignNumbers.take(today(), '00'.repeat(32))
  await parts.sessions.offer('ab'.repeat(32), now + 300_000)
  await parts.sessions.spend('ab'.repeat(32), now)
  await parts.sessions.firstUse('a proof', now + 300_000)
  await parts.sessions.open('cd'.repeat(32), { member: 'ada0000000000001', thumbprint: 'x' }, now + 3_600_000)
  rows = []
  for (const table of [ground.tables.content, ground.tables.keys]) {
    const page = await ground.engine.client.send(new ScanCommand({ TableName: table }))
    expect(page.LastEvaluatedKey).toBeUndefined()
    rows.push(...(page.Items ?? []))
  }
}, 60_000)
afterAll(() => ground.close())

describe('A row', () => {
  it('says nothing finer than a day, but for what the database drops by itself, which says the hour', () => {
    for (const row of rows) {
      const { ttl, ...rest } = row
      if (ttl !== undefined) {
        expect(['FOREIGN', 'NONCE', 'PROOF', 'SESSION']).toContain(kindOf(row))
        expect(Number(ttl.N) % 3600).toBe(0)
      }
      const text = JSON.stringify(rest)
      expect(text).not.toMatch(/T\d{2}:|\d{2}:\d{2}:\d{2}/)
      // No number is a moment, in seconds or in milliseconds.
      for (const [number] of text.matchAll(/"N":"\d+"/g)) expect(Number(number.replace(/\D/g, ''))).toBeLessThan(1e9)
    }
  })

  it('of content shares no partition with a row of control, and keys have a table of their own', () => {
    const { content, control, keys } = kinds
    const all = [...content, ...control, ...keys] as string[]
    expect(new Set(all).size).toBe(all.length)
    expect([...new Set(rows.map(kindOf))].sort()).toEqual(all.sort())
  })
})

function kindOf(row: Record<string, AttributeValue>): string {
  return (row.pk?.S ?? '').split('#')[0] ?? ''
}
