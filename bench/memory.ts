import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { figureOf, print, say } from './figure.ts'
import { type BenchPortal, startPortal } from './portal.ts'

const small = 16
const large = 1024

/** Memory of a client that uploads a large file, beside one that uploads a small one, each in a process of its own. */
export async function measureMemory(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'safehand-bench-'))
  const portal = await startPortal(folder, 8, false)
  try {
    const peaks: number[] = []
    for (const mebibytes of [small, large]) {
      say(`uploading ${mebibytes} MiB ...`)
      const { peakMiB, seconds } = await uploaded(portal, join(folder, 'film'), mebibytes)
      print(figureOf(`peak memory of a client that uploads ${mebibytes} MiB`, 'MiB', [peakMiB]))
      print(figureOf(`uploading ${mebibytes} MiB from a terminal`, 'MB/s', [(mebibytes * 2 ** 20) / 1e6 / seconds]))
      peaks.push(peakMiB)
    }
    const ratio = (peaks[1] ?? 0) / (peaks[0] ?? 1)
    print(figureOf(`peak memory at ${large} MiB beside ${small} MiB`, 'times', [ratio], { atMost: 1.5 }))
  } finally {
    await portal.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What a client tells of itself when it is done. */
export interface Uploaded {
  readonly peakMiB: number
  readonly seconds: number
}

async function uploaded({ origin, pin }: BenchPortal, path: string, mebibytes: number): Promise<Uploaded> {
  const child = fork(join(import.meta.dirname, 'uploader.ts'), [origin, pin, path, String(mebibytes)])
  return await new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as Uploaded))
    child.once('exit', (code) => reject(new Error(`the uploading client ended with ${code}`)))
  })
}
