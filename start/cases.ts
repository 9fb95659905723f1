import { join } from 'node:path'
import { reply, setState } from '../client/desk/acts.ts'
import { type CaseBook, openCaseBook } from '../client/desk/case-book.ts'
import { signIn } from '../client/desk/session.ts'
import type { Portal } from '../client/portal.ts'
import { submit } from '../client/submit.ts'
import { unlock } from '../crypto/member.ts'
import { makePassphrase } from '../crypto/passphrase.ts'
import { identityOf } from '../crypto/source.ts'
import * as f from '../domain/fields.ts'
import { readChannelId } from '../domain/journal.ts'
import type { ChannelId } from '../domain/record.ts'
import { demoFolder, fileLengthMax, readIfThere, writeWhole } from './folder.ts'
import { invented } from './invented.ts'
import type { DemoOrganisation } from './organisation.ts'

/** An invented source, with the words that a real one would have told nobody. */
export interface DemoSource {
  readonly channel: ChannelId
  readonly passphrase: string
  readonly answered: boolean
}

interface Notes {
  readonly done: boolean
  readonly sources: readonly DemoSource[]
}

/**
 * Send the invented tips as their sources would, and answer one as a reviewer would. Once: a start that was cut off
 * is gone on from where it stopped, because the words are written down before anything is sent.
 */
export async function sendInvented(
  portal: Portal,
  dataDir: string,
  { people }: DemoOrganisation,
): Promise<readonly DemoSource[]> {
  const path = join(demoFolder(dataDir), 'sources.json')
  const notes = await readNotes(path)
  if (notes.done) return notes.sources
  const reviewer = people.find((one) => one.role === 'reviewer')
  if (reviewer === undefined) return notes.sources
  const key = await unlock(reviewer.locked, reviewer.passphrase)
  const session = await signIn(portal, key)
  try {
    const book = await openCaseBook(portal, key, session)
    await book.sync()
    for (const [at, { channel, narrative }] of invented.entries()) {
      const words = notes.sources[at]?.passphrase
      if (words === undefined || (await hasArrived(book, words, portal))) continue
      await submit(portal, { channel, narrative, answers: {}, language: 'en', excluded: [] }, words)
    }
    await answerInvented(book, notes, portal)
  } finally {
    await session.end()
  }
  await writeWhole(path, JSON.stringify({ ...notes, done: true }, null, 2))
  return notes.sources
}

const readNotesObject = f.object<Notes>({
  done: f.truth,
  sources: f.list(
    f.object<DemoSource>({ channel: readChannelId, passphrase: f.text(400, 1), answered: f.truth }),
    invented.length,
  ),
})

async function readNotes(path: string): Promise<Notes> {
  const json = await readIfThere(path)
  if (json !== null) return readNotesObject(f.parseJson(json, fileLengthMax), 'sources.json')
  const sources = await Promise.all(
    invented.map(async ({ channel, answered }) => ({
      channel,
      passphrase: await makePassphrase(),
      answered: answered !== null,
    })),
  )
  const notes = { done: false, sources }
  await writeWhole(path, JSON.stringify(notes, null, 2))
  return notes
}

async function hasArrived(book: CaseBook, words: string, portal: Portal): Promise<boolean> {
  const { thread } = await identityOf(words, portal.roster.roster.instance)
  return book.cases.some((one) => one.tips.some(({ tip }) => tip.statement.thread === thread))
}

async function answerInvented(book: CaseBook, { sources }: Notes, portal: Portal): Promise<void> {
  for (const [at, { answered }] of invented.entries()) {
    const words = sources[at]?.passphrase
    if (answered === null || words === undefined) continue
    const it = await caseOf(book, words, portal)
    if (it.folded.state === 'received') {
      await setState(book, it.journal, 'acknowledged', 'The order form and the payment do not fit a shoe importer.')
    }
    if (it.folded.replies.length === 0) await reply(book, it.journal, { text: answered, showState: true })
  }
}

/** How long the sequencer may take to give a tip its place: it runs twice a second. */
const looksMax = 120
const lookEveryMs = 250

async function caseOf(book: CaseBook, words: string, portal: Portal) {
  const { thread } = await identityOf(words, portal.roster.roster.instance)
  for (let look = 0; look < looksMax; look++) {
    const found = book.cases.find((one) => one.tips.some(({ tip }) => tip.statement.thread === thread))
    if (found !== undefined) return found
    await portal.pause(lookEveryMs)
    await book.sync()
  }
  throw new Error('An invented tip was accepted and did not reach its feed.')
}
