import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectAccessible, inChromium, inEveryBrowser, type Visitor } from './harness.ts'
import { answerCase, type ServedPortal, servePortal } from './served-portal.ts'

let portal: ServedPortal

beforeAll(async () => {
  portal = await servePortal()
})

afterAll(async () => {
  await portal.close()
})

/** The twelve words as the page shows them. */
async function wordsOf(source: Visitor): Promise<readonly string[]> {
  return await source.evaluate<string[]>(`[...document.querySelectorAll('.words b')].map((one) => one.innerText)`)
}

/** Type the two words that the page asks for. */
async function confirm(source: Visitor, words: readonly string[]): Promise<void> {
  await source.press('I have written them down')
  await source.sees('Two words, to be sure')
  const asked = (await source.text()).match(/Word \d+/g) ?? []
  for (const label of asked) await source.type(label, words[Number(label.slice(5)) - 1] ?? '')
  await source.press('Check')
  await source.sees('You are done')
}

inEveryBrowser((browser) => {
  it('lets a source tell, leave, come back with twelve words, read the answer and add to it', async () => {
    const says = `A shoe importer ordered maraging steel. Seen in ${browser().name}.`
    const source = await browser().visit()
    await source.open(`${portal.origin}/`)
    await source.sees('The Test Desk')
    await expectAccessible(source)

    await source.press('Report something')
    await source.sees('What is it about?')
    await expectAccessible(source)
    await source.press('Electronics')
    await source.type('What happened?', says)
    await source.type('Where?', 'The free port')
    await source.press('Seal and send')
    await source.sees('It has arrived, sealed', 60_000)
    await expectAccessible(source)
    const words = await wordsOf(source)
    expect(words).toHaveLength(12)
    await confirm(source, words)
    await expectAccessible(source)
    expect(await source.evaluate('location.href')).toBe(`${portal.origin}/`)
    await source.leave()

    const { ada, grace, lise } = portal.organisation.people
    const desks = await Promise.all([ada, grace, lise].map(portal.deskOf))
    await portal.publish()
    const { desk, journal } = await answerCase(desks, says, 'Thank you. Who signed the order?')
    await portal.publish()

    const back = await browser().visit()
    await back.open(`${portal.origin}/`)
    await back.press('Come back')
    await back.sees('Your twelve words')
    await expectAccessible(back)
    await back.type('Your twelve words', `  ${words.map((word) => word.slice(0, 4).toUpperCase()).join('   ')} `)
    await back.sees('12 words of 12')
    await back.press('Read replies')
    await back.sees('Thank you. Who signed the order?', 60_000)
    await back.sees('One reply')
    await expectAccessible(back)
    const offered = await back.evaluate<boolean>(`document.querySelector('input[type=radio]') !== null`)
    if (offered) await back.press('Electronics')
    await back.type('Answer or add something', 'A Mr Halloran signed it.')
    await back.press('Seal and send')
    await back.sees('Your message has arrived, sealed', 60_000)
    await expectAccessible(back)
    await back.leave()

    await portal.publish()
    await desk.sync()
    const told = desk.find(journal)?.tips.map((one) => one.tip.content.narrative)
    expect(told).toEqual([says, 'A Mr Halloran signed it.'])
    expect(portal.alarms).toEqual([])
  })
})

inChromium((browser) => {
  it('seals to nobody whom the source leaves out', async () => {
    const says = 'The director of the desk signed the certificate himself.'
    const source = await browser().visit()
    await source.open(`${portal.origin}/`)
    await source.press('Report something')
    await source.press('Shipping and transit')
    await source.type('What happened?', says)
    await source.press('Should anyone here not see this?')
    await source.press('ada')
    await source.sees('1 reviewer is left out')
    await source.press('Seal and send')
    await source.sees('It has arrived, sealed', 60_000)
    await source.leave()
    await portal.publish()

    const { ada, grace } = portal.organisation.people
    const [left, kept] = await Promise.all([portal.deskOf(ada), portal.deskOf(grace)])
    await left.sync()
    await kept.sync()
    const narratives = (desk: typeof left) =>
      desk.cases.flatMap((one) => one.tips.map((tip) => tip.tip.content.narrative))
    expect(narratives(kept)).toContain(says)
    expect(narratives(left)).not.toContain(says)
  })
})
