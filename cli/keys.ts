import { type UnlockedMember, unlock } from '../crypto/member.ts'
import type { Given, OptionForm } from './command.ts'
import { readText } from './files.ts'

/** Options of every command that signs or opens with a key. */
export const keyOptions = { key: 'text', 'key-passphrase-file': 'text' } as const satisfies Record<string, OptionForm>

/** The key of `--key`, unlocked. @throws Refusal `usage`, `wrong-key-passphrase`, `unsuitable-key` */
export async function keyOf(given: Given): Promise<UnlockedMember> {
  return await unlockFile(given.text('key'), given.text('key-passphrase-file'))
}

/** A locked key from its file, unlocked with the first line of another. @throws Refusal as `keyOf` */
export async function unlockFile(keyPath: string, passphrasePath: string): Promise<UnlockedMember> {
  const [passphrase] = (await readText(passphrasePath, 4096)).split(/\r?\n/)
  return await unlock(await readText(keyPath, 65_536), passphrase ?? '')
}
