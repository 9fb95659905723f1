import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareRequest, prepareSubmission } from './envelopes.ts'
import { figureOf, print, say } from './figure.ts'
import { type Loaded, load } from './load.ts'
import { type BenchPortal, startPortal } from './portal.ts'
import { yardstick } from './yardstick.ts'

/** Tips in one run for each number of senders at once: two or three seconds on a small machine. */
const senders = [
  { atOnce: 1, tips: 300 },
  { atOnce: 8, tips: 500 },
  { atOnce: 32, tips: 800 },
] as const
const runs = 3
/** The least that a roster may ask for; finding it is no part of what is measured, and checking costs the same. */
const bits = 1

/**
 * How many tips intake accepts in a second: 16 KiB class, six grants, durable before it answers. The portal runs whole
 * (its sequencer is at work meanwhile), the requests are sealed before the clock starts.
 */
export async function measureTips(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'safehand-bench-'))
  const portal = await startPortal(folder, bits, false)
  try {
    const engine = await yardstick(folder, await prepareSubmission(portal.roster))
    await accepted(portal, 500, 8) // Warm, and not counted.
    for (const { atOnce, tips } of senders) {
      const rounds: Round[] = []
      for (let run = 0; run < runs; run++) {
        say(`${atOnce} at once, run ${run + 1} of ${runs} ...`)
        const own = await engine.measure(tips, atOnce)
        rounds.push({ ...(await accepted(portal, tips, atOnce)), engineRate: rateOf(own) })
      }
      printRounds(atOnce, rounds)
    }
    await engine.close()
  } finally {
    await portal.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Round {
  readonly loaded: Loaded
  readonly cpuMsPerTip: number
  readonly engineRate: number
}

async function accepted(portal: BenchPortal, tips: number, atOnce: number): Promise<Omit<Round, 'engineRate'>> {
  const bodies: Uint8Array[] = []
  while (bodies.length < tips) bodies.push(await prepareRequest(portal.roster, bits))
  const before = await portal.cpuMs()
  const loaded = await load({
    url: `${portal.origin}/api/intake/submissions`,
    headers: { 'content-type': 'application/json' },
    bodies,
    atOnce,
  })
  return { loaded, cpuMsPerTip: ((await portal.cpuMs()) - before) / Math.max(1, loaded.accepted) }
}

function printRounds(atOnce: number, rounds: readonly Round[]): void {
  const about = `at ${atOnce} at once`
  const rates = rounds.map((one) => rateOf(one.loaded))
  const errors = rounds.map((one) => [...one.loaded.errors.values()].reduce((sum, count) => sum + count, 0))
  for (const [what, count] of rounds.flatMap((one) => [...one.loaded.errors])) say(`${count} x ${what}`)
  const most = atOnce === 32
  print(figureOf(`tips accepted, ${about}`, 'tips/s', rates, most ? { atLeast: 150 } : undefined))
  print(figureOf(`errors, ${about}`, 'errors/run', errors, { atMost: 0 }))
  print(
    figureOf(
      `server CPU, ${about}`,
      'ms/tip',
      rounds.map((one) => one.cpuMsPerTip),
      { atMost: 5 },
    ),
  )
  print(
    figureOf(
      `the engine alone, same transaction, ${about}`,
      'transactions/s',
      rounds.map((one) => one.engineRate),
    ),
  )
  const ratios = rounds.map((one) => rateOf(one.loaded) / one.engineRate)
  print(figureOf(`tips to engine, ${about}`, 'ratio', ratios, most ? { atLeast: 0.4 } : undefined))
}

function rateOf({ accepted, seconds }: Loaded): number {
  return accepted / seconds
}
