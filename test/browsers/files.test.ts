import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CaseBook } from '../../client/desk/case-book.ts'
import { type DeskSession, signIn } from '../../client/desk/session.ts'
import { download } from '../../client/download.ts'
import { connect } from '../../client/portal.ts'
import { concat } from '../../domain/bytes.ts'
import type { TipFile } from '../../domain/clear/manifest.ts'
import { exifOf, photograph, plainJpeg } from '../support/pictures.ts'
import { expectAccessible, inChromium, inEveryBrowser, keepPicture, type Visitor } from './harness.ts'
import { type ServedPortal, servePortal } from './served-portal.ts'

let portal: ServedPortal
let folder: string
const photo = photograph(exifOf({ artist: 'Jane Doe', place: [52.5, 13.25] }))

beforeAll(async () => {
  portal = await servePortal()
  folder = await mkdtemp(join(tmpdir(), 'files-'))
  await writeFile(join(folder, 'IMG_0007.jpg'), photo)
  await writeFile(join(folder, 'order list.txt'), 'Three crates, by way of a third port.')
  await writeFile(join(folder, 'offer.pdf'), 'This is no PDF.\0')
  await writeFile(join(folder, 'empty.txt'), '')
})

afterAll(async () => {
  await portal.close()
  await rm(folder, { recursive: true, force: true })
})

async function atTheForm(source: Visitor, says: string): Promise<void> {
  await source.open(`${portal.origin}/`)
  await source.press('Report something')
  await source.press('Electronics')
  await source.type('What happened?', says)
  await source.press('Add files')
  await source.sees('Before you choose')
}

/** The files of a tip, as whichever reviewer can open it fetches them. */
async function filesOf(says: string): Promise<readonly { file: TipFile; octets: Uint8Array }[]> {
  const { pin, people } = portal.organisation
  await portal.publish()
  for (const person of [people.ada, people.grace, people.lise]) {
    const desk: CaseBook = await portal.deskOf(person)
    await desk.sync()
    const tip = desk.cases.flatMap((one) => one.tips).find((one) => one.tip.content.narrative === says)
    if (tip === undefined) continue
    const trust = { origin: portal.origin, pin, minimumVersion: 1, site: null }
    const session = await signIn(await connect(trust, { fetch, clock: portal.clock }), person.key)
    return await Promise.all(
      tip.tip.content.files.map(async (file) => ({ file, octets: await fetched(session, file) })),
    )
  }
  throw new Error('no reviewer can open that tip')
}

async function fetched(session: DeskSession, file: TipFile): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  await download(session, file, {
    async write(octets) {
      pieces.push(octets)
    },
  })
  return concat(...pieces)
}

