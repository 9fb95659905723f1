import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toUtf8 } from '../../domain/bytes.ts'
import { patience } from '../../functions/adapters/dynamo/retry.ts'
import { Bucket } from '../../functions/adapters/s3/bucket.ts'
import { signedHeaders } from '../../functions/adapters/s3/signature.ts'
import { bucketBlobs, bucketPublished } from '../../functions/adapters/s3/stores.ts'
import { systemDice } from '../../functions/entry/platform.ts'
import { type Service, StandInBuckets } from '../support/cloud.ts'

const credentials = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
}
const then = Date.UTC(2013, 4, 24)

describe('a signature for S3', () => {
  it('is the one of Amazon’s own example', () => {
    const request = {
      method: 'GET',
      host: 'examplebucket.s3.amazonaws.com',
      path: '/test.txt',
      headers: { range: 'bytes=0-9' },
      body: new Uint8Array(0),
    } as const
    // "Signature Calculations for the Authorization Header", example GET Object.
    expect(signedHeaders(request, credentials, 'us-east-1', then).authorization).toBe(
      'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,' +
        'SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,' +
        'Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    )
  })
})

const stand = new StandInBuckets()
let service: Service
let bucket: Bucket

beforeAll(async () => {
  service = await stand.serve()
  bucket = new Bucket({
    name: 'a-bucket',
    region: 'eu-central-1',
    credentials: async () => credentials,
    clock: () => then,
    patience: { ...patience(systemDice), pause: async () => {} },
    endpoint: service.url,
  })
})
afterAll(async () => await service.stop())

describe('blobs in a bucket', () => {
  it('are written once, read and erased', async () => {
    const blobs = bucketBlobs(bucket, { read: true })
    await blobs.put('body/one', toUtf8('sealed'))
    await blobs.put('body/one', toUtf8('sealed'))
    await expect(blobs.put('body/one', toUtf8('other'))).rejects.toThrow('a blob is written once')
    expect(await blobs.get('body/one')).toEqual(toUtf8('sealed'))
    await blobs.erase('body/one')
    await blobs.erase('body/one')
    expect(await blobs.get('body/one')).toBeNull()
  })

  it('survive storms, busy hours and lost answers', async () => {
    const blobs = bucketBlobs(bucket, { read: true })
    stand.weather.push(503, 409, 'lost', 500)
    await blobs.put('body/two', toUtf8('sealed'))
    expect(await blobs.get('body/two')).toEqual(toUtf8('sealed'))
  })

  it('end in "try again" when the weather does not clear', async () => {
    stand.weather.push(...Array.from({ length: 8 }, () => 503))
    await expect(bucketBlobs(bucket, { read: true }).get('body/two')).rejects.toMatchObject({ code: 'try-again' })
    expect(stand.weather).toEqual([])
  })

  it('are never read by whoever may only write', async () => {
    const blobs = bucketBlobs(bucket, { read: false })
    const before = stand.asked.length
    await blobs.put('body/three', toUtf8('sealed'))
    await blobs.put('body/three', toUtf8('sealed'))
    expect(stand.asked.slice(before).filter((one) => one.startsWith('GET'))).toEqual([])
  })

  it('are a bug when the bucket refuses us', async () => {
    stand.weather.push(403)
    await expect(bucket.get('body/two')).rejects.toThrow('the bucket answered 403')
  })
})

describe('public files in a bucket', () => {
  it('are replaced by newer ones', async () => {
    const published = bucketPublished(bucket)
    expect(await published.get('/drops/index.json')).toBeNull()
    await published.put('/drops/index.json', toUtf8('{"next":1}'))
    await published.put('/drops/index.json', toUtf8('{"next":2}'))
    expect(await published.get('/drops/index.json')).toEqual(toUtf8('{"next":2}'))
    expect(stand.objects.has('/a-bucket/drops/index.json')).toBe(true)
  })
})
