import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import * as f from '../../../domain/fields.ts'
import type { Dice } from '../../ports/platform.ts'

/** A key of the local key service. All material stands in clear: whoever reads this file holds the keys. */
export interface StoredKey {
  readonly spec: 'SYMMETRIC_DEFAULT' | 'ECC_NIST_EDWARDS25519'
  /** The seed of an Ed25519 key, base64url; `null` for the other kind, whose contexts have keys of their own. */
  readonly material: string | null
}

/** What one encryption context is encrypted by: a key of its own, so that it can be forgotten by itself. */
export interface ContextKey {
  readonly key: string
  readonly context: Readonly<Record<string, string>>
  /** An AES-256 key, base64url. */
  readonly material: string
}

export interface KeyFile {
  readonly format: 'safehand-keys/1'
  readonly keys: Readonly<Record<string, StoredKey>>
  readonly aliases: Readonly<Record<string, string>>
  readonly contexts: readonly ContextKey[]
}

const idForm = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const fileTextMax = 1 << 20
const contextsMax = 3000
const material = f.form(/^[A-Za-z0-9_-]{43}$/, '32 octets')

const read: f.Read<KeyFile> = f.object<KeyFile>({
  format: f.exactly('safehand-keys/1'),
  keys: f.dictionary(
    idForm,
    f.object<StoredKey>({
      spec: f.oneOf(['SYMMETRIC_DEFAULT', 'ECC_NIST_EDWARDS25519']),
      material: f.nullable(material),
    }),
    100,
  ),
  aliases: f.dictionary(/^alias\/[a-z0-9-]{1,60}$/, f.form(idForm, 'a key id'), 100),
  contexts: f.list(
    f.object<ContextKey>({
      key: f.form(idForm, 'a key id'),
      context: f.dictionary(/^[a-z]{1,20}$/, f.text(100), 10),
      material,
    }),
    contextsMax,
  ),
})

/**
 * The key file, which stands in for the hardware of AWS KMS. It protects against a stolen database file or backup, not
 * against somebody who is root on the machine.
 *
 * @throws when others may read the file, or it is damaged: then nothing starts
 */
export function openKeyFile(path: string): KeyFile {
  if (!existsSync(path)) return { format: 'safehand-keys/1', keys: {}, aliases: {}, contexts: [] }
  if ((statSync(path).mode & 0o077) !== 0) {
    throw new Error(`${path} can be read by others. Run: chmod 600 ${path}`)
  }
  return read(f.parseJson(readFileSync(path, 'utf8'), fileTextMax), 'key file')
}

/** Replace the file in one act: after a power cut the old one or the new one stands there, whole. */
export function writeKeyFile(path: string, file: KeyFile, dice: Dice): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const draft = `${path}.${Buffer.from(dice(8)).toString('hex')}`
  const open = openSync(draft, 'wx', 0o600)
  try {
    writeSync(open, JSON.stringify(file))
    fsyncSync(open)
  } finally {
    closeSync(open)
  }
  renameSync(draft, path)
  const folder = openSync(dirname(path), 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
