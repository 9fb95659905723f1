import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectAccessible, inChromium, inEveryBrowser, keepPicture, type Visitor } from './harness.ts'
import { type ServedPortal, servePortal } from './served-portal.ts'

let portal: ServedPortal

beforeAll(async () => {
  portal = await servePortal()
})

afterAll(async () => {
  await portal.close()
})

/** Focus moves once the sentence about the field stands on the page. */
async function expectFocus(visitor: Visitor, on: string): Promise<void> {
  const focused = async () => await visitor.evaluate(`document.activeElement?.id || document.activeElement?.tagName`)
  await expect.poll(focused, { timeout: 5000 }).toBe(on)
}

async function atTheForm(visitor: Visitor): Promise<void> {
  await visitor.open(`${portal.origin}/`)
  await visitor.press('Report something')
  await visitor.sees('What is it about?')
}

inEveryBrowser((browser) => {
  it('leads to the heading after a step, and to the first field that is wrong', async () => {
    const source = await browser().visit({ width: 390, height: 844 })
    await atTheForm(source)
    await expectFocus(source, 'H1')
    await source.press('Seal and send')
    await source.sees('Choose what it is about.')
    await source.sees('Write at least a few words.')
    await expectFocus(source, 'channel')
    await expectAccessible(source)
    await source.press('Nuclear')
    await source.press('Seal and send')
    await expectFocus(source, 'narrative')
    await source.press('Should anyone here not see this?')
    await source.sees('Leave out')
    await expectAccessible(source)
    await source.leave()
  })

  it('finds a mistyped word before anything is sent', async () => {
    const source = await browser().visit()
    await source.open(`${portal.origin}/`)
    await source.sees('The Test Desk')
    await source.press('Come back')
    const before = source.asked().filter((address) => address.includes('/api/')).length
    await source.type('Your twelve words', 'legal winner thank year')
    await source.press('Read replies')
    await source.sees('Type all twelve words.')
    await source.type('Your twelve words', 'legal winner thank year wave sausage worth useful legal winner thank legal')
    await source.press('Read replies')
    await source.sees('Look for a mistyped word')
    expect(source.asked().filter((address) => address.includes('/api/'))).toHaveLength(before)
    await expectAccessible(source)
    await source.leave()
  })

  it('asks again whom to leave out when no reply tells it', async () => {
    const source = await browser().visit()
    await source.open(`${portal.origin}/`)
    await source.press('Come back')
    await source.type(
      'Your twelve words',
      'legal winner thank year wave sausage worth useful legal winner thank yellow',
    )
    await source.press('Read replies')
    await source.sees('No reply yet', 60_000)
    await source.press('Electronics')
    await source.type('Answer or add something', 'One more thing.')
    await source.press('Seal and send')
    await source.sees('Say whether anyone must be left out.')
    await expectFocus(source, 'asked')
    await source.press('Leave out somebody')
    await source.sees('ada')
    await expectAccessible(source)
    await source.leave()
  })

  it('leaves nothing on the device and nothing in the address', async () => {
    const source = await browser().visit()
    await atTheForm(source)
    await source.type('What happened?', 'Something that must not stay.')
    const left = await source.evaluate<{ address: string; history: number; kept: unknown[] }>(`(async () => ({
      address: location.pathname + location.search + location.hash,
      history: history.length,
      kept: [document.cookie, localStorage.length, sessionStorage.length, history.state,
        'databases' in indexedDB ? (await indexedDB.databases()).length : 0,
        (await navigator.serviceWorker?.getRegistrations?.().catch(() => []) ?? []).length],
    }))()`)
    expect(left.address).toBe('/')
    expect(left.kept).toEqual(['', 0, 0, null, 0, 0])
    await source.leave()
  })

  it('forgets what was typed when the page is left, and does not show it again on the way back', async () => {
    const source = await browser().visit()
    await source.open(`${portal.origin}/`)
    await source.press('Come back')
    await source.type('Your twelve words', 'legal winner thank')
    await source.press('What happens then')
    await source.sees('When you come back')
    await source.evaluate('history.back()')
    await source.sees('Say what you have seen')
    expect(await source.evaluate('document.querySelector("textarea")')).toBe(null)
    await source.leave()
  })

  it('is gone at once when the exit is pressed, even with a draft on the page', async () => {
    const source = await browser().visit()
    await atTheForm(source)
    await source.type('What happened?', 'Something that must not stay.')
    await source.press('Exit this page')
    await expect
      .poll(async () => await source.evaluate<string>('location.href'), { timeout: 10_000 })
      .toBe('about:blank')
    await source.leave()
  })
})

