import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { slotsPerDrop } from '../domain/drop.ts'
import { limits } from '../domain/limits.ts'
import { startChromium } from '../test/browsers/chromium.ts'
import { startSlowFirefox } from '../test/browsers/firefox.ts'
import type { TestBrowser } from '../test/browsers/harness.ts'
import { figureOf, print, say, type Target } from './figure.ts'
import { type BenchPortal, startPortal } from './portal.ts'
import { trialsPath } from './trials/write.ts'

interface Kind {
  readonly name: string
  readonly binary: string
  readonly start: (binary: string) => Promise<TestBrowser>
  /** Targets are for the slowest browser that we serve. */
  readonly slowest: boolean
}

const kinds: readonly Kind[] = [
  { name: 'Chromium', binary: '/usr/bin/chromium', start: startChromium, slowest: false },
  { name: 'Firefox without JIT', binary: '/usr/bin/firefox-esr', start: startSlowFirefox, slowest: true },
]

/** What `npm start` asks for. */
const bits = 11
const slots = limits.liveDropsMax * slotsPerDrop

/** How long people wait in a browser, in Chromium and in a Firefox without its compilers. */
export async function measureBrowsers(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'safehand-bench-'))
  const portal = await startPortal(folder, bits, true)
  try {
    for (const kind of kinds) {
      if (existsSync(kind.binary)) await measureIn(kind, portal)
      else say(`${kind.binary} is not installed: nothing is measured in ${kind.name}.`)
    }
  } finally {
    await portal.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureIn({ name, binary, start, slowest }: Kind, portal: BenchPortal): Promise<void> {
  const browser = await start(binary)
  try {
    const visitor = await browser.visit()
    await visitor.open(portal.origin + trialsPath)
    const measure = async (
      trial: string,
      says: string,
      runs: number,
      argument: string | number,
      target?: Target,
      unit = 'ms',
    ) => {
      say(`${name}: ${says} ...`)
      // The page may still be loading its script.
      const ready = `new Promise((done) => { const look = () => globalThis.trials ? done() : setTimeout(look, 20); look() })`
      const took = await visitor.evaluate<number[]>(
        `${ready}.then(() => trials[${JSON.stringify(trial)}](${runs}, ${JSON.stringify(String(argument))}))`,
      )
      print(figureOf(`${says}, ${name}`, unit, took, slowest || unit !== 'ms' ? target : undefined))
    }
    await measure('seal', 'sealing a tip of 4 kB', 7, '')
    await measure('open', 'opening a tip of 4 kB', 7, '')
    await measure('slots', `trying ${slots} slots`, 3, slots, { atMost: 3000 })
    await measure('work', `the proof of work at ${bits} bits`, 7, bits)
    await measure('send', 'sending a tip until its receipt is verified', 7, portal.pin, { atMost: 2000 })
    const share = 'of the speed of raw AES-GCM'
    await measure('chunks', 'sealing 100 MiB, compat profile', 3, 'compat', { atLeast: 0.18 }, share)
    await measure('chunks', 'sealing 100 MiB, modern profile', 3, 'modern', { atLeast: 0.33 }, share)
    await measure('upload', 'sealing and uploading a file of 5 MB', 3, `${portal.pin} 5000000`, { atMost: 5000 })
    await measure('upload', 'sealing and uploading 100 MiB', 1, `${portal.pin} ${100 << 20}`)
  } finally {
    await browser.close()
  }
}
