import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDays, dayOf } from '../../domain/day.ts'
import { patience } from '../../functions/adapters/dynamo/retry.ts'
import { keyOf, tables, timeToLive } from '../../functions/adapters/dynamo/table.ts'
import { engineBinary, startEngine } from '../../functions/adapters/engine.ts'
import { localKmsClient } from '../../functions/adapters/kms/in-process.ts'
import { createKeys, keyService } from '../../functions/adapters/kms/kms.ts'
import { type LocalParts, openLocal } from '../../functions/adapters/local.ts'
import { dice } from '../support/ground.ts'
import { aSubmission, octets, sequenceAll, wholeFeed } from '../support/kept.ts'
import { friday, instance } from '../support/people.ts'

let folder: string
let now: number

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'safehand-local-'))
  now = friday
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('A portal on one machine', { timeout: 60_000 }, () => {
  it('has everything again after a restart, its own keys too', async () => {
    const submission = await aSubmission(dayOf(now), { bodyLength: 262_144 })
    const keys = await opened(async (parts) => {
      await makeEpochs(parts, 1)
      await parts.submissions.keep(submission)
      await sequenceAll(parts.sequencer)
      await parts.published.put('/drops/0', octets(8192))
      return parts.keys
    })
    await opened(async (parts) => {
      expect(parts.keys).toEqual(keys)
      expect(await wholeFeed(parts.feeds, 'electronics', dayOf(now))).toMatchObject([{ body: submission.body }])
      expect((await parts.published.get('/drops/0'))?.length).toBe(8192)
    })
  })

  it('does not start with its key file inside the folder of its database', async () => {
    const inside = join(dataDir(), 'keys', 'portal.keys')
    const opening = openLocal({ dataDir: dataDir(), keyFile: inside, clock: () => now, dice })
    await expect(opening).rejects.toThrow(/must not be inside/)
    await expect(stat(dataDir())).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('cannot unwrap the secret of a destroyed epoch, though the database file may still hold what wrapped it', async () => {
    const [first, second] = [dayOf(now), addDays(dayOf(now), 1)]
    const [doomed, live] = await opened(async (parts) => {
      await makeEpochs(parts, 2)
      const found = [await parts.epochs.find(first), await parts.epochs.find(second)] as const
      await parts.epochs.destroy(first)
      return found
    })
    if (doomed === null || live === null) throw new Error('two epochs were made')
    // Whoever takes the machine has both: the database file with its free pages, and the key file as it is now.
    const client = localKmsClient(keyFile(), dice)
    await createKeys(client)
    const keys = keyService(client, patience(dice))
    const unwrap = (day: typeof first, secret: typeof doomed.sealingSecret) =>
      keys.unwrap({ purpose: 'sealing', instance, day }, secret)
    await expect(unwrap(first, doomed.sealingSecret)).rejects.toMatchObject({ name: 'InvalidCiphertextException' })
    expect((await unwrap(second, live.sealingSecret)).length).toBe(32)
    expect(await readFile(keyFile(), 'utf8')).not.toContain(first)
  })

  it('sweeps sessions and nonces whose hour has passed, because its engine does not', async () => {
    await opened(async (parts) => {
      await parts.sessions.offer('ab'.repeat(32), now + 60_000)
      await parts.sessions.open('cd'.repeat(32), { member: 'ada', thumbprint: 'x' }, now + 8 * 3_600_000)
      now += 2 * 3_600_000
      await parts.expiry.eraseDue(dayOf(now))
      expect(await parts.sessions.find('cd'.repeat(32), now)).not.toBeNull()
    })
    const engine = await startEngine(join(dataDir(), 'database', 'safehand.db'), undefined)
    try {
      const { Items = [] } = await engine.client.send(new ScanCommand({ TableName: tables.content }))
      expect(Items.filter((one) => one[timeToLive] !== undefined).map((one) => one.pk?.S)).toEqual([
        keyOf.session('cd'.repeat(32)).pk,
      ])
    } finally {
      await engine.stop()
    }
  })

  async function opened<T>(act: (parts: LocalParts) => Promise<T>): Promise<T> {
    const parts = await openLocal({ dataDir: dataDir(), keyFile: keyFile(), clock: () => now, dice })
    try {
      return await act(parts)
    } finally {
      await parts.close()
    }
  }

  async function makeEpochs(parts: LocalParts, days: number): Promise<void> {
    for (let ahead = 0; ahead < days; ahead++) {
      await parts.epochs.keep(await parts.maker.make(addDays(dayOf(now), ahead), instance))
    }
  }
})

describe('The embedded database', { timeout: 60_000 }, () => {
  it('ends with the process that started it, even when that is killed', async () => {
    const script = `
      const { startEngine } = await import(${JSON.stringify(resolve('functions/adapters/engine.ts'))})
      const engine = await startEngine(${JSON.stringify(join(folder, 'safehand.db'))}, undefined)
      console.log(engine.pid)
      setInterval(() => undefined, 1000)`
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const pid = await new Promise<number>((resolvePid) =>
      parent.stdout.once('data', (line: Buffer) => resolvePid(Number(line.toString()))),
    )
    expect(isAlive(pid)).toBe(true)
    parent.kill('SIGKILL')
    for (let round = 0; round < 500 && isAlive(pid); round++) await new Promise((go) => setTimeout(go, 10))
    expect(isAlive(pid)).toBe(false)
  })

  it('is not started when another endpoint is given', async () => {
    const engine = await startEngine(join(folder, 'never.db'), 'http://127.0.0.1:9')
    expect(engine.pid).toBeNull()
    await engine.stop()
    await expect(stat(join(folder, 'never.db'))).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('says what to do where there is no engine for the platform', () => {
    expect(() => engineBinary('plan9', 'mips')).toThrow(/plan9 mips.*SAFEHAND_DYNAMODB_ENDPOINT/)
  })

  it('does not keep a start waiting that cannot succeed', async () => {
    const began = Date.now()
    await expect(startEngine(join(process.execPath, 'safehand.db'), undefined)).rejects.toThrow()
    await expect(startEngine(folder, undefined)).rejects.toThrow(/did not start/)
    expect(Date.now() - began).toBeLessThan(20_000)
  })

  it('is never sent an expression that would end it', async () => {
    const engine = await startEngine(join(folder, 'safehand.db'), undefined)
    try {
      const item = { pk: { S: 'é €' }, sk: { S: '-' } }
      const wrong = { TableName: 'nowhere', Item: item, ConditionExpression: 'attribute_not_exists(é)' }
      await expect(engine.client.send(new PutItemCommand(wrong))).rejects.toThrow(/printable ASCII/)
      const right = { ...wrong, ConditionExpression: 'attribute_not_exists(#é)', ExpressionAttributeNames: {} }
      await expect(engine.client.send(new PutItemCommand(right))).rejects.toThrow(/printable ASCII/)
      const fine = { TableName: 'nowhere', Item: item }
      await expect(engine.client.send(new PutItemCommand(fine))).rejects.toMatchObject({
        name: 'ResourceNotFoundException',
      })
    } finally {
      await engine.stop()
    }
  })
})

function dataDir(): string {
  return join(folder, 'data')
}

function keyFile(): string {
  return join(folder, 'data.keys')
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
