import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dayOf, type Instant } from '../../domain/day.ts'
import { parseRosterFile } from '../../domain/roster.ts'
import { type LocalParts, openLocal } from '../../functions/adapters/local.ts'
import { takeCare } from '../../functions/caretaker/caretaker.ts'
import type { Answering } from '../../functions/entry/answer.ts'
import { type Served, serveLocal } from '../../functions/entry/local.ts'
import { requestOf } from '../../functions/entry/outermost.ts'
import { type FunctionParts, partsOfFunctions } from '../../functions/entry/parts.ts'
import { systemDice } from '../../functions/entry/platform.ts'
import { portalOf } from '../../functions/entry/portal.ts'
import { answerPublished } from '../../functions/entry/published.ts'
import { publish } from '../../functions/publisher/publisher.ts'
import { type Organisation, type OrganisationOptions, organise } from './organisation.ts'
import { friday } from './people.ts'

export interface PortalOptions {
  /** When it is; the clock stands still unless `advance` moves it. Left out: the usual Friday, or now with `http`. */
  readonly now?: Instant
  readonly organisation?: Omit<OrganisationOptions, 'now' | 'origins' | 'keys'>
  /** Listen on a port, with the loops and the real time, as on one machine. */
  readonly http?: boolean
  /** The built site to serve with `http`. */
  readonly siteDir?: string
  readonly workBits?: number
  /** GiB of files that are taken on a day; 0 switches files off. */
  readonly filesPerDay?: number
  /** Let bugs go to the log, as they do for real, instead of to `alarms`. */
  readonly logs?: boolean
  /** Without a roster: the organisation is made and its roster is not kept. */
  readonly empty?: boolean
}

/** A whole portal on the real engine, in a folder of its own. */
export interface OpenPortal {
  readonly origin: string
  readonly organisation: Organisation
  readonly parts: LocalParts
  readonly functions: FunctionParts
  readonly dataDir: string
  readonly keyFile: string
  readonly clock: () => Instant
  /** Let time pass. */
  advance(milliseconds: number): void
  /** As a browser would, but without a network unless it listens. */
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>
  /** Run the publisher once. */
  publish(): Promise<void>
  /** Run the caretaker once. */
  takeCare(): Promise<void>
  /** Publish a roster file as if its stewards had. */
  keepRoster(json: string): Promise<void>
  /** Bugs that were hidden behind `try-again`; a test that expects none may look. */
  readonly alarms: unknown[]
  close(): Promise<void>
}

export async function openPortal(options: PortalOptions = {}): Promise<OpenPortal> {
  const folder = await mkdtemp(join(tmpdir(), 'portal-'))
  const dataDir = join(folder, 'data')
  const keyFile = join(folder, 'keys')
  const started = Date.now()
  let now = options.now ?? (options.http === true ? started : friday)
  const clock = () => (options.http === true ? now + Date.now() - started : now)
  const port = options.http === true ? await freePort() : 8080
  const origin = options.http === true ? `http://127.0.0.1:${port}` : 'http://localhost:8080'

  const parts = await openLocal({ dataDir, keyFile, clock, dice: systemDice })
  const origins = [origin, `http://localhost:${port}`].filter((one, at, all) => all.indexOf(one) === at)
  const organisation = await organise({ ...options.organisation, now, origins, keys: parts.keys })
  const { workBits = 2, filesPerDay = 8 } = options
  const settings = { clock, dice: systemDice, workBits, filesPerDay, pin: organisation.pin }
  const functions = partsOfFunctions(parts, settings)
  const alarms: unknown[] = []
  const heard = (trouble: unknown) => {
    alarms.push(trouble)
  }
  const alarm = options.logs === true ? {} : { alarm: heard }

  const keepRoster = async (json: string) => {
    await parts.rosters.keep({ version: parseRosterFile(json).roster.version, json, day: dayOf(clock()) })
    await publish(functions.publisher, clock())
  }
  if (options.empty !== true) {
    await keepRoster(organisation.json)
    await takeCare(functions.caretaker, clock())
  }
  const served: Served | null =
    options.http === true
      ? await serveLocal({ ...settings, parts, siteDir: options.siteDir ?? join(folder, 'no-site'), port, ...alarm })
      : null
  return {
    origin,
    organisation,
    parts,
    functions,
    dataDir,
    keyFile,
    clock,
    advance(milliseconds) {
      now += milliseconds
    },
    fetch: served === null ? inProcess(portalOf(functions, alarm.alarm), parts) : (url, init) => fetch(url, init),
    publish: async () => await publish(functions.publisher, clock()),
    takeCare: async () => {
      await takeCare(functions.caretaker, clock())
    },
    keepRoster,
    alarms,
    async close() {
      await served?.close()
      await parts.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The way of a request through the outermost line, without a network. */
function inProcess(api: Answering, { published }: LocalParts): OpenPortal['fetch'] {
  return async (url, init) => {
    const asked = new Request(url, init)
    const path = new URL(url).pathname
    if (!path.startsWith('/api/')) return await answerPublished(path, published)
    const body = new Uint8Array(await asked.arrayBuffer())
    return await api(requestOf({ method: asked.method, path, headers: asked.headers, body }))
  }
}

async function freePort(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const server = createServer()
      .once('error', reject)
      .listen(0, '127.0.0.1', () => {
        const address = server.address()
        server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
      })
  })
}
