import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { startChromium, startChromiumOnDisk } from './chromium.ts'
import { startSlowFirefox, startSlowFirefoxOnDisk } from './firefox.ts'

/** How a visitor comes. */
export interface VisitOptions {
  readonly width?: number
  readonly height?: number
  readonly dark?: boolean
  /** An expression that every page runs before anything of its own. Chromium only. */
  readonly before?: string
  /** Whether pages may run scripts. Chromium only. */
  readonly scripts?: boolean
}

/** Somebody in front of a browser: they find things by the words on them. */
export interface Visitor {
  readonly open: (address: string) => Promise<void>
  /** Press the button, link, summary, radio card or tick that says this; part of the words is enough. */
  readonly press: (says: string) => Promise<void>
  /** Type into the field with this label, replacing what stands there. */
  readonly type: (label: string, text: string) => Promise<void>
  /** Choose a file in the field with this label. */
  readonly attach: (label: string, file: string) => Promise<void>
  readonly key: (name: 'Tab' | 'Enter' | 'Escape' | 'j' | 'k' | 'r' | '?') => Promise<void>
  /** Wait until the page shows this text. */
  readonly sees: (text: string | RegExp, withinMs?: number) => Promise<void>
  /** The text that the page shows. */
  readonly text: () => Promise<string>
  /** Run something in the page. `script` is an expression. */
  readonly evaluate: <T>(script: string) => Promise<T>
  /** Let nothing through whose address holds this; `null` lets everything through again. Chromium only. */
  readonly block: (part: string | null) => Promise<void>
  readonly picture: (file: string) => Promise<void>
  /** Every address that was asked for since the visit began. */
  readonly asked: () => readonly string[]
  readonly leave: () => Promise<void>
}

export interface TestBrowser {
  readonly name: string
  readonly visit: (options?: VisitOptions) => Promise<Visitor>
  readonly close: () => Promise<void>
}

interface Kind {
  readonly name: string
  readonly binary: string
  readonly start: (binary: string) => Promise<TestBrowser>
  readonly startOnDisk: (binary: string, profile: string) => Promise<TestBrowser>
}

const firstOf = (paths: readonly string[]): string => paths.find((path) => existsSync(path)) ?? paths[0] ?? ''

const chromium: Kind = {
  name: 'Chromium',
  binary: process.env.CHROMIUM ?? firstOf(['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']),
  start: startChromium,
  startOnDisk: startChromiumOnDisk,
}
/** Firefox without its compilers and without WebAssembly: what Tor Browser's level "Safer" leaves. */
const slowFirefox: Kind = {
  name: 'Firefox without compilers',
  binary: process.env.FIREFOX ?? firstOf(['/usr/bin/firefox-esr', '/usr/bin/firefox']),
  start: startSlowFirefox,
  startOnDisk: startSlowFirefoxOnDisk,
}

/**
 * The same tests in each browser. One that is not installed is left out with a word why; where `CI=true` says that all
 * must be there, it fails.
 */
export function inEveryBrowser(tests: (browser: () => TestBrowser) => void): void {
  for (const kind of [chromium, slowFirefox]) inBrowser(kind, tests)
}

/** The same, where each test starts the browser by itself, with a profile in a folder. */
export function inEveryBrowserOnDisk(tests: (start: (profile: string) => Promise<TestBrowser>) => void): void {
  for (const kind of [chromium, slowFirefox]) {
    describeIn(kind, () => tests(async (profile) => await kind.startOnDisk(kind.binary, profile)))
  }
}

/** The same in Chromium alone. */
export function inChromium(tests: (browser: () => TestBrowser) => void): void {
  inBrowser(chromium, tests)
}

/** Serious and lesser findings of axe on the page as it stands, each with the element it is about. */
export async function axeFindings(visitor: Visitor): Promise<readonly string[]> {
  const { source } = await import('axe-core').then((module) => module.default)
  await visitor.evaluate(`${source}\n;true`)
  return await visitor.evaluate<readonly string[]>(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
      violations.flatMap(({ id, help, nodes }) => nodes.map((node) => id + ': ' + help + ' (' + node.target.join(' ') + ')')))`,
  )
}

/** Every screen must have none. */
export async function expectAccessible(visitor: Visitor): Promise<void> {
  expect(await axeFindings(visitor)).toEqual([])
}

/** Keep a picture of the page when `PICTURES` names a folder for them. */
export async function keepPicture(visitor: Visitor, name: string): Promise<void> {
  const folder = process.env.PICTURES
  if (folder === undefined) return
  const file = `${folder}/${name}.png`
  mkdirSync(dirname(file), { recursive: true })
  await visitor.picture(file)
}

function inBrowser(kind: Kind, tests: (browser: () => TestBrowser) => void): void {
  describeIn(kind, () => {
    let browser: TestBrowser | null = null
    beforeAll(async () => {
      browser = await kind.start(kind.binary)
    })
    afterAll(async () => {
      await browser?.close()
    })
    tests(() => {
      if (browser === null) throw new Error(`${kind.name} did not start`)
      return browser
    })
  })
}

function describeIn({ name, binary }: Kind, tests: () => void): void {
  const leftOut = !existsSync(binary) && process.env.CI !== 'true'
  const why = leftOut ? ` (skipped: ${binary} is not installed)` : ''
  describe.skipIf(leftOut)(`in ${name}${why}`, tests)
}
