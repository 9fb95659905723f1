import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sameBytes, toHex, toUtf8 } from '../../../domain/bytes.ts'
import type { Blobs } from '../../ports/blobs.ts'
import type { Dice } from '../../ports/platform.ts'
import { sha256Hex } from '../digest.ts'
import { creating, failedWith, readWhole, syncFolder, writeWhole } from './files.ts'

/** Blobs as files. A path is the hash of the name, so no name can lead out of the folder or be read off the disk. */
export function folderBlobs(root: string, dice: Dice): Blobs {
  return {
    async put(name, bytes) {
      const path = pathOf(name)
      try {
        await writeWhole(path, bytes, `${path}.${toHex(dice(8))}`, creating)
      } catch (problem) {
        if (!failedWith(problem, 'EEXIST')) throw problem
        const kept = await readWhole(path)
        if (kept === null || !sameBytes(kept, bytes)) throw new Error('a blob is written once', { cause: problem })
      }
    },

    get: (name) => readWhole(pathOf(name)),

    async erase(name) {
      const path = pathOf(name)
      await rm(path, { force: true })
      try {
        await syncFolder(dirname(path))
      } catch (problem) {
        if (!failedWith(problem, 'ENOENT')) throw problem
      }
    },
  }

  function pathOf(name: string): string {
    const hash = sha256Hex(toUtf8(name))
    return join(root, hash.slice(0, 2), hash.slice(2))
  }
}
