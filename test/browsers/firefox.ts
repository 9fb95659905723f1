import puppeteer, { type Browser, type ElementHandle, type LaunchOptions } from 'puppeteer-core'
import { shows } from './chromium.ts'
import { eventually, fieldOf, pressable, shownText } from './finding.ts'
import type { TestBrowser, VisitOptions, Visitor } from './harness.ts'

/** What Tor Browser's level "Safer" switches off, as far as a plain Firefox can be told. */
const safer = {
  'javascript.options.wasm': false,
  'javascript.options.baselinejit': false,
  'javascript.options.ion': false,
  'javascript.options.asmjs': false,
  'javascript.options.native_regexp': false,
  'privacy.resistFingerprinting': true,
  'media.peerconnection.enabled': false,
  'webgl.disabled': true,
}

/** What Firefox remembers when nobody tells it otherwise, and the pages of the last time as well. */
const remembers = {
  'browser.formfill.enable': true,
  'browser.sessionstore.interval': 500,
  'browser.sessionstore.max_tabs_undo': 25,
  'browser.sessionstore.resume_from_crash': true,
  'browser.startup.page': 3,
  'places.history.enabled': true,
}

/** Firefox, driven over WebDriver BiDi. */
export async function startSlowFirefox(binary: string): Promise<TestBrowser> {
  return testBrowser(await launch(binary, { extraPrefsFirefox: safer }), true)
}

/** The same with a profile in this folder, which every visit shares. */
export async function startSlowFirefoxOnDisk(binary: string, profile: string): Promise<TestBrowser> {
  return testBrowser(
    await launch(binary, { userDataDir: profile, extraPrefsFirefox: { ...safer, ...remembers } }),
    false,
  )
}

async function launch(binary: string, how: LaunchOptions): Promise<Browser> {
  return await puppeteer.launch({ browser: 'firefox', executablePath: binary, headless: true, ...how })
}

/** @param apart whether each visit is a stranger to the others */
function testBrowser(browser: Browser, apart: boolean): TestBrowser {
  const visit = async ({ width = 1280, height = 900 }: VisitOptions = {}): Promise<Visitor> => {
    const context = apart ? await browser.createBrowserContext() : browser.defaultBrowserContext()
    const page = await context.newPage()
    await page.setViewport({ width, height })
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    const element = async (what: string, expression: string): Promise<ElementHandle<Element>> =>
      await eventually(what, async () => {
        const handle = await page.evaluateHandle(expression)
        return handle.asElement() as ElementHandle<Element> | null
      })
    return {
      async open(address) {
        await page.goto(address)
      },
      async press(says) {
        const found = await element(`“${says}” to press`, pressable(says))
        await found.scrollIntoView()
        await found.click()
      },
      async type(label, text) {
        const field = await element(`a field “${label}”`, fieldOf(label))
        await field.evaluate((one) => {
          if (one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement) one.select()
        })
        await field.focus()
        if (text === '') await page.keyboard.press('Backspace')
        else await field.type(text)
      },
      async attach(label, file) {
        const field = await element(`a file field “${label}”`, fieldOf(label))
        await (field as ElementHandle<HTMLInputElement>).uploadFile(file)
      },
      async key(name) {
        await page.keyboard.press(name)
      },
      async sees(text, withinMs) {
        await eventually(
          `the text ${text}`,
          async () => shows((await page.evaluate(shownText)) as string, text),
          withinMs,
        )
      },
      text: async () => (await page.evaluate(shownText)) as string,
      evaluate: async <T>(script: string) => (await page.evaluate(script)) as T,
      async block() {
        throw new Error('Firefox cannot be cut off here')
      },
      async picture(file) {
        await page.evaluate('scrollTo(0, 0)')
        await page.screenshot({ path: file as `${string}.png`, fullPage: true })
      },
      asked: () => asked,
      async leave() {
        await (apart ? context : page).close()
      },
    }
  }
  return {
    name: 'Firefox without compilers',
    visit,
    async close() {
      await browser.close()
    },
  }
}
