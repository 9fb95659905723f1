import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reply, setState } from '../../client/desk/acts.ts'
import { sha256 } from '../../crypto/digest.ts'
import { verifyReceipt } from '../../crypto/receipt.ts'
import { toUtf8 } from '../../domain/bytes.ts'
import { dayOf } from '../../domain/day.ts'
import { foreignTextBytes, readForeign } from '../../domain/foreign.ts'
import { readReceipt } from '../../domain/receipt.ts'
import { hashOf, recordOf } from '../../domain/record.ts'
import { policyWithForm, siteHeaders } from '../../domain/site-headers.ts'
import { bodyClasses } from '../../domain/sizes.ts'
import { buildSite } from '../../web/build.ts'
import { seat } from '../support/clients.ts'
import { Gnupg, hasProgram } from '../support/gpg.ts'
import { organise } from '../support/organisation.ts'
import { type OpenPortal, openPortal } from '../support/portal.ts'
import { codeOf } from '../support/refused.ts'
import { formOf, textOfHtml, WithoutScripts } from '../support/sealed-elsewhere.ts'

const narrative = 'Five axes, declared as spare parts. Ägypten, 北京, Привет.\n'
let portal: OpenPortal
let folder: string
let page: Response
let person: WithoutScripts

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'site-'))
  await buildSite({ pin: (await organise()).pin, minimumVersion: 1, out: folder })
  portal = await openPortal({ http: true, siteDir: folder })
  page = await portal.fetch(`${portal.origin}/en/sealed-elsewhere/`)
  person = new WithoutScripts(await page.text())
})
afterAll(async () => {
  person.close()
  await portal.close()
  await rm(folder, { recursive: true, force: true })
})

async function keysOf(channel: string): Promise<void> {
  const keys = await portal.fetch(`${portal.origin}/keys/${channel}.asc`)
  person.save(`${channel}.asc`, await keys.text())
}

async function send(channel: string, message: string, as: 'pasted' | 'file' = 'pasted') {
  const hidden = person.hidden(channel)
  const body = as === 'pasted' ? formOf({ ...hidden, message }) : formOf(hidden, message)
  const answer = await portal.fetch(`${portal.origin}/api/intake/foreign`, { method: 'POST', body })
  return { status: answer.status, headers: answer.headers, html: await answer.text() }
}

describe('the page for people without scripts', () => {
  it('needs no script, and is the only one that may send a form', () => {
    expect(page.status).toBe(200)
    expect(page.headers.get('content-security-policy')).toBe(policyWithForm)
    expect(policyWithForm).toContain("form-action 'self'")
    expect(siteHeaders['content-security-policy']).toContain("form-action 'none'")
  })

  it('shows every reviewer of a desk with the fingerprint that GnuPG computes', async () => {
    const { roster } = portal.organisation
    for (const { id } of roster.channels) {
      const reviewers = roster.members.filter((one) => one.channels.includes(id))
      for (const { handle } of reviewers) expect(person.desk(id)).toContain(`<dt>${handle}</dt>`)
    }
    const gpg = new Gnupg()
    await keysOf('electronics')
    const keys = await (await portal.fetch(`${portal.origin}/keys/electronics.asc`)).text()
    const { out } = gpg.run(['--with-colons', '--show-keys'], keys)
    gpg.close()
    const primaries = [...out.toString().matchAll(/^pub:.*\nfpr:+([0-9A-F]{40}):/gm)].map(([, one = '']) => one)
    expect(primaries).toHaveLength(3)
    for (const one of primaries) {
      expect(person.desk('electronics')).toContain(one.match(/.{4}/g)?.join(' '))
      expect(person.recipe('electronics')).toContain(`--recipient ${one}`)
    }
  })
})

