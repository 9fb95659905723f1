import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inEveryBrowserOnDisk, type TestBrowser } from './harness.ts'
import { marksIn } from './profile-folder.ts'
import { answerCase, type ServedPortal, servePortal } from './served-portal.ts'

let portal: ServedPortal
let folder: string
let careless: Server

beforeAll(async () => {
  portal = await servePortal()
  folder = await mkdtemp(join(tmpdir(), 'profile-'))
  careless = await carelessSite()
})

afterAll(async () => {
  await portal.close()
  await new Promise((resolve) => careless.close(resolve))
  await rm(folder, { recursive: true, force: true })
})

inEveryBrowserOnDisk((start) => {
  it('leaves nothing of what a source wrote, read or was given in the profile, where another site leaves all', async () => {
    const profile = await mkdtemp(join(folder, 'browser-'))
    const browser = await start(profile)
    const secret: string[] = []
    const open: string[] = []
    try {
      secret.push(...(await tellAndComeBack(browser)), ...(await stopHalfWay(browser)))
      open.push(...(await visitCareless(browser)))
    } finally {
      await browser.close()
    }
    expect(new Set(secret).size).toBeGreaterThanOrEqual(30)
    const found = await marksIn(profile, [...secret, ...open])
    expect([...found.keys()].sort(), JSON.stringify([...found])).toEqual(open.sort())
    expect((await marksIn(profile, choicesOf('careless'))).size).toBeGreaterThan(0)
    expect([...(await marksIn(profile, portalChoices))]).toEqual([])
    expect(portal.alarms).toEqual([])
  })
})

/**
 * What a browser writes to remember that something was chosen among these: Firefox that it is ticked, Chromium which
 * cards or ticks a form begins with. A public name cannot be looked for by itself.
 */
const choicesOf = (name: string): string[] => [`"${name}":true`, `[${name} ${name} `]

const portalChoices = ['channel', 'exclusions'].flatMap(choicesOf)

/** A word that stands nowhere else in the world. */
function mark(): string {
  return `zq${Buffer.from(crypto.getRandomValues(new Uint8Array(6))).toString('hex')}`
}

const marks = (count: number): string[] => Array.from({ length: count }, mark)

/** The whole story of a source. @returns everything that must not stay */
async function tellAndComeBack(browser: TestBrowser): Promise<readonly string[]> {
  const [narrative, answers, inFile, replied, added, name] = [marks(4), marks(3), marks(3), marks(2), marks(3), mark()]
  const file = join(folder, `${name}.txt`)
  await writeFile(file, inFile.join(' and '))

  const source = await browser.visit()
  await source.open(`${portal.origin}/`)
  await source.press('Report something')
  await source.press('Electronics')
  await source.type('What happened?', narrative.join(' then '))
  await source.type('Where?', answers[0] ?? '')
  await source.type('When?', answers[1] ?? '')
  await source.type('How do you know?', answers[2] ?? '')
  await source.press('Add files')
  await source.attach('Add files', file)
  await source.sees('Nothing was found in it', 60_000)
  await source.press('Keep its name')
  await source.press('Seal and send')
  await source.sees('It has arrived, sealed', 120_000)
  const words = await source.evaluate<string[]>(
    `[...document.querySelectorAll('.words b')].map((one) => one.innerText)`,
  )
  expect(words).toHaveLength(12)
  await source.press('Show the receipt')
  await source.sees(/(?:[0-9a-f]{64}[\s\S]*){3}/)
  const receipt = (await source.text()).match(/[0-9a-f]{64,}/g) ?? []
  expect(receipt.length).toBeGreaterThanOrEqual(3)
  await source.press('I have written them down')
  await source.sees('Two words, to be sure')
  for (const label of (await source.text()).match(/Word \d+/g) ?? []) {
    await source.type(label, words[Number(label.slice(5)) - 1] ?? '')
  }
  await source.press('Check')
  await source.sees('You are done')
  await source.leave()

  await portal.publish()
  const { ada, grace, lise } = portal.organisation.people
  const desks = await Promise.all([ada, grace, lise].map(portal.deskOf))
  const { desk, journal } = await answerCase(desks, narrative[0] ?? '', replied.join(' '))
  await portal.publish()

  const back = await browser.visit()
  await back.open(`${portal.origin}/`)
  await back.press('Come back')
  await back.type('Your twelve words', words.join(' '))
  await back.press('Read replies')
  await back.sees(replied.join(' '), 60_000)
  if (await back.evaluate<boolean>(`document.querySelector('input[type=radio]') !== null`)) {
    await back.press('Electronics')
  }
  await back.type('Answer or add something', added.join(' '))
  await back.press('Seal and send')
  await back.sees('Your message has arrived, sealed', 60_000)
  await back.leave()

  await portal.publish()
  await desk.sync()
  const tips = desk.find(journal)?.tips.map(({ tip }) => tip.content) ?? []
  expect(tips.map((tip) => tip.narrative)).toEqual([narrative.join(' then '), added.join(' ')])
  expect(tips[0]?.files.map((one) => one.name)).toEqual([`${name}.txt`])
  return [...narrative, ...answers, ...inFile, name, ...replied, ...added, ...receipt, ...runsOf(words)]
}

/** Pages that stand open, half filled in, when the browser is closed. */
async function stopHalfWay(browser: TestBrowser): Promise<readonly string[]> {
  const [narrative, answer] = [marks(2), mark()]
  const telling = await browser.visit()
  await telling.open(`${portal.origin}/`)
  await telling.press('Report something')
  await telling.press('Electronics')
  await telling.type('What happened?', narrative.join(' '))
  await telling.type('Where?', answer)
  await telling.press('Should anyone here not see this?')
  await telling.press('ada')
  await telling.sees('1 reviewer is left out')

  const words = ['wave', 'sausage', 'worth', 'useful', 'legal']
  const returning = await browser.visit()
  await returning.open(`${portal.origin}/`)
  await returning.press('Come back')
  await returning.type('Your twelve words', words.join(' '))
  return [...narrative, answer, ...runsOf(words)]
}

/** Each four words that follow one another. */
function runsOf(words: readonly string[]): readonly string[] {
  return words.slice(3).map((_, at) => words.slice(at, at + 4).join(' '))
}

/** A site that does what the portal must not. @returns what it leaves: in its store, in the history, in its form */
async function visitCareless(browser: TestBrowser): Promise<readonly string[]> {
  const [stored, address, typed] = [mark(), mark(), mark()]
  const visitor = await browser.visit()
  await visitor.open(`http://127.0.0.1:${(careless.address() as AddressInfo).port}/${address}`)
  await visitor.press('Card 1')
  await visitor.type('Remark', typed)
  await visitor.evaluate(`localStorage.setItem('remark', ${JSON.stringify(stored)})`)
  // Browsers write what stands in a form a little later.
  await new Promise((resolve) => setTimeout(resolve, 3000))
  return [stored, address, typed]
}

async function carelessSite(): Promise<Server> {
  const card = (at: number) =>
    `<label class="card"><input type="radio" name="careless"${at === 1 ? ' id="careless"' : ''}>Card ${at}</label>`
  const page = `<!doctype html><title>Careless</title><form>${[1, 2, 3].map(card).join('')}
    <label for="remark">Remark</label><textarea id="remark"></textarea></form>`
  const server = createServer((_, answer) => {
    answer.writeHead(200, { 'content-type': 'text/html' })
    answer.end(page)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}
