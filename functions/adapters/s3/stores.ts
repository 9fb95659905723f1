import { sameBytes } from '../../../domain/bytes.ts'
import type { Blobs, Published } from '../../ports/blobs.ts'
import type { Bucket } from './bucket.ts'

/**
 * Blobs as objects of a bucket. Whoever may only write, as intake, cannot look at what stands there; but whoever writes
 * makes a name for this one object, so the same name is an attempt whose answer was lost.
 */
export function bucketBlobs(bucket: Bucket, may: { readonly read: boolean }): Blobs {
  return {
    async put(name, bytes) {
      if (await bucket.put(name, bytes, { once: true, type: 'application/octet-stream' })) return
      if (!may.read) return
      const kept = await bucket.get(name)
      if (kept === null || !sameBytes(kept, bytes)) throw new Error('a blob is written once')
    },
    get: async (name) => await bucket.get(name),
    erase: async (name) => await bucket.erase(name),
  }
}

/** The public files as objects of a bucket, which whatever serves the site hands out. */
export function bucketPublished(bucket: Bucket): Published {
  return {
    async put(path, bytes) {
      await bucket.put(path.slice(1), bytes, { once: false, type: typeOf(path) })
    },
    get: async (path) => await bucket.get(path.slice(1)),
  }
}

function typeOf(path: string): string {
  if (path.endsWith('.json')) return 'application/json'
  if (path.endsWith('.html')) return 'text/html; charset=utf-8'
  return path.endsWith('.asc') ? 'text/plain; charset=utf-8' : 'application/octet-stream'
}
