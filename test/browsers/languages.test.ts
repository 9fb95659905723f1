import { afterAll, beforeAll, expect, it } from 'vitest'
import { ar } from '../../web/source/words/ar.ts'
import { en } from '../../web/source/words/en.ts'
import { languages } from '../../web/source/words/languages.ts'
import { expectAccessible, inChromium, keepPicture, type Visitor } from './harness.ts'
import { type ServedPortal, servePortal } from './served-portal.ts'

let portal: ServedPortal

beforeAll(async () => {
  portal = await servePortal()
})

afterAll(async () => {
  await portal.close()
})

const sizes = [
  { width: 320, height: 700 },
  { width: 1280, height: 900 },
]

/** Nobody should have to scroll sideways to read. */
async function expectNoWiderThan(visitor: Visitor, width: number): Promise<void> {
  expect(await visitor.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
}

inChromium((browser) => {
  for (const words of [en, ar]) {
    for (const size of sizes) {
      it(`has a first page and a form without a finding of axe in ${words.language} at ${size.width} px`, async () => {
        const source = await browser().visit(size)
        await source.open(`${portal.origin}/${words.path}/`)
        await source.sees('The Test Desk')
        expect(await source.evaluate('getComputedStyle(document.body).direction')).toBe(words.dir)
        await expectAccessible(source)
        await expectNoWiderThan(source, size.width)
        await keepPicture(source, `home-${words.path}-${size.width}`)
        await source.press(words.home.tell)
        await source.sees(words.tell.channel)
        await source.press(words.tell.send)
        await source.sees(words.tell.wrong.channel)
        await expectAccessible(source)
        await expectNoWiderThan(source, size.width)
        await keepPicture(source, `form-${words.path}-${size.width}`)
        await source.leave()
      })
    }
  }

  for (const { name, words, reading } of languages) {
    it(`can be read in ${name} on a small phone`, async () => {
      const reader = await browser().visit({ width: 320, height: 700 })
      for (const folder of ['', 'safely/', 'how-it-works/', 'limits/', 'other-ways/', 'signs/']) {
        await reader.open(`${portal.origin}/${words.path}/${folder}`)
        await expectNoWiderThan(reader, 320)
        if (folder === '' || folder === 'signs/') await expectAccessible(reader)
        if (folder === '' || folder === 'safely/') await keepPicture(reader, `${folder}${words.path}`)
      }
      await reader.open(`${portal.origin}/${words.path}/`)
      await reader.sees(words.home.title)
      await reader.press(reading.limits.title)
      await reader.sees(reading.limits.lede)
      await reader.leave()
    })
  }

  it('says in the language of the page what is wrong with twelve words', async () => {
    const source = await browser().visit()
    await source.open(`${portal.origin}/ar/`)
    await source.sees('The Test Desk')
    await source.press(ar.home.comeBack)
    await source.type(ar.comeBack.words, 'legal winner thank year wave sausage worth useful legal winner thank legal')
    await source.press(ar.comeBack.show)
    await source.sees(ar.refused['wrong-passphrase'])
    await source.leave()
  })

  it('leads away without scripts by a plain link', async () => {
    const reader = await browser().visit({ scripts: false })
    await reader.open(`${portal.origin}/en/limits/`)
    await reader.press(en.frame.exit)
    await expect.poll(async () => await reader.evaluate('location.href')).toBe('about:blank')
    await reader.leave()
  })
})
