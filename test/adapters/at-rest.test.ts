import { copyFile, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DeleteItemCommand, GetItemCommand } from '@aws-sdk/client-dynamodb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Bytes, toHex } from '../../domain/bytes.ts'
import { addDays } from '../../domain/day.ts'
import type { FeedRow } from '../../domain/feed.ts'
import { epochSecrets } from '../../functions/adapters/at-rest/epoch-secrets.ts'
import { keyWrapper, locker } from '../../functions/adapters/at-rest/locker.ts'
import { openObject, sealObject } from '../../functions/adapters/at-rest/object-cipher.ts'
import { EpochDestroyed, keyUnwrapper, unlocker } from '../../functions/adapters/at-rest/unlocker.ts'
import { keyOf } from '../../functions/adapters/dynamo/table.ts'
import { startEngine } from '../../functions/adapters/engine.ts'
import type { LockedObject } from '../../functions/ports/at-rest.ts'
import { dice, type Ground, openGround } from '../support/ground.ts'
import { anEntry, anUpload, append, aSubmission, octets, sequenceAll, wholeFeed } from '../support/kept.ts'

let ground: Ground

beforeEach(async () => {
  ground = await openGround({ embedded: true })
})
afterEach(() => ground.close())

describe('What is kept at rest', { timeout: 60_000 }, () => {
  it('is ciphertext: no octets of a body, a grant or an entry are in any file', async () => {
    const { parts, today, folder } = ground
    const small = await aSubmission(today())
    const large = await aSubmission(today(), { bodyLength: 262_144 })
    const entry = await append(anEntry(), today())
    await parts.submissions.keep(small)
    await parts.submissions.keep(large)
    await parts.journals.append(entry)
    await sequenceAll(parts.sequencer)
    const secrets = [small.body, small.grants, large.body, large.grants, entry.entry.body, entry.entry.grants]
    const files = await everyFile(folder)
    expect(files.length).toBeGreaterThan(2)
    let findings = 0
    for (const file of files) {
      const held = await readFile(file)
      for (const secret of secrets) {
        const piece = Buffer.from(secret.subarray(100, 148))
        expect(held.includes(piece)).toBe(false)
        expect(held.includes(piece.toString('base64'))).toBe(false)
      }
      if (held.includes(small.record.id)) findings++
    }
    // The search does find what stands there in clear.
    expect(findings).toBeGreaterThan(0)
  })

  it('is unreadable once its wrapped key was deleted, even from a copy of the database that was made before', async () => {
    const { parts, today, folder, engine, tables } = ground
    const doomed = await aSubmission(today(), { channel: 'doomed' })
    const other = await aSubmission(today(), { channel: 'other' })
    await parts.submissions.keep(doomed)
    await parts.submissions.keep(other)
    await sequenceAll(parts.sequencer)
    expect(await bodyIn('doomed')).toEqual([doomed.body])

    // A thief copies the database file with everything in it.
    const copy = await copyOfDatabase()
    const key = { pk: { S: keyOf.wrapped(`SUB#${doomed.record.id}`).pk }, sk: { S: '-' } }
    await engine.client.send(new DeleteItemCommand({ TableName: tables.keys, Key: key }))
    expect(await kinds('doomed')).toEqual(['gone'])
    expect(await bodyIn('other')).toEqual([other.body])

    // What the copy has of the content opens with no key that is still there.
    const stolen = await startEngine(copy, undefined)
    try {
      const sealed = await attribute(stolen.client, tables.content, keyOf.body(doomed.record.id), 'sealed')
      const otherKey = await attribute(engine.client, tables.keys, keyOf.wrapped(`SUB#${other.record.id}`), 'body')
      const tries: LockedObject[] = [{ sealed, key: { epoch: today(), wrapped: otherKey } }]
      for (const locked of tries) {
        for (const id of [doomed.record.id, other.record.id]) {
          await expect(theUnlocker().unlock({ kind: 'body', key: id }, locked)).rejects.toThrow()
        }
      }

      // The copy of the wrapped key itself dies with its epoch: the secret is in no file but as the key service's
      // ciphertext, and the keys table keeps no backup.
      const oldKey = await attribute(stolen.client, tables.keys, keyOf.wrapped(`SUB#${doomed.record.id}`), 'body')
      const stolenObject = { sealed, key: { epoch: today(), wrapped: oldKey } }
      const item = { kind: 'body', key: doomed.record.id } as const
      expect(await theUnlocker().unlock(item, stolenObject)).toEqual(doomed.body)
      while ((await parts.rewrapping.rewrap(today(), addDays(today(), 1))) > 0);
      await parts.epochs.destroy(today())
      await expect(theUnlocker().unlock(item, stolenObject)).rejects.toThrow(EpochDestroyed)
      expect(await bodyIn('other')).toEqual([other.body])
    } finally {
      await stolen.stop()
    }

    async function copyOfDatabase(): Promise<string> {
      const from = join(folder, 'database')
      const to = join(folder, 'stolen.db')
      for (const file of await readdir(from)) await copyFile(join(from, file), file.replace('safehand.db', to))
      return to
    }
  })

  it('opens only as what it was locked as', async () => {
    const { parts, today } = ground
    const lock = locker({ wrapper: keyWrapper(parts.epochs), clock: () => Date.parse(today()), dice })
    const item = { kind: 'entry', key: 'a journal#0' } as const
    const clear = octets(2048)
    const locked = await lock.lock(item, clear)
    expect(await theUnlocker().unlock(item, locked)).toEqual(clear)
    await expect(theUnlocker().unlock({ ...item, key: 'a journal#1' }, locked)).rejects.toThrow()
    await expect(theUnlocker().unlock({ ...item, kind: 'entry-grants' }, locked)).rejects.toThrow()
    const elsewhere = { ...locked, key: { ...locked.key, epoch: addDays(today(), 1) } }
    await expect(theUnlocker().unlock(item, elsewhere)).rejects.toThrow()
    for (const at of [0, 11, 12, 100, locked.sealed.length - 1]) {
      await expect(theUnlocker().unlock(item, { ...locked, sealed: flipped(locked.sealed, at) })).rejects.toThrow()
    }
  })

  it('is bound to its kind and name by itself too, whatever key it is opened with', () => {
    const [clear, key, nonce] = [octets(100), octets(32), octets(12)]
    const item = { kind: 'body', key: 'one' } as const
    const sealed = sealObject(item, clear, key, nonce)
    expect(openObject(item, sealed, key)).toEqual(clear)
    expect(() => openObject({ ...item, key: 'two' }, sealed, key)).toThrow()
    expect(() => openObject({ ...item, kind: 'grants' }, sealed, key)).toThrow()
    expect(() => openObject(item, sealed, octets(32))).toThrow()
    for (const length of [0, 12, 27, sealed.length - 1]) {
      expect(() => openObject(item, sealed.slice(0, length), key)).toThrow()
    }
  })

  it('never has the same key twice', async () => {
    const { parts, today } = ground
    const lock = locker({ wrapper: keyWrapper(parts.epochs), clock: () => Date.parse(today()), dice })
    const item = { kind: 'body', key: 'the same' } as const
    const clear = octets(64)
    const [one, two] = [await lock.lock(item, clear), await lock.lock(item, clear)]
    expect(toHex(one.sealed.subarray(12))).not.toBe(toHex(two.sealed.subarray(12)))
    expect(toHex(one.key.wrapped)).not.toBe(toHex(two.key.wrapped))
  })

  it('is refused when the day has no epoch, and nothing is stored', async () => {
    const { parts, today, pass } = ground
    pass(30)
    const submission = await aSubmission(today())
    await expect(parts.submissions.keep(submission)).rejects.toMatchObject({ code: 'try-again' })
    await parts.epochs.keep(await parts.maker.make(today(), 'ab'.repeat(16)))
    expect(await parts.submissions.keep(submission)).toEqual(submission.receipt)
  })
})

