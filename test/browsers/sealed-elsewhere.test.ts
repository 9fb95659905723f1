import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { hasProgram } from '../support/gpg.ts'
import { WithoutScripts } from '../support/sealed-elsewhere.ts'
import { Shell } from '../support/shell.ts'
import { expectAccessible, inChromium, keepPicture } from './harness.ts'
import { type ServedPortal, servePortal } from './served-portal.ts'

let portal: ServedPortal

beforeAll(async () => {
  portal = await servePortal()
})
afterAll(async () => {
  await portal.close()
})

inChromium((browser) => {
  it.runIf(hasProgram('gpg'))(
    'lets somebody without scripts seal with GnuPG, send a form and get a receipt',
    async () => {
      const source = await browser().visit({ scripts: false })
      await source.open(`${portal.origin}/`)
      await source.press('Send without scripts')
      await source.sees('Before you begin')
      await source.press('Electronics')
      await source.sees('The commands for this desk')

      const person = new WithoutScripts('')
      const commands = await source.evaluate<string>(`document.querySelector('details[open] pre').innerText`)
      const address = await source.evaluate<string>(`document.querySelector('a[download="electronics.asc"]').href`)
      person.save('electronics.asc', await (await fetch(address)).text())
      person.save('report.txt', 'Seen at the free port: five axes.\n')
      person.seal('electronics', () => commands)
      await source.attach('Or choose its file', join(person.folder, 'report.asc'))
      await source.press('Send the sealed message')
      await source.sees('Your message was taken')
      await source.sees('safehand-receipt/1')
      await keepPicture(source, 'sealed-elsewhere-receipt')
      expect(await source.evaluate('location.search + location.hash')).toBe('')
      expect(source.asked().every((one) => one.startsWith(portal.origin))).toBe(true)

      await source.press('Back to the page with the keys')
      await source.press('Electronics')
      await source.type('Paste the sealed message here', 'Dear reviewers, five axes.')
      await source.press('Send the sealed message')
      await source.sees('Your message was not taken')
      await source.sees('This is not an encrypted message')
      expect(await source.text()).not.toContain('Dear reviewers')
      await source.leave()
      person.close()

      const shell = await Shell.open(portal.organisation.pin)
      const key = await shell.keyOf(portal.organisation.people.lise)
      const listed = await shell.json<{ cases: { case: string; sealedElsewhere: boolean }[] }>([
        ...['desk', 'list', '--url', portal.origin],
        ...key,
      ])
      expect(listed.cases).toMatchObject([{ sealedElsewhere: true }])
      const opened = await shell.safehand(['desk', 'open', listed.cases[0]?.case ?? '', '--url', portal.origin, ...key])
      expect(opened.out).toContain('Seen at the free port: five axes.')
      expect(opened.out).toContain('Unsigned: anybody may have written it')
      await shell.close()
    },
  )

  it('has a page without a finding of axe, open, narrow, in the dark and from right to left', async () => {
    for (const [name, language, how] of [
      ['wide', 'en', {}],
      ['narrow', 'en', { width: 320, height: 700 }],
      ['dark', 'en', { dark: true }],
      ['arabic', 'ar', { width: 320, height: 700 }],
    ] as const) {
      const reader = await browser().visit(how)
      await reader.open(`${portal.origin}/${language}/sealed-elsewhere/`)
      await reader.press('Electronics')
      await expectAccessible(reader)
      expect(await reader.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false)
      await keepPicture(reader, `sealed-elsewhere-${name}`)
      await reader.leave()
    }
  })
})
