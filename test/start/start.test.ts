import { type ChildProcess, spawn } from 'node:child_process'
import { readdir, readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { root, Shell } from '../support/shell.ts'

let shell: Shell
const running = new Set<ChildProcess>()

beforeEach(async () => {
  shell = await Shell.open()
})

afterEach(async () => {
  for (const child of running) child.kill('SIGKILL')
  running.clear()
  await shell.close()
})

interface Started {
  readonly printed: string
  readonly origin: string
  stop(): Promise<number | null>
}

/** Start the portal as `npm start` does, and wait until it is ready. */
async function start(
  port: number,
  more: { args?: readonly string[]; env?: Readonly<Record<string, string>> } = {},
): Promise<Started> {
  const { SAFEHAND_PIN: _, ...environment } = process.env
  const child = spawn(process.execPath, [join(root, 'start/main.ts'), ...(more.args ?? [])], {
    env: { ...environment, PORT: String(port), DATA_DIR: shell.path('data'), ...more.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const printed = await new Promise<string>((resolve, reject) => {
    let out = ''
    let err = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
      if (out.includes('Stop with') || out.includes('Ledger key')) resolve(out)
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text
    })
    child.once('close', (code) => reject(new Error(`it ended with ${code}: ${err}`)))
  })
  return {
    printed,
    origin: `http://localhost:${port}`,
    async stop() {
      child.kill('SIGTERM')
      const code = await ended
      running.delete(child)
      return code
    },
  }
}

async function freePort(): Promise<number> {
  return await new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

interface DemoPerson {
  readonly handle: string
  readonly role: string
  readonly passphrase: string
  readonly file: string
}

async function people(): Promise<readonly DemoPerson[]> {
  return JSON.parse(await readFile(shell.path('data/demo/people.json'), 'utf8')) as DemoPerson[]
}

/** What a reviewer of the demonstration finds waiting. */
async function cases(origin: string) {
  const ada = (await people()).find((one) => one.handle === 'ada')
  if (ada === undefined) throw new Error('ada is not among the people')
  const passphrase = await shell.write('ada.pass', ada.passphrase)
  const key = ['--key', ada.file, '--key-passphrase-file', passphrase, '--pin', shell.path('data/pin.json')]
  return await shell.json<{ cases: { case: string; state: string; replies: number; channel: string }[] }>([
    'desk',
    'list',
    '--url',
    origin,
    ...key,
  ])
}

describe('npm start', { timeout: 240_000 }, () => {
  it('makes the demonstration once, keeps it over a restart, and follows it to another port', async () => {
    const first = await start(await freePort())
    expect(first.printed).toContain(`Safehand is ready: ${first.origin}/`)
    expect((await people()).map((one) => [one.handle, one.role])).toEqual([
      ['ida', 'steward'],
      ['noor', 'steward'],
      ['tomas', 'steward'],
      ['ada', 'reviewer'],
      ['grace', 'reviewer'],
      ['lise', 'reviewer'],
      ['harbour-watch', 'partner'],
      ['vera', 'auditor'],
    ])
    for (const { passphrase, file } of await people()) {
      expect(first.printed).toContain(passphrase)
      expect(await readFile(file, 'utf8')).toContain('PGP PRIVATE KEY')
      expect((await stat(file)).mode & 0o777).toBe(0o600)
    }
    const { cases: waiting } = await cases(first.origin)
    expect(waiting).toHaveLength(3)
    expect(waiting.map((one) => one.replies).sort()).toEqual([0, 0, 1])
    const words = /twelve words:\n {2}([a-z ]+)\n/.exec(first.printed)?.[1] ?? ''
    const file = await shell.write('words', words)
    const asSource = ['replies', '--url', first.origin, '--pin', shell.path('data/pin.json'), '--passphrase-file', file]
    expect((await shell.json<{ replies: object[] }>(asSource)).replies).toHaveLength(1)
    expect(await (await fetch(`${first.origin}/`)).text()).toContain('<html')
    expect(await first.stop()).toBe(0)

    const before = await readFile(shell.path('data/demo/people.json'), 'utf8')
    const again = await start(await freePort())
    expect(await readFile(shell.path('data/demo/people.json'), 'utf8')).toBe(before)
    expect((await cases(again.origin)).cases.map((one) => one.case).sort()).toEqual(
      waiting.map((one) => one.case).sort(),
    )
    expect(await again.stop()).toBe(0)
    expect((await stat(shell.path('data.keys'))).mode & 0o777).toBe(0o600)
    expect(await readdir(shell.path('data'))).not.toContain('data.keys')
  })

  it('starts empty, and three stewards make an organisation from a terminal', async () => {
    const port = await freePort()
    const first = await start(port, { args: ['--empty'] })
    const keys = {
      receipt: /Receipt key +([0-9a-f]{64})/.exec(first.printed)?.[1],
      ledger: /Ledger key +([0-9a-f]{64})/.exec(first.printed)?.[1],
      recovery: null,
    }
    expect((await fetch(`${first.origin}/roster.json`)).status).not.toBe(200)
    await first.stop()

    const proposal = await shell.json<{ instance: string; keys: object }>(['roster', 'init'])
    const passphrases: Record<string, string> = {}
    for (const handle of ['ida', 'noor', 'tomas', 'ada']) {
      const steward = handle === 'ada' ? [] : ['--steward']
      const call = [
        'key',
        'make',
        '--handle',
        handle,
        '--instance',
        proposal.instance,
        '--out',
        shell.path(`${handle}.asc`),
      ]
      passphrases[handle] = (await shell.json<{ passphrase: string }>([...call, ...steward])).passphrase
      await shell.write(`${handle}.pass`, passphrases[handle])
    }
    const plan = {
      ...proposal,
      keys,
      origins: [first.origin],
      policy: { publishAt: 'when-something-waits', workBits: { floor: 2, ceiling: 16 } },
    }
    const planFile = await shell.write('plan.json', JSON.stringify(plan))
    const roster = shell.path('roster.json')
    const { pin } = await shell.json<{ pin: string }>(['roster', 'init', planFile, '--out', roster])
    const sign = async (handle: string) =>
      await shell.safehand([
        'roster',
        'sign',
        roster,
        '--key',
        shell.path(`${handle}.asc`),
        '--key-passphrase-file',
        shell.path(`${handle}.pass`),
      ])
    expect((await sign('ida')).code).toBe(0)
    expect((await shell.safehand(['roster', 'verify', roster, '--pin', pin])).err).toContain('[roster-untrusted]')
    expect((await sign('ida')).code).toBe(2)
    expect((await sign('noor')).code).toBe(0)
    expect((await shell.safehand(['roster', 'verify', roster, '--pin', pin])).code).toBe(0)
    expect((await shell.safehand(['roster', 'show', roster])).out).toContain(pin)

    const pinFile = await shell.write('pin.json', JSON.stringify({ pin, minimumVersion: 1 }))
    const second = await start(port, { args: ['--empty'], env: { SAFEHAND_PIN: pinFile } })
    expect(await shell.json(['roster', 'publish', roster, '--url', second.origin])).toMatchObject({ version: 1 })
    await expect.poll(async () => (await fetch(`${second.origin}/roster.json`)).status, { timeout: 10_000 }).toBe(200)
    const at = ['--url', second.origin, '--pin', pin]
    await expect
      .poll(async () => (await shell.safehand(['submit', '-', '--channel', 'procurement', ...at], 'It works.')).code, {
        timeout: 100_000,
      })
      .toBe(0)
    const ada = ['--key', shell.path('ada.asc'), '--key-passphrase-file', shell.path('ada.pass')]
    await expect
      .poll(async () => (await shell.json<{ cases: object[] }>(['desk', 'list', ...at, ...ada])).cases.length, {
        timeout: 10_000,
      })
      .toBe(1)
    await second.stop()
  })

  it('says what is wrong with its settings instead of starting', async () => {
    await expect(start(0)).rejects.toThrow('PORT must be a number')
    await expect(start(8080, { args: ['--full'] })).rejects.toThrow('There is no option --full')
    await expect(start(8080, { args: ['--empty'], env: { SAFEHAND_PIN: 'abc' } })).rejects.toThrow(
      'SAFEHAND_PIN must be',
    )
  })
})
