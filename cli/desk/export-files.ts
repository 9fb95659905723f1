import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BookedTip } from '../../client/desk/booked.ts'
import { fetchChunks } from '../../client/download.ts'
import { grantForExport } from '../../crypto/chunk.ts'
import { sha256 } from '../../crypto/digest.ts'
import { concat, toHex } from '../../domain/bytes.ts'
import type { TipFile } from '../../domain/clear/manifest.ts'
import type { AtDesk } from './desk.ts'
import { safeName } from './file-names.ts'

/** What was written of a tip's files. */
export interface ExportedFiles {
  /** Lines for `sha256sum -c`, over what was written. */
  readonly sums: readonly string[]
  /** The same over what `recover` will make of it, for files whose tip says their SHA-256. */
  readonly recovered: readonly string[]
}

/**
 * Write every chunk of a tip's files as an OpenPGP message of its own, which the holder's key opens: one folder a file.
 *
 * @throws Refusal as `download`
 */
export async function exportFiles(
  { submission, tip }: BookedTip,
  out: string,
  { session, portal }: Pick<AtDesk, 'session' | 'portal'>,
): Promise<ExportedFiles> {
  const sums: string[] = []
  const recovered: string[] = []
  const me = await portal.roster.certificateOf(session.member.id)
  for (const [at, file] of tip.content.files.entries()) {
    const folder = `files/${safeName(submission, at, file)}`
    await mkdir(join(out, folder), { recursive: true, mode: 0o700 })
    const grant = await grantForExport(file.key, me)
    await fetchChunks(session, file, async (chunk, place) => {
      const message = concat(grant, chunk)
      const name = `${folder}/${String(place + 1).padStart(4, '0')}.pgp`
      await writeFile(join(out, name), message, { mode: 0o600 })
      sums.push(`${toHex(await sha256(message))}  ${name}`)
    })
    if (file.sha256 !== null) recovered.push(recoveredLine(file, safeName(submission, at, file)))
  }
  return { sums, recovered }
}

function recoveredLine({ sha256: hash }: TipFile, name: string): string {
  return `${hash ?? ''}  recovered/${name}`
}

/**
 * Puts the files together again with nothing of ours. What it is called with goes to gpg. No name of a stranger stands
 * in it: it walks the folders, whose names are plain.
 */
export const recoverScript = `#!/bin/sh
# Puts every exported file together again, with GnuPG and the key that it was exported for.
# Usage: ./recover [options for gpg]
set -eu
umask 077
cd "$(dirname "$0")"
sha256sum --check --quiet SHA256SUMS
mkdir -p recovered
for folder in files/*/; do
  name=$(basename "$folder")
  : > "recovered/$name.part"
  for chunk in "$folder"*.pgp; do
    gpg "$@" --decrypt "$chunk" >> "recovered/$name.part"
  done
  mv "recovered/$name.part" "recovered/$name"
done
if [ -s RECOVERED.SHA256 ]; then sha256sum --check RECOVERED.SHA256; fi
`
