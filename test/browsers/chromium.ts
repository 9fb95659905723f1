import { type BrowserContext, type ElementHandle, type Page, chromium as playwright } from 'playwright-core'
import { eventually, fieldOf, pressable, shownText } from './finding.ts'
import type { TestBrowser, VisitOptions, Visitor } from './harness.ts'

/** Chromium, driven by Playwright. Root may not use its sandbox. */
export async function startChromium(binary: string): Promise<TestBrowser> {
  const browser = await playwright.launch({ executablePath: binary, args: args() })
  return testBrowser(
    async ({ width = 1280, height = 900, dark = false, scripts = true }) =>
      await browser.newContext({
        viewport: { width, height },
        colorScheme: dark ? 'dark' : 'light',
        javaScriptEnabled: scripts,
      }),
    async (context) => await context.close(),
    async () => await browser.close(),
  )
}

/** The same with a profile in this folder, which every visit shares. */
export async function startChromiumOnDisk(binary: string, profile: string): Promise<TestBrowser> {
  const context = await playwright.launchPersistentContext(profile, { executablePath: binary, args: args() })
  return testBrowser(
    async () => context,
    async (_, page) => await page.close(),
    async () => await context.close(),
  )
}

const args = (): string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : [])

function testBrowser(
  contextFor: (how: VisitOptions) => Promise<BrowserContext>,
  leave: (context: BrowserContext, page: Page) => Promise<void>,
  close: () => Promise<void>,
): TestBrowser {
  const visit = async (how: VisitOptions = {}): Promise<Visitor> => {
    const { before } = how
    const context = await contextFor(how)
    if (before !== undefined) await context.addInitScript(before)
    const page = await context.newPage()
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
        await (await element(`“${says}” to press`, pressable(says))).click()
      },
      async type(label, text) {
        await (await element(`a field “${label}”`, fieldOf(label))).fill(text)
      },
      async attach(label, file) {
        await (await element(`a file field “${label}”`, fieldOf(label))).setInputFiles(file)
      },
      async key(name) {
        await page.keyboard.press(name)
      },
      async sees(text, withinMs) {
        await eventually(`the text ${text}`, async () => shows(await page.evaluate<string>(shownText), text), withinMs)
      },
      text: async () => await page.evaluate<string>(shownText),
      evaluate: async (script) => await page.evaluate(script),
      async block(part) {
        await context.unrouteAll()
        if (part !== null) await context.route(`**${part}**`, async (route) => await route.abort())
      },
      async picture(file) {
        // From the top, because what sticks to the window would stand in the middle of the picture.
        await page.evaluate('scrollTo(0, 0)')
        await page.screenshot({ path: file, fullPage: true })
      },
      asked: () => asked,
      async leave() {
        await leave(context, page)
      },
    }
  }
  return { name: 'Chromium', visit, close }
}

/** Whether a page that shows `all` shows `text`. */
export function shows(all: string, text: string | RegExp): boolean {
  return typeof text === 'string' ? all.includes(text) : text.test(all)
}