describe('The key service', { timeout: 60_000 }, () => {
  it('is called as often for many submissions, files and readers as for none', async () => {
    const { parts, today, keys } = ground
    const calls = countCalls()
    await parts.receipts.sign(today(), octets(100))
    await parts.submissions.keep(await aSubmission(today()))
    await sequenceAll(parts.sequencer)
    await wholeFeed(parts.feeds, 'electronics', today())
    // Three live epochs, unwrapped together, and the receipt key of the day.
    expect(calls.count).toBe(4)
    const { announced, chunks } = await anUpload(today(), 10)
    await parts.uploads.open(announced)
    for (const one of chunks) await parts.uploads.keep(one, today())
    for (const one of chunks) expect(await parts.chunks.find(one, today())).toEqual(one.chunk)
    for (let at = 0; at < 30; at++) {
      await Promise.all([
        parts.receipts.sign(today(), octets(100)),
        aSubmission(today()).then((one) => parts.submissions.keep(one)),
      ])
    }
    await sequenceAll(parts.sequencer)
    for (let at = 0; at < 5; at++) await wholeFeed(parts.feeds, 'electronics', today())
    expect(calls.count).toBe(4)
    // A new day is new work, once.
    ground.pass(1)
    for (let at = 0; at < 5; at++) {
      await parts.receipts.sign(today(), octets(100))
      await wholeFeed(parts.feeds, 'electronics', today())
    }
    expect(calls.count).toBe(8)
    expect(keys).toBeDefined()
  })

  it('is called once when many ask in the same moment, and left alone for a minute when it fails', async () => {
    const { parts, today } = ground
    const calls = countCalls()
    const statement = octets(100)
    const signatures = await Promise.all(Array.from({ length: 20 }, () => parts.receipts.sign(today(), statement)))
    expect(calls.count).toBe(1)
    expect(new Set(signatures.map((one) => toHex(one.signature))).size).toBe(1)

    calls.fails = true
    ground.pass(1)
    for (let at = 0; at < 20; at++) await expect(parts.receipts.sign(today(), statement)).rejects.toThrow()
    const afterFailure = calls.count
    expect(afterFailure).toBeLessThanOrEqual(1 + 8)
    calls.fails = false
    ground.pass(1 / (24 * 30))
    await parts.receipts.sign(today(), statement)
    expect(calls.count).toBe(afterFailure + 1)
  })

  it('is not to blame when a day has no keys yet: receipts are signed as soon as there are some', async () => {
    const { parts, today, pass } = ground
    pass(30)
    await expect(parts.receipts.sign(today(), octets(100))).rejects.toMatchObject({ code: 'try-again' })
    await parts.epochs.keep(await parts.maker.make(today(), 'ab'.repeat(16)))
    expect((await parts.receipts.sign(today(), octets(100))).signature).toHaveLength(64)
  })

  function countCalls(): { count: number; fails: boolean } {
    const calls = { count: 0, fails: false }
    ground.kms.middlewareStack.add(
      (next) => (call) => {
        calls.count++
        if (calls.fails) throw Object.assign(new Error('out of reach'), { name: 'InternalServerError' })
        return next(call)
      },
      { step: 'initialize', name: 'counter' },
    )
    return calls
  }
})

