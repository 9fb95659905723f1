import { afterEach, expect, test } from 'vitest'
import { openCaseBook } from '../../../client/desk/case-book.ts'
import { signIn } from '../../../client/desk/session.ts'
import { LiveDrops } from '../../../client/drops.ts'
import { connect, type Portal } from '../../../client/portal.ts'
import { readReplies } from '../../../client/replies.ts'
import { submit } from '../../../client/submit.ts'
import { upload } from '../../../client/upload.ts'
import { sealEnvelope } from '../../../crypto/envelope.ts'
import { concat, toUtf8 } from '../../../domain/bytes.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { Bench } from '../../../web/desk/bench.ts'
import type { CaseView, QueueRow, Refused, Tell } from '../../../web/desk/protocol.ts'
import { newSource, type Person } from '../../support/people.ts'
import { type OpenPortal, openPortal } from '../../support/portal.ts'
import { formOf } from '../../support/sealed-elsewhere.ts'

const passphrase = 'eight words that nobody chose by themselves here'

let portal: OpenPortal | null = null
afterEach(async () => {
  await portal?.close()
  portal = null
})

test('a key file tells whose it is before it is unlocked', async () => {
  const { desk, open } = await opened()
  const { grace, mallory } = open.organisation.people
  const mine = await desk.bench.answers.look({ key: await grace.key.lock(passphrase) })
  expect(mine).toEqual({ fingerprint: grace.key.fingerprint, handle: 'grace' })
  const foreign = await desk.bench.answers.look({ key: await mallory.key.lock(passphrase) })
  expect(foreign.handle).toBeNull()
  await expect(desk.bench.answers.look({ key: 'not a key' })).rejects.toMatchObject({ code: 'unsuitable-key' })
})

test('a wrong passphrase and a key that is not on the roster are kept out, each with its own reason', async () => {
  const { desk, open } = await opened()
  const { grace, mallory } = open.organisation.people
  const key = await grace.key.lock(passphrase)
  const wrong = desk.bench.answers.unlock({ key, passphrase: 'something else' })
  await expect(wrong).rejects.toMatchObject({ code: 'wrong-key-passphrase' })
  const foreign = desk.bench.answers.unlock({ key: await mallory.key.lock(passphrase), passphrase })
  await expect(foreign).rejects.toMatchObject({ code: 'login-refused' })
  await expect(desk.bench.answers.open({ journal: 'ff'.repeat(16) })).rejects.toMatchObject({ code: 'not-signed-in' })
})

test('files that came with a tip are told of, and their keys stay in the worker', async () => {
  const { desk, open, source } = await opened()
  const words = newSource()
  const blob = new Blob([new Uint8Array(2000)])
  const attachment = { blob, name: 'file-1.jpg', type: 'image/jpeg', version: 'cleaned', pair: null } as const
  const files = await upload(source, words, [attachment]).files
  await submit(
    source,
    { channel: 'electronics', narrative: 'A photo.', answers: {}, language: null, excluded: [], files },
    words,
  )
  await open.publish()
  await unlocked(desk, open.organisation.people.grace)
  const view = await desk.bench.answers.open({ journal: onlyRow(desk).journal })
  expect(view?.thread.at(-1)).toMatchObject({
    clear: { files: [{ name: 'file-1.jpg', size: 2000, version: 'cleaned' }] },
  })
  expect(JSON.stringify(view)).not.toContain(files[0]?.key)
})

test('a tip appears, is answered, and the reply counts as published once it stands in a public drop', async () => {
  const { desk, open, source } = await opened()
  const words = newSource()
  await tell(source, words, 'Four tonnes of maraging steel for a shoe importer.')
  await open.publish()
  await unlocked(desk, open.organisation.people.grace)

  const row = onlyRow(desk)
  expect(row).toMatchObject({ state: 'received', tips: 1, unanswered: 1, alarms: 0, channel: 'electronics' })
  expect(row.deadline).toMatchObject({ duty: 'acknowledge', daysLeft: 7 })
  expect(row.glimpse).toBe('Four tonnes of maraging steel for a shoe importer.')

  const { journal } = row
  const draft = { journal, text: 'Which mill made it?', showState: true }
  await desk.bench.answers.open({ journal })
  expect(await desk.bench.answers.measure(draft)).toEqual({ parts: 1 })
  const sent = await desk.bench.answers.reply(draft)
  expect(deliveries(sent)).toEqual(['waiting'])
  await open.publish()
  await desk.bench.sync()
  expect(deliveries(desk.view())).toEqual(['published'])
  expect(onlyRow(desk)).toMatchObject({ unanswered: 0, replies: 1 })

  const conversation = await readReplies(source, words, new LiveDrops(source))
  expect(conversation.replies.map((one) => [one.text, one.state])).toEqual([['Which mill made it?', 'received']])
})

