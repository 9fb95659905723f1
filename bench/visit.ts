import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CDPSession, chromium } from 'playwright-core'
import { figureOf, print, say } from './figure.ts'
import { startPortal } from './portal.ts'

const binary = '/usr/bin/chromium'
const runs = 5
/** A slow phone far away: 600 ms until the first octet of an answer, 1.6 Mbit/s, a quarter of this machine's speed. */
const network = { offline: false, latency: 600, downloadThroughput: 200_000, uploadThroughput: 93_750 }
const cpuSlowdown = 4
/** Everything that a first visit fetches has come by then, drops included. */
const quietMs = 4000

interface Visit {
  readonly bytesBeforePaint: number
  readonly bytesInAll: number
  readonly bodyBytesInAll: number
  readonly dropBytes: number
  readonly paintMs: number
}

interface Received {
  readonly at: number
  readonly path: string
  readonly bytes: number
}

/** What the debugger says, as far as we listen. */
type Message =
  | { readonly method: 'Network.requestWillBeSent'; readonly params: { requestId: string; request: { url: string } } }
  | {
      readonly method: 'Network.loadingFinished'
      readonly params: { requestId: string; timestamp: number; encodedDataLength: number }
    }

/** What a first visit costs: octets on the wire, headers included, and the time until something can be read. */
export async function measureVisit(): Promise<void> {
  if (!existsSync(binary)) return say(`${binary} is not installed: the first visit is not measured.`)
  const folder = mkdtempSync(join(tmpdir(), 'safehand-bench-'))
  const portal = await startPortal(folder, 8, true)
  const browser = await chromium.launch({
    executablePath: binary,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  try {
    const visits: Visit[] = []
    for (let run = 0; run < runs; run++) {
      say(`first visit ${run + 1} of ${runs} ...`)
      // A new context has nothing cached.
      const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
      const page = await context.newPage()
      visits.push(await visit(portal.origin, await context.newCDPSession(page)))
      await context.close()
    }
    const kB = (pick: (one: Visit) => number) => visits.map((one) => pick(one) / 1000)
    print(
      figureOf(
        'first visit before first paint',
        'kB',
        kB((one) => one.bytesBeforePaint),
        { atMost: 25 },
      ),
    )
    print(
      figureOf(
        'first visit in all, compressed, with OpenPGP, without drops and headers',
        'kB',
        kB((one) => one.bodyBytesInAll),
        { atMost: 100 },
      ),
    )
    print(
      figureOf(
        'the same with every header of HTTP/1.1, which HTTP/2 would compress',
        'kB',
        kB((one) => one.bytesInAll),
      ),
    )
    print(
      figureOf(
        'drops fetched in the background',
        'kB',
        kB((one) => one.dropBytes),
      ),
    )
    print(
      figureOf(
        'first paint at 4x CPU, 600 ms, 1.6 Mbit/s',
        'ms',
        visits.map((one) => one.paintMs),
      ),
    )
  } finally {
    await browser.close()
    await portal.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function visit(origin: string, session: CDPSession): Promise<Visit> {
  const paths = new Map<string, string>()
  const received: Received[] = []
  let paintAt = 0
  const note = ({ method, params }: Message) => {
    if (method === 'Network.requestWillBeSent') paths.set(params.requestId, new URL(params.request.url).pathname)
    if (method !== 'Network.loadingFinished') return
    received.push({ at: params.timestamp, path: paths.get(params.requestId) ?? '', bytes: params.encodedDataLength })
  }
  session.on('Network.requestWillBeSent', (params) => note({ method: 'Network.requestWillBeSent', params }))
  session.on('Network.loadingFinished', (params) => note({ method: 'Network.loadingFinished', params }))
  session.on('Page.lifecycleEvent', ({ name, timestamp }) => {
    if (name === 'firstContentfulPaint') paintAt = timestamp
  })
  await slowDown((method, params) => session.send(method, params))
  await followWorkers(session, note)
  await session.send('Page.enable')
  await session.send('Page.setLifecycleEventsEnabled', { enabled: true })
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown })
  await session.send('Page.navigate', { url: `${origin}/` })
  await quiet(received)
  const whole = await Promise.all(received.map(async (one) => await withBody(origin, one)))
  const sum = (of: readonly Received[]) => of.reduce((bytes, one) => bytes + one.bytes, 0)
  const rest = whole.filter((one) => !isDrop(one))
  return {
    bytesBeforePaint: sum(rest.filter((one) => one.at <= paintAt)),
    bytesInAll: sum(rest),
    bodyBytesInAll: rest.reduce((bytes, one) => bytes + one.bodyBytes, 0),
    dropBytes: sum(whole.filter(isDrop)),
    paintMs: await firstPaint(session),
  }
}

/** Workers fetch on their own account: each is held at its start until its network is watched and slowed as well. */
async function followWorkers(session: CDPSession, note: (message: Message) => void): Promise<void> {
  let id = 0
  session.on('Target.receivedMessageFromTarget', ({ message }) => note(JSON.parse(message) as Message))
  session.on('Target.attachedToTarget', ({ sessionId }) => {
    const send = async (method: string, params: object = {}) => {
      await session.send('Target.sendMessageToTarget', {
        sessionId,
        message: JSON.stringify({ id: ++id, method, params }),
      })
    }
    void slowDown(send).then(() => send('Runtime.runIfWaitingForDebugger'))
  })
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: false })
}

async function slowDown(
  send: (method: 'Network.enable' | 'Network.emulateNetworkConditions', params?: typeof network) => Promise<unknown>,
) {
  await send('Network.enable')
  await send('Network.emulateNetworkConditions', network)
}

/** Chromium counts only the header of a worker's first script; its body is as long as the server says. */
async function withBody(origin: string, one: Received): Promise<Received & { readonly bodyBytes: number }> {
  const answer = await fetch(origin + one.path, { method: 'HEAD', headers: { 'accept-encoding': 'br' } })
  const bodyBytes = Number(answer.headers.get('content-length'))
  return { ...one, bodyBytes, bytes: one.bytes > bodyBytes ? one.bytes : one.bytes + bodyBytes }
}

function isDrop({ path }: Received): boolean {
  return path.startsWith('/drops/')
}

/** Milliseconds from the start of the navigation to the first paint of something that can be read. */
async function firstPaint(session: CDPSession): Promise<number> {
  const expression = `performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN`
  const { result } = await session.send('Runtime.evaluate', { expression })
  return Number(result.value)
}

/** Wait until nothing has come for a while. */
async function quiet(received: readonly unknown[]): Promise<void> {
  let seen = -1
  while (received.length !== seen) {
    seen = received.length
    await new Promise((resolve) => setTimeout(resolve, quietMs))
  }
}
