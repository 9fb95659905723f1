import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { LiveDrops } from '../../client/drops.ts'
import { connect, type Portal } from '../../client/portal.ts'
import { readReplies } from '../../client/replies.ts'
import { submit } from '../../client/submit.ts'
import { newSource } from '../support/people.ts'
import { expectAccessible, inEveryBrowser, keepPicture, type Visitor } from './harness.ts'
import { type ServedPortal, servePortal } from './served-portal.ts'

const passphrase = 'oak river lantern paper seven cloud harbour moss'
const hostile = '<img src=x onerror="document.title=1"> <b>bold</b> \u202Egnirts\u202C https://evil.example/'

let portal: ServedPortal
let folder: string
let keyFile: string

beforeAll(async () => {
  portal = await servePortal()
  folder = await mkdtemp(join(tmpdir(), 'desk-'))
  keyFile = join(folder, 'grace.asc')
  await writeFile(keyFile, await portal.organisation.people.grace.key.lock(passphrase))
})

afterAll(async () => {
  await portal.close()
  await rm(folder, { recursive: true, force: true })
})

async function sourceClient(): Promise<Portal> {
  const { pin } = portal.organisation
  return await connect({ origin: portal.origin, pin, minimumVersion: 1, site: null }, { fetch, clock: portal.clock })
}

async function tell(source: Portal, words: string, narrative: string): Promise<void> {
  await submit(source, { channel: 'electronics', narrative, answers: {}, language: null, excluded: [] }, words)
}

/** Open the case whose row shows this text, with the keyboard alone. */
async function openCase(reviewer: Visitor, says: string): Promise<void> {
  for (let row = 0; row < 5; row++) {
    await reviewer.key('j')
    const chosen = `document.activeElement?.closest('tr')?.innerText.includes(${JSON.stringify(says)}) ?? false`
    if (await reviewer.evaluate<boolean>(chosen)) break
  }
  await reviewer.key('Enter')
}

inEveryBrowser((browser) => {
  it('lets a reviewer unlock, see a tip appear, open it, answer, set its state and see the follow-up joined', async () => {
    const says = `Seen in ${browser().name}: a dairy orders pressure transducers.`
    const pictures = `desk-${browser().name.split(' ')[0]?.toLowerCase()}`
    const source = await sourceClient()
    const words = newSource()
    const reviewer = await browser().visit()

    await reviewer.open(`${portal.origin}/desk/`)
    await reviewer.sees('Unlock your desk')
    await expectAccessible(reviewer)
    await reviewer.attach('Choose key file', keyFile)
    await reviewer.sees('This is the key of grace.')
    await reviewer.type('Passphrase of the key', 'not the right one')
    await reviewer.press('Unlock')
    await reviewer.sees('This passphrase does not unlock the key.', 60_000)
    await expectAccessible(reviewer)
    await keepPicture(reviewer, `${pictures}-unlock`)
    await reviewer.type('Passphrase of the key', passphrase.toUpperCase())
    await reviewer.press('Unlock')
    await reviewer.sees('Cases', 60_000)
    await reviewer.sees('Up to date')
    await expectAccessible(reviewer)

    await tell(source, words, `${says}\n${hostile}`)
    await reviewer.sees(says, 30_000)
    await expectAccessible(reviewer)
    await keepPicture(reviewer, `${pictures}-queue`)

    await openCase(reviewer, says)
    await reviewer.sees('Conversation')
    await reviewer.sees('<b>bold</b> ⟨U+202E⟩gnirts⟨U+202C⟩ https://evil.example/')
    expect(await reviewer.evaluate(`document.querySelectorAll('main img, main a').length`)).toBe(0)
    await expectAccessible(reviewer)

    await reviewer.key('r')
    expect(await reviewer.evaluate('document.activeElement.id')).toBe('reply')
    await reviewer.type('Your reply', 'Thank you. Which dairy?')
    await reviewer.press('Preview')
    await reviewer.sees('What the source will see')
    await reviewer.sees('Goes out in 1 sealed slot')
    await expectAccessible(reviewer)
    await reviewer.press('Send reply')
    await reviewer.sees('Published: the source can read it', 60_000)

    await reviewer.press('Set to “Assessing”')
    await reviewer.type('Reason, for the journal', 'The part numbers are right.')
    await expectAccessible(reviewer)
    await reviewer.press('Set to Assessing')
    await reviewer.sees('The case is now: Assessing.', 60_000)

    const conversation = await readReplies(source, words, new LiveDrops(source))
    expect(conversation.replies.map((one) => one.text)).toEqual(['Thank you. Which dairy?'])
    await tell(source, words, 'The one behind the customs house.')
    await reviewer.sees('The one behind the customs house.', 30_000)
    await reviewer.sees('Follow-up 1')
    await reviewer.press('Journal')
    await reviewer.sees('Set the state to Assessing')
    await expectAccessible(reviewer)
    await reviewer.evaluate('scrollTo(0, 0)')
    await keepPicture(reviewer, `${pictures}-case`)
    await reviewer.press('All cases')
    await reviewer.sees('with an unanswered tip')
    await expectAccessible(reviewer)

    await reviewer.key('?')
    await reviewer.sees('Back to all cases')
    await expectAccessible(reviewer)
    await reviewer.press('Close')

    expect(await reviewer.evaluate('location.href')).toBe(`${portal.origin}/desk/`)
    expect(await reviewer.evaluate('localStorage.length + sessionStorage.length + document.cookie.length')).toBe(0)
    // No stranger is asked for anything, and no address says what is looked at. What has no network in it (blank pages
    // of the browser, a font that axe brings along) does not count.
    const asked = reviewer.asked().filter((address) => /^(?:https?|wss?):/.test(address))
    expect(asked.filter((address) => !address.startsWith(`${portal.origin}/`) || address.includes('?'))).toEqual([])
    await reviewer.leave()
    expect(portal.alarms).toEqual([])
  })

  it('forgets everything when it is locked, and keeps only the locked key file for the next time', async () => {
    const says = `To be forgotten in ${browser().name}.`
    await tell(await sourceClient(), newSource(), says)
    const reviewer = await browser().visit({ width: 390, height: 844 })
    await reviewer.open(`${portal.origin}/desk/`)
    await reviewer.attach('Choose key file', keyFile)
    await reviewer.sees('This is the key of grace.')
    await reviewer.type('Passphrase of the key', passphrase)
    await reviewer.press('Unlock')
    await reviewer.sees(says, 60_000)
    await expectAccessible(reviewer)
    await keepPicture(reviewer, `desk-phone-${browser().name.split(' ')[0]?.toLowerCase()}-queue`)

    await reviewer.press('Lock now')
    await reviewer.sees('The desk is locked')
    expect(await reviewer.text()).not.toContain(says)
    await expectAccessible(reviewer)
    await reviewer.sees('This is the key of grace.')
    await reviewer.type('Passphrase of the key', passphrase)
    await reviewer.press('Unlock')
    await reviewer.sees(says, 60_000)
    await reviewer.press('Sign out')
    await reviewer.sees('You are signed out')
    expect(await reviewer.text()).not.toContain('This is the key of grace.')
    await reviewer.leave()
  })
})
