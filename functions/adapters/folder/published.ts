import { join } from 'node:path'
import { toHex } from '../../../domain/bytes.ts'
import type { Published } from '../../ports/blobs.ts'
import type { Dice } from '../../ports/platform.ts'
import { readWhole, replacing, writeWhole } from './files.ts'

/** The public files as a folder that the local server serves. A reader sees the old file or the new one, whole. */
export function folderPublished(root: string, dice: Dice): Published {
  return {
    async put(path, bytes) {
      const file = fileOf(path)
      await writeWhole(file, bytes, `${file}.draft-${toHex(dice(8))}`, replacing)
    },

    async get(path) {
      return readWhole(fileOf(path))
    },
  }

  function fileOf(path: string): string {
    if (!/^(?:\/[a-z0-9][a-z0-9-]*)+(?:\.(?:json|html|asc))?$/.test(path))
      throw new Error('not the path of a public file')
    return join(root, path)
  }
}
