import { rename, writeFile } from 'node:fs/promises'
import { limits } from '../../domain/limits.ts'
import { printJson } from '../../domain/print.ts'
import { parseRosterFile, type RosterFile } from '../../domain/roster.ts'
import { readText } from '../files.ts'

/** A roster file from disk. @throws Refusal `usage`, `malformed`, `roster-unsound` */
export async function readRoster(path: string): Promise<RosterFile> {
  return parseRosterFile(await readText(path, limits.rosterTextMax * 3))
}

/** Write a roster whole or not at all: stewards pass this file around. */
export async function writeRoster(path: string, { document, signatures }: RosterFile): Promise<void> {
  await writeFile(`${path}.new`, `${printJson({ roster: document, signatures })}\n`)
  await rename(`${path}.new`, path)
}
