import { createCipheriv, createDecipheriv } from 'node:crypto'
import { type Bytes, concat, toUtf8 } from '../../../domain/bytes.ts'
import type { AtRestItem } from '../../ports/at-rest.ts'

/** Version of the form at rest: part of what is authenticated, so that forms can never be mistaken for each other. */
const version = 1

export const objectKeyBytes = 32
export const nonceBytes = 12
const tagBytes = 16

/** AES-256-GCM: nonce, ciphertext, tag. Every object has a key of its own, so a nonce by chance cannot meet another. */
export function sealObject(item: AtRestItem, clear: Bytes, key: Bytes, nonce: Bytes): Bytes {
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(associated(item))
  return concat(nonce, cipher.update(clear), cipher.final(), cipher.getAuthTag())
}

/** @throws when the key, the item or an octet is another one */
export function openObject(item: AtRestItem, sealed: Bytes, key: Bytes): Bytes {
  const end = sealed.length - tagBytes
  if (end < nonceBytes) throw new Error('a sealed object is too short')
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes })
  decipher.setAAD(associated(item))
  decipher.setAuthTag(sealed.subarray(end))
  return concat(decipher.update(sealed.subarray(nonceBytes, end)), decipher.final())
}

function associated(item: AtRestItem): Bytes {
  return toUtf8(`safehand/object\n${item.kind}\n${item.key}\n${version}`)
}