inEveryBrowser((browser) => {
  it('sends a photograph without its place and its owner, and a text as it is, under neutral names', async () => {
    const says = `Seen on a crate, in ${browser().name}.`
    const source = await browser().visit()
    await atTheForm(source, says)
    await expectAccessible(source)
    await source.attach('Add files', join(folder, 'IMG_0007.jpg'))
    await source.sees('names of people: Jane Doe', 60_000)
    await source.sees('where it was made: 52.5000° N, 13.2500° E')
    await source.attach('Add files', join(folder, 'order list.txt'))
    await source.sees('Nothing was found in it beside what it shows.', 60_000)
    await expectAccessible(source)
    await keepPicture(source, 'source-files')
    await source.press('Seal and send')
    await source.sees('It has arrived, sealed', 120_000)
    await source.leave()

    const [picture, text, ...others] = await filesOf(says)
    expect(others).toEqual([])
    expect(picture?.file).toMatchObject({ name: 'file-1.jpg', version: 'cleaned', type: 'image/jpeg' })
    expect(Buffer.from(picture?.octets ?? []).equals(plainJpeg)).toBe(true)
    expect(picture?.file.pair).toBe(Buffer.from(await crypto.subtle.digest('SHA-256', photo)).toString('hex'))
    expect(text?.file).toMatchObject({ name: 'file-2.txt' })
    expect(Buffer.from(text?.octets ?? []).toString()).toBe('Three crates, by way of a third port.')
    expect(portal.alarms).toEqual([])
  })

  it('sends both versions and the own name of a file when that is chosen', async () => {
    const says = `As evidence, in ${browser().name}.`
    const source = await browser().visit({ width: 390, height: 844 })
    await atTheForm(source, says)
    await source.attach('Add files', join(folder, 'IMG_0007.jpg'))
    await source.sees('names of people: Jane Doe', 60_000)
    await source.press('Both')
    await source.press('Keep its name')
    await expectAccessible(source)
    await keepPicture(source, 'source-files-phone')
    await source.press('Seal and send')
    await source.sees('It has arrived, sealed', 120_000)
    await source.leave()

    const files = await filesOf(says)
    expect(files.map(({ file }) => [file.name, file.version])).toEqual([
      ['IMG_0007.jpg', 'cleaned'],
      ['original-IMG_0007.jpg', 'original'],
    ])
    expect(Buffer.from(files[1]?.octets ?? []).equals(photo)).toBe(true)
    expect(files[0]?.file.pair).toBe(files[1]?.file.sha256)
    expect(files[1]?.file.pair).toBe(files[0]?.file.sha256)
  })

  it('says what cannot be cleaned and what cannot be sent, and keeps what was written', async () => {
    const source = await browser().visit()
    await atTheForm(source, 'The order is attached.')
    await source.attach('Add files', join(folder, 'offer.pdf'))
    await source.sees('This file cannot be cleaned here', 60_000)
    await source.attach('Add files', join(folder, 'empty.txt'))
    await source.sees('empty.txt is empty, so there is nothing to send.')
    await expectAccessible(source)
    await source.press('Seal and send')
    await source.sees('Say what is to happen to each file that cannot be cleaned.')
    await expectAccessible(source)
    expect(await source.evaluate<string>(`document.getElementById('narrative').value`)).toBe('The order is attached.')
    await source.press('Remove')
    await expect.poll(async () => await source.text()).not.toContain('cannot be cleaned')
    await source.leave()
  })
})

inChromium((browser) => {
  it('shows how far the files are, waits for a line that broke, and goes on where it was', async () => {
    const says = 'A film of the unloading.'
    const film = join(folder, 'film.bin')
    const octets = crypto.getRandomValues(new Uint8Array(65_536))
    await writeFile(film, Buffer.concat(Array.from({ length: 24 }, () => octets)))
    const source = await browser().visit()
    await atTheForm(source, says)
    await source.attach('Add files', film)
    await source.press('Send it as it is')
    await source.block('/api/intake/chunks')
    await source.press('Seal and send')
    await source.sees('Sending your files', 60_000)
    await source.sees('The portal does not answer at the moment', 60_000)
    await source.press('Pause')
    await source.sees('Paused.')
    await expectAccessible(source)
    await keepPicture(source, 'source-files-sending')
    await source.block(null)
    await source.press('Go on')
    await source.sees('It has arrived, sealed', 120_000)
    await source.leave()
    const [sent] = await filesOf(says)
    expect(sent?.file).toMatchObject({ name: 'file-1.bin', version: 'original', size: 24 * 65_536 })
    expect(sent?.octets.slice(-65_536)).toEqual(octets)
  })

  it('goes back to the form with everything in it when sending is stopped', async () => {
    const source = await browser().visit()
    await atTheForm(source, 'Better not.')
    await source.attach('Add files', join(folder, 'order list.txt'))
    await source.sees('Nothing was found in it', 60_000)
    await source.block('/api/intake/chunks')
    await source.press('Seal and send')
    await source.sees('The portal does not answer at the moment', 60_000)
    await source.press('Stop and go back')
    await source.sees('It was not sent', 60_000)
    await source.sees('order list.txt')
    expect(await source.evaluate<string>(`document.getElementById('narrative').value`)).toBe('Better not.')
    await expectAccessible(source)
    await source.leave()
  })
})
