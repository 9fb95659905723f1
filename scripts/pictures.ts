import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startChromium } from '../test/browsers/chromium.ts'
import type { TestBrowser, Visitor } from '../test/browsers/harness.ts'

/**
 * Takes the pictures of README.md anew: `node scripts/run.mjs scripts/pictures.ts`. It starts the demonstration in a
 * folder of its own and walks through it like the people it was made for.
 */
const root = join(import.meta.dirname, '..')
const pictures = join(root, 'docs', 'pictures')
const port = 18_077
const origin = `http://localhost:${port}`

const story =
  'A forwarder here re-labelled two crates of pressure transducers as dairy equipment. The packing list names a ' +
  'furniture shop that has no staff and no phone. I saw the crates myself on Tuesday.'

const folder = mkdtempSync(join(tmpdir(), 'safehand-pictures-'))
const portal = spawn(process.execPath, [join(root, 'start', 'main.ts')], {
  env: { ...process.env, PORT: String(port), DATA_DIR: folder },
  stdio: ['ignore', 'pipe', 'inherit'],
})
try {
  const words = await readyWords()
  const browser = await startChromium(process.env.CHROMIUM ?? '/usr/bin/chromium')
  await takeSource(browser)
  await takeReturn(browser, words)
  await takeDesk(browser)
  await browser.close()
} finally {
  portal.kill('SIGTERM')
  await new Promise((resolve) => portal.once('exit', resolve))
  rmSync(folder, { recursive: true, force: true })
  rmSync(`${folder}.keys`, { force: true })
}

/** Wait for the demonstration. @returns the twelve words of the invented source who has an answer */
async function readyWords(): Promise<string> {
  let said = ''
  for await (const piece of portal.stdout as AsyncIterable<Buffer>) {
    said += piece.toString('utf8')
    if (said.includes('Stop with Ctrl-C')) break
  }
  return /twelve words:\s+([a-z ]+)/.exec(said)?.[1]?.trim() ?? ''
}

async function keep(visitor: Visitor, name: string): Promise<void> {
  await visitor.evaluate('scrollTo(0, 0)')
  await visitor.picture(join(pictures, `${name}.png`))
}

async function takeSource(browser: TestBrowser): Promise<void> {
  const source = await browser.visit()
  await source.open(`${origin}/`)
  await source.sees('a demonstration')
  await keep(source, 'source-home')
  await source.press('Report something')
  await source.press('Shipping and transit')
  await source.type('What happened?', story)
  await keep(source, 'source-form')
  await source.press('Seal and send')
  await source.sees('It has arrived, sealed', 60_000)
  await keep(source, 'source-words')
  await source.leave()
}

async function takeReturn(browser: TestBrowser, words: string): Promise<void> {
  const source = await browser.visit({ width: 390, height: 844 })
  await source.open(`${origin}/`)
  await source.press('Come back')
  await source.type('Your twelve words', words)
  await source.press('Read replies')
  await source.sees('One reply', 60_000)
  await keep(source, 'source-reply')
  await source.leave()
}

async function takeDesk(browser: TestBrowser): Promise<void> {
  const people = JSON.parse(readFileSync(join(folder, 'demo', 'people.json'), 'utf8')) as {
    readonly handle: string
    readonly passphrase: string
    readonly file: string
  }[]
  const grace = people.find((one) => one.handle === 'grace')
  if (grace === undefined) throw new Error('the demonstration has no grace')
  const reviewer = await browser.visit({ width: 1280, height: 800 })
  await reviewer.open(`${origin}/desk/`)
  await reviewer.attach('Choose key file', grace.file)
  await reviewer.type('Passphrase of the key', grace.passphrase)
  await reviewer.press('Unlock')
  await reviewer.sees('A forwarder here', 60_000)
  await reviewer.sees('Up to date', 60_000)
  await keep(reviewer, 'desk-queue')
  await openCase(reviewer, 'A forwarder here')
  await reviewer.sees('Conversation')
  await reviewer.type(
    'Your reply',
    'Thank you, this helps. Which furniture shop was it, and do you remember the crate numbers?',
  )
  await keep(reviewer, 'desk-case')
  await reviewer.leave()
}

/** Walk down the list with the keyboard, as far as the case that says this. */
async function openCase(reviewer: Visitor, says: string): Promise<void> {
  const chosen = `document.activeElement?.closest('tr')?.innerText.includes(${JSON.stringify(says)}) ?? false`
  for (let row = 0; row < 10; row++) {
    await reviewer.key('j')
    if (await reviewer.evaluate<boolean>(chosen)) break
  }
  await reviewer.key('Enter')
}