test('a state is set with its reason, and only one that may follow', async () => {
  const { desk, open, source } = await opened()
  await tell(source, newSource(), 'A vessel changed its name twice.')
  await open.publish()
  await unlocked(desk, open.organisation.people.grace)
  const { journal } = onlyRow(desk)
  const view = await desk.bench.answers.state({ journal, to: 'assessing', reason: 'Sounds like an insider.' })
  expect(view.row.state).toBe('assessing')
  expect(view.row.deadline?.duty).toBe('feedback')
  expect(view.nextStates).not.toContain('received')
  expect(view?.thread.at(-1)).toMatchObject({
    kind: 'state',
    by: 'grace',
    to: 'assessing',
    reason: 'Sounds like an insider.',
  })
  const back = desk.bench.answers.state({ journal, to: 'acknowledged', reason: '' })
  await expect(back).rejects.toMatchObject({ code: 'illegal-transition' })
})

test('a follow-up joins the case of its source and marks it as unanswered again', async () => {
  const { desk, open, source } = await opened()
  const words = newSource()
  await tell(source, words, 'First.')
  await open.publish()
  await unlocked(desk, open.organisation.people.grace)
  const { journal } = onlyRow(desk)
  await desk.bench.answers.reply({ journal, text: 'Tell us more.', showState: false })
  await desk.bench.answers.open({ journal })
  await tell(source, words, 'Second.')
  await open.publish()
  await desk.bench.sync()
  expect(onlyRow(desk)).toMatchObject({ journal, tips: 2, unanswered: 1 })
  expect(desk.view().thread.map((item) => item.kind)).toEqual(['tip', 'reply', 'tip'])
  expect(desk.view().thread.at(-1)).toMatchObject({ number: 2, unanswered: true, clear: { narrative: 'Second.' } })
})

test('a text that was sealed elsewhere is shown as unsigned, can be moved on, and cannot be answered', async () => {
  const { desk, open } = await opened()
  const { ada, grace, lise } = open.organisation.people
  const readers = await Promise.all([ada, grace, lise].map((one) => open.organisation.trusted.certificateOf(one.id)))
  const clear = toUtf8('Five axes, declared as spare parts.\0\0\0')
  const { grants, body } = await sealEnvelope(clear, readers, { grants: 3, profile: 'compat' })
  const form = formOf({ channel: 'electronics', roster: '1', language: 'en' }, concat(...grants, body))
  const taken = await open.fetch(`${open.origin}/api/intake/foreign`, { method: 'POST', body: form })
  expect(taken.status).toBe(200)
  await open.publish()
  await unlocked(desk, grace)
  const { journal } = onlyRow(desk)
  expect(onlyRow(desk)).toMatchObject({ state: 'received', tips: 1, unanswered: 1, alarms: 0 })
  expect(onlyRow(desk).glimpse).toBe('Five axes, declared as spare parts.')
  const view = await desk.bench.answers.open({ journal })
  expect(view).toMatchObject({ answerable: false, joined: true, source: '', excluded: [] })
  expect(view?.members).toEqual(['ada', 'grace', 'lise'])
  expect(view?.thread).toMatchObject([{ kind: 'tip', number: 1, clear: { unsigned: true } }])
  // Nothing is written because it came.
  expect(view?.history).toEqual([])
  const moved = await desk.bench.answers.state({ journal, to: 'assessing', reason: '' })
  expect(moved.row).toMatchObject({ state: 'assessing', unanswered: 0 })
  const after = await desk.bench.answers.open({ journal })
  expect(after?.history.map((one) => one.act)).toEqual(['open', 'foreign', 'state'])
  const answer = desk.bench.answers.reply({ journal, text: 'Who are you?', showState: false })
  await expect(answer).rejects.toMatchObject({ code: 'not-allowed' })
})