describe.runIf(hasProgram('gpg'))('a report that real GnuPG sealed by the commands of the page', () => {
  it('is taken, answered with a receipt that holds, opened by everybody of the desk, and never answered', async () => {
    await keysOf('electronics')
    person.save('report.txt', narrative)
    const message = person.seal('electronics')
    const answer = await send('electronics', message)
    expect(answer.html).toContain('Your message was taken')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(answer.headers.get('content-security-policy')).toBe(siteHeaders['content-security-policy'])
    expect(answer.headers.get('cache-control')).toBe('no-store')

    const { roster } = portal.organisation
    const receipt = readReceipt(JSON.parse(textOfHtml(/<pre[^>]*>([\s\S]*?)<\/pre>/.exec(answer.html)?.[1] ?? '')), '')
    const about = { instance: roster.instance, channel: 'electronics', uploads: [], roster: 1 }
    const record = await recordOf(readForeign(toUtf8(message), 3), about, sha256)
    const expected = { recordHash: await hashOf(record, sha256), receiptKey: roster.keys.receipt }
    await verifyReceipt(receipt, { ...expected, instance: roster.instance, today: dayOf(portal.clock()) })

    await portal.publish()
    const { ada, grace, lise } = portal.organisation.people
    const desks = await Promise.all([ada, grace, lise].map((one) => seat(portal, one)))
    await Promise.all(desks.map((one) => one.book.sync()))
    await portal.publish()
    for (const { book } of desks) {
      await book.sync()
      const [one] = book.cases
      expect(book.cases).toHaveLength(1)
      expect(one?.joined).toBe(true)
      expect(one?.tips).toEqual([])
      expect(one?.foreign[0]?.text).toBe(narrative)
      expect(one?.foreign[0]?.conflict).toBe(false)
      expect(new Set(one?.foreign[0]?.seenBy).size).toBe(3)
      expect(one?.folded.members).toHaveLength(3)
      expect(one?.folded.alarms).toEqual([])
      expect(book.unopened).toEqual([])
    }
    const [first, second] = desks
    const journal = first?.book.cases[0]?.journal ?? ''
    if (first === undefined || second === undefined) throw new Error('nobody is at the desk')
    expect(journal).not.toContain(record.id.slice(0, 8))
    await setState(first.book, journal, 'assessing', 'worth a look')
    await portal.publish()
    await second.book.sync()
    expect(second.book.find(journal)?.folded.state).toBe('assessing')
    expect(await codeOf(() => reply(first.book, journal, { text: 'hello?', showState: true }))).toBe('not-allowed')
    expect((await first.book.exported(record.id)).length).toBeGreaterThan(bodyClasses[0])
    for (const { session } of desks) await session.end()
  })

  it('is one submission when it comes twice, pasted and then as a file', async () => {
    await keysOf('shipping')
    person.save('report.txt', 'a second report')
    const message = person.seal('shipping')
    const [pasted, chosen] = [await send('shipping', message), await send('shipping', message, 'file')]
    expect(pasted.status).toBe(200)
    expect(chosen).toEqual(pasted)
  })

  it('fits each of the three sizes exactly', async () => {
    await keysOf('nuclear')
    for (const size of bodyClasses) {
      person.save('report.txt', 'x'.repeat(foreignTextBytes[size] - 1))
      const message = person.seal('nuclear', (recipe) => recipe.replace('16328', String(foreignTextBytes[size])))
      expect(readForeign(toUtf8(message), 1).body).toHaveLength(size)
      expect((await send('nuclear', message)).status).toBe(200)
    }
  })

  it('is refused when the text was longer than the size that it was filled up to', async () => {
    await keysOf('nuclear')
    person.save('report.txt', 'x'.repeat(foreignTextBytes[16_384] + 1))
    const { status, html } = await send('nuclear', person.seal('nuclear'))
    expect(status).toBe(422)
    expect(html).toContain('does not have one of the three sizes')
  })

  it('is refused when a switch of the recipe was left out, or it is for another desk', async () => {
    person.save('report.txt', 'a report')
    await keysOf('nuclear')
    const named = person.seal('nuclear', (recipe) => recipe.replace(' --throw-keyids', ''))
    expect((await send('nuclear', named)).html).toContain('Add --throw-keyids')
    const unnamed = person.seal('nuclear')
    expect((await send('shipping', unnamed)).html).toContain('not sealed to exactly the keys')
    const unpadded = person.seal('nuclear', (recipe) => recipe.replace(/truncate.*\n/, ''))
    expect((await send('nuclear', unpadded)).status).toBe(422)
  })
})