inChromium((browser) => {
  it('asks the portal for the same files, whether somebody reads or comes back with twelve words', async () => {
    const asks = async (act: (visitor: Visitor) => Promise<void>): Promise<readonly string[]> => {
      const visitor = await browser().visit()
      await visitor.open(`${portal.origin}/`)
      await visitor.sees('The Test Desk')
      await act(visitor)
      await expect.poll(() => visitor.asked().some((address) => address.endsWith('/drops/index.json'))).toBe(true)
      await visitor.leave()
      return [...visitor.asked()].sort()
    }
    const reads = await asks(async () => {})
    const returns = await asks(async (visitor) => {
      await visitor.press('Come back')
      await visitor.type(
        'Your twelve words',
        'legal winner thank year wave sausage worth useful legal winner thank yellow',
      )
      await visitor.press('Read replies')
      await visitor.sees('No reply yet', 60_000)
    })
    expect(reads).toContain(`${portal.origin}/roster.json`)
    expect(returns).toEqual(reads)
  })

  it('keeps the text when sending fails, and sends it when tried again', async () => {
    const source = await browser().visit()
    await atTheForm(source)
    await source.press('Shipping and transit')
    await source.type('What happened?', 'The crate went by way of a third port.')
    await source.block('/api/intake/')
    await source.press('Seal and send')
    await source.sees('It was not sent', 90_000)
    await expectAccessible(source)
    await keepPicture(source, 'source-failed')
    expect(await source.evaluate<string>(`document.getElementById('narrative').value`)).toContain('third port')
    await source.block(null)
    await source.press('Try again')
    await source.sees('It has arrived, sealed', 60_000)
    await source.leave()
  })

  it('says what to do when the list of reviewers cannot be believed', async () => {
    const source = await browser().visit()
    await source.block('/roster.json')
    await source.open(`${portal.origin}/`)
    await source.sees('This cannot be used right now', 90_000)
    await expectAccessible(source)
    await source.press('Report something')
    await expectAccessible(source)
    await source.block(null)
    await source.press('Try again')
    await source.sees('What is it about?')
    await source.leave()
  })

  it('says so at once when the browser cannot seal', async () => {
    const before = `Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined })`
    const source = await browser().visit({ before })
    await source.open(`${portal.origin}/`)
    await source.sees('This browser cannot seal anything')
    await expectAccessible(source)
    expect(source.asked().filter((address) => address.includes('worker'))).toEqual([])
    await source.leave()
  })

  it('can be read without scripts, says why nothing can be sent, and offers no door that leads nowhere', async () => {
    const reader = await browser().visit({ scripts: false })
    await reader.open(`${portal.origin}/`)
    await reader.sees('Your browser does not run scripts')
    expect(await reader.text()).not.toContain('About five minutes')
    await reader.press('What happens then')
    await reader.sees('When you come back')
    await reader.leave()
  })

  it('has reading pages without a finding of axe, in the dark as well', async () => {
    for (const dark of [false, true]) {
      const reader = await browser().visit({ dark })
      for (const path of ['/', '/en/safely/', '/en/how-it-works/', '/en/limits/', '/en/other-ways/', '/en/signs/']) {
        await reader.open(`${portal.origin}${path}`)
        await expectAccessible(reader)
      }
      await reader.leave()
    }
  })
})
