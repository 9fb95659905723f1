import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { dayOf } from '../domain/day.ts'
import { openLocal } from '../functions/adapters/local.ts'
import { serveLocal } from '../functions/entry/local.ts'
import { systemClock, systemDice } from '../functions/entry/platform.ts'
import type { Epochs } from '../functions/ports/epochs.ts'
import { buildSite } from '../web/build.ts'
import { sendInvented } from './cases.ts'
import { demonstrationIn, publishRoster } from './demonstration.ts'
import { pinText, readIfThere, readPin, writeWhole } from './folder.ts'
import { demonstrationReady, emptyReady } from './ready.ts'

/** What the operator of one machine may say. */
interface Wishes {
  readonly port: number
  readonly dataDir: string
  readonly keyFile: string
  readonly empty: boolean
  readonly pin: string | null
  readonly filesPerDay: number
}

/** Zero bits of each puzzle of the proof of work: below two seconds in a browser without a compiler. */
const workBits = 11

/** GiB of files that are taken on a day, unless `SAFEHAND_FILES_PER_DAY` says another number; 0 takes none. */
const usualFilesPerDay = 16

/** Start a whole portal on this machine, and say where it is. */
async function start({ port, dataDir, keyFile, empty, pin: wishedPin, filesPerDay }: Wishes): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const endpoint = process.env.SAFEHAND_DYNAMODB_ENDPOINT
  const parts = await openLocal({ dataDir, keyFile, clock: systemClock, dice: systemDice, endpoint })
  const origin = `http://localhost:${port}`
  const origins = [origin, `http://127.0.0.1:${port}`]
  const premises = { origins, keys: parts.keys, now: systemClock(), dice: systemDice }
  const organisation = empty ? null : await demonstrationIn(dataDir, premises)
  const pin = organisation?.pin ?? wishedPin ?? (await keptPin(dataDir))
  if (pin !== null) await writeWhole(join(dataDir, 'pin.json'), pinText(pin))
  const siteDir = join(dataDir, 'site')
  await buildSite({ pin: pin ?? '', minimumVersion: 1, out: siteDir, onion: process.env.SAFEHAND_ONION ?? '' })
  const settings = { clock: systemClock, dice: systemDice, workBits, filesPerDay, pin }
  const served = await serveLocal({ ...settings, parts, siteDir, port }).catch((trouble: NodeJS.ErrnoException) => {
    if (trouble.code === 'EADDRINUSE') throw new Error(`Port ${port} is taken. Set PORT to another one.`)
    throw trouble
  })

  const stop = async (): Promise<void> => {
    await served.close()
    await parts.close()
    process.exit(0)
  }
  process.once('SIGINT', () => void stop())
  process.once('SIGTERM', () => void stop())

  if (organisation === null) {
    process.stdout.write(emptyReady({ origin, pin, keys: parts.keys }))
    return
  }
  const portal = await publishRoster(origin, organisation)
  await untilKeysAreMade(parts.epochs)
  const sources = await sendInvented(portal, dataDir, organisation)
  process.stdout.write(demonstrationReady({ origin, dataDir, organisation, sources }))
}

const looksMax = 240
const lookEveryMs = 250

/** The caretaker makes the day's keys once there is a roster; before that nothing can be taken in. */
async function untilKeysAreMade(epochs: Epochs): Promise<void> {
  for (let look = 0; look < looksMax; look++) {
    if ((await epochs.find(dayOf(systemClock()))) !== null) return
    await setTimeout(lookEveryMs)
  }
  throw new Error('The caretaker made no keys for today.')
}

async function keptPin(dataDir: string): Promise<string | null> {
  const json = await readIfThere(join(dataDir, 'pin.json'))
  return json === null ? null : readPin(json)
}

/** A pin as the command line takes it too: its digits, or a file that holds them. The demonstration has its own. */
async function wishedPinOf(said: string | undefined): Promise<string | null> {
  if (said === undefined || said === '') return null
  if (/^[0-9a-f]{64}$/.test(said)) return said
  const json = await readIfThere(said)
  if (json !== null) return readPin(json)
  throw new Error(
    'SAFEHAND_PIN must be the 64 hexadecimal digits that "safehand roster init" printed, or a file with them.',
  )
}

async function wishes(): Promise<Wishes> {
  const { PORT, DATA_DIR, SAFEHAND_PIN, SAFEHAND_FILES_PER_DAY } = process.env
  const port = Number(PORT ?? '8080')
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error('PORT must be a number from 1 to 65535.')
  const dataDir = resolve(DATA_DIR ?? '.safehand')
  const unknown = process.argv.slice(2).find((one) => one !== '--empty')
  if (unknown !== undefined) throw new Error(`There is no option ${unknown}; --empty starts without the demonstration.`)
  const empty = process.argv.includes('--empty')
  const filesPerDay = Number(SAFEHAND_FILES_PER_DAY ?? usualFilesPerDay)
  if (!Number.isInteger(filesPerDay) || filesPerDay < 0) {
    throw new Error('SAFEHAND_FILES_PER_DAY must be a whole number of GiB, or 0 to take no files.')
  }
  // The key file stands beside the data folder: a copy of the one alone opens nothing.
  return {
    port,
    dataDir,
    keyFile: `${dataDir}.keys`,
    empty,
    pin: empty ? await wishedPinOf(SAFEHAND_PIN) : null,
    filesPerDay,
  }
}

try {
  await start(await wishes())
} catch (trouble) {
  process.stderr.write(`Safehand did not start. ${trouble instanceof Error ? trouble.message : ''}\n`)
  process.exit(1)
}
