import { createPublicKey, verify } from 'node:crypto'
import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DescribeKeyCommand, GenerateRandomCommand, SignCommand } from '@aws-sdk/client-kms'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toBase64Url } from '../../domain/bytes.ts'
import type { Day } from '../../domain/day.ts'
import { patience } from '../../functions/adapters/dynamo/retry.ts'
import { localKmsClient } from '../../functions/adapters/kms/in-process.ts'
import { aliases, createKeys, type EpochSecret, keyService } from '../../functions/adapters/kms/kms.ts'
import { dice } from '../support/ground.ts'
import { octets } from '../support/kept.ts'

const what: EpochSecret = { purpose: 'sealing', instance: 'ab'.repeat(16), day: '2026-11-20' as Day }

let folder: string
let keyFile: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'safehand-kms-'))
  keyFile = join(folder, 'portal.keys')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('The local key service', () => {
  it('unwraps what it wrapped, after a restart too, and only as what it was wrapped as', async () => {
    const secret = octets(32)
    const wrapped = await (await service()).wrap(what, secret)
    const later = await service()
    expect(await later.unwrap(what, wrapped)).toEqual(secret)
    for (const wrong of [
      { ...what, day: '2026-11-21' as Day },
      { ...what, instance: 'cd'.repeat(16) },
      { ...what, purpose: 'receipt' as const },
    ]) {
      await expect(later.unwrap(wrong, wrapped)).rejects.toThrow()
    }
    const damaged = wrapped.slice()
    damaged[40] = (damaged[40] ?? 0) ^ 1
    await expect(later.unwrap(what, damaged)).rejects.toMatchObject({ name: 'InvalidCiphertextException' })
    await expect(later.unwrap(what, octets(10))).rejects.toMatchObject({ name: 'InvalidCiphertextException' })
  })

  it('signs so that anybody can check it with its public key', async () => {
    const keys = await service()
    const message = octets(300)
    for (const name of ['receipt', 'ledger'] as const) {
      const x = toBase64Url(await keys.publicKey(name))
      const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
      expect(verify(null, message, key, await keys.sign(name, message))).toBe(true)
      expect(verify(null, octets(300), key, await keys.sign(name, message))).toBe(false)
    }
    expect(await keys.publicKey('receipt')).not.toEqual(await keys.publicKey('ledger'))
  })

  it('keeps its keys in a file that only its owner can read, and leaves no drafts', async () => {
    await service()
    expect((await stat(keyFile)).mode & 0o777).toBe(0o600)
    expect(await readdir(folder)).toEqual(['portal.keys'])
  })

  it('does not start over a key file that others can read, or that is damaged', async () => {
    await service()
    await chmod(keyFile, 0o640)
    expect(() => localKmsClient(keyFile, dice)).toThrow(/can be read by others/)
    await chmod(keyFile, 0o600)
    await writeFile(keyFile, '{"format":"safehand-keys/1","keys":{"x":1},"aliases":{}}')
    expect(() => localKmsClient(keyFile, dice)).toThrow()
  })

  it('answers by the names of AWS when it refuses', async () => {
    const client = localKmsClient(keyFile, dice)
    await expect(client.send(new DescribeKeyCommand({ KeyId: aliases.sealing }))).rejects.toMatchObject({
      name: 'NotFoundException',
    })
    await createKeys(client)
    await expect(client.send(new GenerateRandomCommand({ NumberOfBytes: 8 }))).rejects.toMatchObject({
      name: 'UnsupportedOperationException',
    })
    const wrongUse = new SignCommand({
      KeyId: aliases.sealing,
      Message: octets(10),
      MessageType: 'RAW',
      SigningAlgorithm: 'ED25519_SHA_512',
    })
    await expect(client.send(wrongUse)).rejects.toMatchObject({ name: 'InvalidKeyUsageException' })
  })

  async function service() {
    const client = localKmsClient(keyFile, dice)
    await createKeys(client)
    return keyService(client, patience(dice))
  }
})
