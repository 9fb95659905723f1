import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { type TrustedRoster, verifyRoster } from '../crypto/verify/roster.ts'
import { parseRosterFile } from '../domain/roster.ts'
import { systemClock } from '../functions/entry/platform.ts'

/** A portal that runs in a process of its own, so that its work is not counted as ours. */
export interface BenchPortal {
  readonly origin: string
  readonly pin: string
  readonly roster: TrustedRoster
  /** Milliseconds of processor time that the process has used so far. */
  cpuMs(): Promise<number>
  close(): Promise<void>
}

interface Told {
  readonly ready?: { readonly origin: string; readonly pin: string; readonly json: string }
  readonly cpu?: NodeJS.CpuUsage
  readonly alarms?: readonly string[]
}

/** Start one. `bits` are asked for each puzzle of the proof of work; with `site`, it serves the built site as well. */
export async function startPortal(folder: string, bits: number, site: boolean): Promise<BenchPortal> {
  const child = fork(join(import.meta.dirname, 'server.ts'), [folder, String(bits), site ? 'site' : ''])
  const { ready } = await told(child)
  if (ready === undefined) throw new Error('the portal of the bench did not start')
  const { origin, pin, json } = ready
  const trust = { pin, origin, minimumVersion: 1 }
  return {
    origin,
    pin,
    roster: await verifyRoster([parseRosterFile(json)], trust, systemClock()),
    async cpuMs() {
      child.send('cpu')
      const { cpu, alarms } = await told(child)
      if (cpu === undefined) throw new Error('the portal of the bench did not answer')
      for (const alarm of alarms ?? []) process.stderr.write(`the portal hid a bug: ${alarm}\n`)
      return (cpu.user + cpu.system) / 1000
    },
    async close() {
      child.send('close')
      await new Promise((resolve) => child.once('exit', resolve))
    },
  }
}

function told(child: ChildProcess): Promise<Told> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error('the portal of the bench ended'))
    child.once('exit', ended)
    child.once('message', (message) => {
      child.removeListener('exit', ended)
      resolve(message as Told)
    })
  })
}
