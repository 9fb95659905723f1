import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as f from '../domain/fields.ts'
import { printJson } from '../domain/print.ts'
import { parseRosterFile, type RosterFile, roles } from '../domain/roster.ts'
import type { DemoOrganisation, DemoPerson } from './organisation.ts'

/** Text of a file, or `null` when there is none. */
export async function readIfThere(path: string): Promise<string | null> {
  return await readFile(path, 'utf8').catch((trouble: NodeJS.ErrnoException) => {
    if (trouble.code === 'ENOENT') return null
    throw trouble
  })
}

/** Write a file whole or not at all, for its owner only. */
export async function writeWhole(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await writeFile(`${path}.new`, text, { mode: 0o600 })
  await rename(`${path}.new`, path)
}

/** Our own small files in the data folder, in characters. */
export const fileLengthMax = 65_536

const readPeople = f.list(
  f.object<Pick<DemoPerson, 'handle' | 'role' | 'passphrase'> & { readonly file: string }>({
    handle: f.text(40, 1),
    role: f.oneOf(['steward', ...roles]),
    passphrase: f.text(200, 1),
    file: f.text(4096, 1),
  }),
  100,
)

/** Where the demonstration keeps what real people would keep to themselves. */
export function demoFolder(dataDir: string): string {
  return join(dataDir, 'demo')
}

/** The organisation that was made at an earlier start, or `null`. */
export async function readOrganisation(dataDir: string): Promise<DemoOrganisation | null> {
  const folder = demoFolder(dataDir)
  const json = await readIfThere(join(folder, 'people.json'))
  if (json === null) return null
  const listed = readPeople(f.parseJson(json, fileLengthMax), 'people.json')
  const people: DemoPerson[] = []
  for (const { handle, role, passphrase } of listed) {
    people.push({ handle, role, passphrase, locked: await readFile(join(folder, `${handle}.asc`), 'utf8') })
  }
  const file = parseRosterFile(await readFile(join(folder, 'roster.json'), 'utf8'))
  return { people, file, pin: readPin(await readFile(join(folder, 'pin.json'), 'utf8')) }
}

/** The pin of a pin file. @throws Refusal `malformed` */
export function readPin(json: string): string {
  const form = f.object<{ pin: string; minimumVersion: number }>({
    pin: f.hex(32),
    minimumVersion: f.integer(1, 2 ** 31),
  })
  return form(f.parseJson(json, fileLengthMax), 'pin.json').pin
}

/** Keep an organisation: the whole folder appears at once, so that a start that was cut off leaves none or all of it. */
export async function keepOrganisation(dataDir: string, made: DemoOrganisation): Promise<void> {
  const folder = demoFolder(dataDir)
  const building = `${folder}.new`
  await rm(building, { recursive: true, force: true })
  for (const { handle, locked } of made.people) await writeWhole(join(building, `${handle}.asc`), locked)
  const listed = made.people.map(({ handle, role, passphrase }) => ({
    handle,
    role,
    passphrase,
    file: join(folder, `${handle}.asc`),
  }))
  await writeWhole(join(building, 'people.json'), `${JSON.stringify(listed, null, 2)}\n`)
  await writeWhole(join(building, 'roster.json'), rosterText(made.file))
  await writeWhole(join(building, 'pin.json'), pinText(made.pin))
  await rename(building, folder)
}

/** Keep a later version of the roster beside the keys. */
export async function keepRoster(dataDir: string, file: RosterFile): Promise<void> {
  await writeWhole(join(demoFolder(dataDir), 'roster.json'), rosterText(file))
}

/** What a client is given to trust, as the command line reads it. */
export function pinText(pin: string): string {
  return `${JSON.stringify({ pin, minimumVersion: 1 })}\n`
}

function rosterText({ document, signatures }: RosterFile): string {
  return `${printJson({ roster: document, signatures })}\n`
}