function theUnlocker() {
  const { parts, keys } = ground
  return unlocker(keyUnwrapper(epochSecrets({ epochs: parts.epochs, keys, clock: () => Date.parse(ground.today()) })))
}

async function kinds(channel: string): Promise<string[]> {
  return (await wholeFeed(ground.parts.feeds, channel, ground.today())).map((row) => row.kind)
}

async function bodyIn(channel: string): Promise<(Bytes | null)[]> {
  const bodyOf = (row: FeedRow) => (row.kind === 'submission' ? row.body : null)
  return (await wholeFeed(ground.parts.feeds, channel, ground.today())).map(bodyOf)
}

async function attribute(
  client: Ground['engine']['client'],
  table: string,
  key: { pk: string; sk: string },
  name: string,
): Promise<Bytes> {
  const input = { TableName: table, Key: { pk: { S: key.pk }, sk: { S: key.sk } } }
  const { Item } = await client.send(new GetItemCommand(input))
  const value = Item?.[name]?.B
  if (value === undefined) throw new Error(`no ${name} there`)
  return new Uint8Array(value)
}

function flipped(bytes: Bytes, at: number): Bytes {
  const changed = bytes.slice()
  changed[at] = (changed[at] ?? 0) ^ 1
  return changed
}

async function everyFile(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  return found.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
}
