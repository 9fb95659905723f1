import { writeFile } from 'node:fs/promises'
import type { NewKey } from '../../crypto/member.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Given, Said } from '../command.ts'
import { exists, writeSecret } from '../files.ts'

/** Whose key it will be. @throws Refusal `usage` */
export function expectedOf(given: Given): { readonly handle: string; readonly instance: string } {
  const handle = given.text('handle')
  const instance = given.text('instance')
  if (!/^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])$/.test(handle)) {
    throw new Refusal(
      'usage',
      'a handle has 2 to 32 lower-case letters, digits and hyphens; it is public, so no real name',
    )
  }
  if (!/^[0-9a-f]{32}$/.test(instance)) {
    throw new Refusal('usage', 'an instance has 32 hexadecimal digits; "safehand roster init" proposes one')
  }
  return { handle, instance }
}

export interface KeyPaths {
  readonly key: string
  readonly certificate: string
}

/** Where `--out` puts a key and its certificate. @throws Refusal `usage` when either is there already */
export async function keyPathsOf(given: Given): Promise<KeyPaths> {
  const key = given.text('out')
  const certificate = `${key}.pub`
  for (const path of [key, certificate]) {
    if (await exists(path)) throw new Refusal('usage', `${path} is there already`)
  }
  return { key, certificate }
}

/** Write a locked key and its certificate, and say the passphrase once. */
export async function keep(paths: KeyPaths, { certificate, locked, passphrase }: NewKey): Promise<Said> {
  await writeSecret(paths.key, locked)
  await writeFile(paths.certificate, certificate, { flag: 'wx' })
  return {
    json: { ...paths, passphrase },
    prose: `The locked key is in ${paths.key}, its certificate for the roster in ${paths.certificate}.

Passphrase  ${passphrase}

It is shown this once. Keep it apart from the key, and keep a copy of both.`,
  }
}
