import puppeteer, { type ElementHandle } from 'puppeteer-core'
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

/** Firefox, driven over WebDriver BiDi. */
export async function startSlowFirefox(binary: string): Promise<TestBrowser> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: binary,
    headless: true,
    extraPrefsFirefox: safer,
  })
  const visit = async ({ width = 1280, height = 900 }: VisitOptions = {}): Promise<Visitor> => {
    const context = await browser.createBrowserContext()
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
        await context.close()
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
