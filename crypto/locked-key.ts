import { Refusal } from '../domain/refusal.ts'
import { readPrivateKey } from './openpgp.ts'

/**
 * Whose key a file holds, without unlocking it: the fingerprint of its primary key, lower-case hexadecimal.
 *
 * @throws Refusal `unsuitable-key` when the text is not an armored private key
 */
export async function fingerprintOfLocked(armored: string): Promise<string> {
  const key = await readPrivateKey({ armoredKey: armored }).catch(() => {
    throw new Refusal('unsuitable-key')
  })
  return key.getFingerprint()
}