test('whom the source excluded is named, and is not among those who can read', async () => {
  const { desk, open, source } = await opened()
  const { ada, grace } = open.organisation.people
  await tell(source, newSource(), 'It is about Ada.', [ada.id])
  await open.publish()
  await unlocked(desk, grace)
  const view = await desk.bench.answers.open({ journal: onlyRow(desk).journal })
  expect(view?.excluded).toEqual(['ada'])
  expect(view?.members).not.toContain('ada')
  expect(view?.members).toContain('grace')
})

test('when the portal is out of reach the desk says so, and says so again when it is back', async () => {
  const { desk, open } = await opened()
  await unlocked(desk, open.organisation.people.grace)
  expect(desk.trouble()).toBeNull()
  desk.cutOff(true)
  await desk.bench.sync()
  expect(desk.trouble()?.code).toBe('try-again')
  desk.cutOff(false)
  await desk.bench.sync()
  expect(desk.trouble()).toBeNull()
})

test('a session that has ended is told apart from a portal that is out of reach', async () => {
  const { desk, open } = await opened()
  await unlocked(desk, open.organisation.people.grace)
  open.advance(9 * 3_600_000)
  await desk.bench.sync()
  expect(desk.trouble()?.code).toBe('not-signed-in')
})

test('looks that come while one is under way do not queue up', async () => {
  const { desk, open } = await opened()
  await unlocked(desk, open.organisation.people.grace)
  const before = desk.requests()
  await Promise.all([desk.bench.sync(), desk.bench.sync(), desk.bench.sync()])
  expect(desk.requests() - before).toBe(1)
})

test('a roster that its pin does not vouch for is told before anybody types a passphrase', async () => {
  const { desk, open } = await opened({ pin: 'ab'.repeat(32) })
  expect(desk.trouble()?.code).toBe('roster-foreign')
  const key = await open.organisation.people.grace.key.lock(passphrase)
  await expect(desk.bench.answers.unlock({ key, passphrase })).rejects.toMatchObject({ code: 'roster-foreign' })
})

test('a reply that was written but not yet posted is not written twice: it goes out with the next look', async () => {
  const { desk, open, source } = await opened()
  await tell(source, newSource(), 'Something.')
  await open.publish()
  await unlocked(desk, open.organisation.people.grace)
  const { journal } = onlyRow(desk)
  desk.cutOff('/api/desk/slots')
  const view = await desk.bench.answers.reply({ journal, text: 'Thank you.', showState: true })
  expect(deliveries(view)).toEqual(['unsent'])
  expect(onlyRow(desk).unsent).toBe(1)
  desk.cutOff(false)
  await desk.bench.answers.open({ journal })
  await desk.bench.sync()
  expect(deliveries(desk.view())).toEqual(['waiting'])
})

test('a reply that could not be written is refused, stands nowhere, and can be sent again as it is', async () => {
  const { desk, open, source } = await opened()
  const words = newSource()
  await tell(source, words, 'Something.')
  await open.publish()
  await unlocked(desk, open.organisation.people.grace)
  const { journal } = onlyRow(desk)
  const draft = { journal, text: 'Thank you.', showState: false }
  desk.cutOff('/api/desk/journals/append')
  await expect(desk.bench.answers.reply(draft)).rejects.toMatchObject({ code: 'try-again' })
  desk.cutOff(false)
  expect(deliveries(await desk.bench.answers.reply(draft))).toEqual(['waiting'])
  await open.publish()
  const { replies } = await readReplies(source, words, new LiveDrops(source))
  expect(replies.map((one) => one.text)).toEqual(['Thank you.'])
})

test('after signing out nothing can be asked any more', async () => {
  const { desk, open } = await opened()
  await unlocked(desk, open.organisation.people.grace)
  await desk.bench.answers.leave({})
  await expect(desk.bench.answers.leave({})).rejects.toBeInstanceOf(Refusal)
  const before = desk.heard.length
  await desk.bench.sync()
  expect(desk.heard).toHaveLength(before)
})

