import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ScanCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../../domain/day.ts'
import { splitDrop } from '../../domain/drop.ts'
import { bodyClasses } from '../../domain/sizes.ts'
import { kinds } from '../../functions/adapters/dynamo/table.ts'
import { type Ground, openGround } from '../support/ground.ts'
import { anAllowance, anEntry, anUpload, append, aSubmission } from '../support/kept.ts'
import { shapedBatch, shapedSlot } from '../support/shapes.ts'
import { root } from './planted-tree.ts'

/** Attributes by kind. */
type Rows = ReadonlyMap<string, ReadonlySet<string>>

const everyKind = Object.values(kinds).flat()
let ground: Ground
let documented: Rows
let found: Rows

beforeAll(async () => {
  documented = readThreatModel()
  ground = await openGround()
  found = await everyRow(ground)
})
afterAll(() => ground.close())

describe('the threat model', () => {
  it('names every kind of row that the code has, and no other', () => {
    expect([...documented.keys()].sort()).toEqual([...everyKind].sort())
  })

  it('meets every kind of row in a whole run', () => {
    expect([...found.keys()].sort()).toEqual([...everyKind].sort())
  })

  it.each(everyKind)('names exactly the attributes that rows %s have', (kind) => {
    expect([...(found.get(kind) ?? [])].sort()).toEqual([...(documented.get(kind) ?? [])].sort())
  })
})

/** The rows of its tables: kind and attribute stand in code marks. */
function readThreatModel(): Rows {
  const rows = new Map<string, Set<string>>()
  const text = readFileSync(join(root, 'docs', 'threat-model.md'), 'utf8')
  for (const [, kind = '', attribute = ''] of text.matchAll(/^\| `([A-Z]+)` \| `([A-Za-z-]+)` \|/gm)) {
    rows.set(kind, (rows.get(kind) ?? new Set()).add(attribute))
  }
  return rows
}

/** Do everything that writes a row, looking at the tables before and after rows move on. */
async function everyRow({ parts, today, engine, tables }: Ground): Promise<Rows> {
  const rows = new Map<string, Set<string>>()
  const look = async () => {
    for (const TableName of [tables.content, tables.keys]) {
      const { Items = [] } = await engine.client.send(new ScanCommand({ TableName }))
      for (const row of Items) {
        const kind = row.pk?.S?.split('#')[0] ?? ''
        const attributes = rows.get(kind) ?? new Set()
        for (const name of Object.keys(row)) attributes.add(name)
        rows.set(kind, attributes)
      }
    }
  }
  const now = Date.parse(`${today()}T09:15:00Z`)
  for (const bodyLength of bodyClasses) await parts.submissions.keep(await aSubmission(today(), { bodyLength }))
  const { announced, chunks } = await anUpload(today(), 1)
  await parts.uploads.open(announced)
  for (const one of chunks) await parts.uploads.keep(one, today())
  await parts.submissions.keep(await aSubmission(today(), { uploads: [announced.plan.upload] }))
  const first = await append(anEntry(), today())
  await parts.journals.append(first)
  await parts.journals.append(await append(anEntry(first), today()))
  await parts.slots.keep(splitDrop(shapedBatch()), 'batch', addDays(today(), 30), anAllowance())
  await parts.rosters.keep({ version: 1, json: '{}', day: today() })
  await parts.rosters.keep({ version: 2, json: JSON.stringify('x'.repeat(300_000)), day: today() })
  await parts.rosters.markPublished(2)
  await parts.foreignNumbers.take(today(), '00'.repeat(32))
  await parts.sessions.offer('a nonce', now + 60_000)
  await parts.sessions.spend('a nonce', now)
  await parts.sessions.firstUse('a proof', now + 60_000)
  await parts.sessions.open('a token', { member: 'ada0000000000001', thumbprint: 'x' }, now + 60_000)
  await look()
  while ((await parts.sequencer.sequence()) > 0) await look()
  await parts.drops.make(today(), shapedSlot)
  await look()
  return rows
}
