import { openAsBlob } from 'node:fs'
import { truncate, writeFile } from 'node:fs/promises'
import { connect } from '../client/portal.ts'
import { upload } from '../client/upload.ts'
import { makePassphrase } from '../crypto/passphrase.ts'
import type { Uploaded } from './memory.ts'

/** Uploads one file and tells how much memory that took. A process of its own, so that nothing else is counted. */
const [origin = '', pin = '', path = '', mebibytes = '0'] = process.argv.slice(2)

await writeFile(path, '')
// A hole: it reads as zeros and takes no room. What is sealed of it looks like everything else.
await truncate(path, Number(mebibytes) * 2 ** 20)
const portal = await connect({ origin, pin, minimumVersion: 1, site: null }, { fetch, clock: Date.now })
const attachment = {
  blob: await openAsBlob(path),
  name: 'film.mp4',
  type: '',
  version: 'original',
  pair: null,
} as const
const begun = performance.now()
await upload(portal, await makePassphrase(), [attachment]).files
const told: Uploaded = {
  peakMiB: process.resourceUsage().maxRSS / 1024,
  seconds: (performance.now() - begun) / 1000,
}
process.send?.(told)
process.disconnect()