test('an entry that breaks a rule is shouted, changes nothing and stays in the journal', async () => {
  const { desk, open, source } = await opened()
  const { ada, grace } = open.organisation.people
  await tell(source, newSource(), 'Something.')
  await open.publish()
  await unlocked(desk, grace)
  const { journal } = onlyRow(desk)
  await desk.bench.answers.state({ journal, to: 'closed', reason: 'Nothing to it.' })
  await desk.bench.answers.open({ journal })
  await open.publish()

  const client = await connect(
    { origin: open.origin, pin: open.organisation.pin, minimumVersion: 1, site: null },
    { fetch: open.fetch, clock: open.clock },
  )
  const book = await openCaseBook(client, ada.key, await signIn(client, ada.key))
  await book.sync()
  // Ada's own desk would not let her: this is what a changed program could send.
  await book.append(journal, () => ({ act: 'state', to: 'referred', reason: 'No.' }))
  await open.publish()
  await desk.bench.sync()

  expect(onlyRow(desk)).toMatchObject({ state: 'closed', alarms: 1 })
  const view = desk.view()
  expect(view.alarms).toMatchObject([{ code: 'illegal-transition', by: 'ada' }])
  expect(view?.thread.filter((item) => item.kind === 'state')).toHaveLength(1)
  expect(view.history.filter((line) => !line.believed)).toMatchObject([{ by: 'ada', act: 'state', about: 'referred' }])
})

test('a look that finds nothing new tells the page nothing', async () => {
  const { desk, open, source } = await opened()
  await tell(source, newSource(), 'Something.')
  await open.publish()
  await unlocked(desk, open.organisation.people.grace)
  await open.publish()
  await desk.bench.sync()
  const before = desk.heard.length
  await desk.bench.sync()
  expect(desk.heard).toHaveLength(before)
})

interface Seat {
  readonly bench: Bench
  readonly heard: readonly Tell[]
  view(): CaseView
  trouble(): Refused | null
  /** How many requests were made. */
  requests(): number
  /** Lose the line: all of it, or what goes to one path. */
  cutOff(what: boolean | string): void
}

async function opened({
  pin,
}: {
  readonly pin?: string
} = {}): Promise<{ desk: Seat; open: OpenPortal; source: Portal }> {
  portal = await openPortal()
  const open = portal
  const trust = { origin: open.origin, pin: open.organisation.pin, minimumVersion: 1 }
  const quick = async () => undefined
  let cut: boolean | string = false
  let requests = 0
  const heard: Tell[] = []
  const fetch = async (url: string, init: RequestInit) => {
    requests += 1
    if (cut === true || (typeof cut === 'string' && url.endsWith(cut))) throw new TypeError('no line')
    return await open.fetch(url, init)
  }
  const bench = new Bench({ fetch, clock: open.clock, pause: quick }, (tell) => heard.push(tell))
  await bench.answers.connect({ ...trust, pin: pin ?? trust.pin }).catch(() => undefined)
  const last = <W extends Tell['what']>(what: W) =>
    heard.findLast((tell): tell is Extract<Tell, { what: W }> => tell.what === what)
  const desk: Seat = {
    bench,
    heard,
    view() {
      const tell = last('case')
      if (tell === undefined) throw new Error('no case was told')
      return tell.view
    },
    requests: () => requests,
    trouble: () => last('checked')?.trouble ?? null,
    cutOff(what) {
      cut = what
    },
  }
  const source = await connect({ ...trust, site: null }, { fetch: open.fetch, clock: open.clock, pause: quick })
  return { desk, open, source }
}

async function unlocked({ bench }: Seat, person: Person): Promise<void> {
  await bench.answers.unlock({ key: await person.key.lock(passphrase), passphrase })
  await bench.sync()
}

async function tell(source: Portal, words: string, narrative: string, excluded: readonly string[] = []): Promise<void> {
  await submit(source, { channel: 'electronics', narrative, answers: {}, language: null, excluded }, words)
}

function onlyRow({ heard }: Seat): QueueRow {
  const rows = heard.flatMap((one) => (one.what === 'queue' ? [one.rows] : [])).at(-1) ?? []
  expect(rows).toHaveLength(1)
  const [row] = rows
  if (row === undefined) throw new Error('no row was told')
  return row
}

function deliveries(view: CaseView): readonly string[] {
  return view.thread.flatMap((item) => (item.kind === 'reply' ? [item.delivery] : []))
}
