import { LiveDrops } from '../client/drops.ts'
import type { Portal } from '../client/portal.ts'
import { type Known, readReplies } from '../client/replies.ts'
import { submit } from '../client/submit.ts'
import { makePassphrase, readPassphrase } from '../crypto/passphrase.ts'
import { limits } from '../domain/limits.ts'
import type { ChannelId } from '../domain/record.ts'
import { Refusal } from '../domain/refusal.ts'
import { type MemberId, reviewersOf } from '../domain/roster.ts'
import type { Command, Given, Terminal } from './command.ts'
import { exists, readText, writeSecret } from './files.ts'
import { unlockFile } from './keys.ts'
import { portalOf, portalOptions } from './portal.ts'

export const submitCommand: Command = {
  name: 'submit',
  summary: 'Seal a tip and send it. Prints the receipt and the twelve words to come back with.',
  usage:
    '<file, or - for standard input> --url U --channel C [--exclude HANDLE]... [--passphrase-file P] ' +
    '[--sign KEY --key-passphrase-file F] [--language TAG] [--pin PIN]',
  options: {
    ...portalOptions,
    channel: 'text',
    exclude: 'texts',
    attach: 'texts',
    sign: 'text',
    'key-passphrase-file': 'text',
    'passphrase-file': 'text',
    language: 'text',
  },
  operands: { min: 1, max: 1 },
  async run(given, terminal) {
    const channel = given.text('channel')
    if (given.texts('attach').length > 0)
      throw new Refusal('uploads-off', 'Files are not taken yet. Send the text alone.')
    const narrative = await narrativeOf(given, terminal)
    const signer = given.maybe('sign')
    const cosign = signer === null ? null : await unlockFile(signer, given.text('key-passphrase-file'))
    const portal = await portalOf(given, terminal)
    const { words, fresh } = await wordsOf(given)
    const drops = new LiveDrops(portal)
    // With new words too: who returns must ask the portal for the same files as who comes for the first time.
    await drops.slots()
    const known = fresh ? null : await knownOf(portal, words, drops, terminal)
    const excluded = [...new Set([...(known?.excluded ?? []), ...excludedOf(portal, channel, given.texts('exclude'))])]
    const draft = { channel, narrative, answers: {}, language: given.maybe('language'), excluded }
    const sent = await submit(portal, draft, words, {
      previous: known?.previous ?? null,
      ...(cosign === null ? {} : { cosign }),
      onStep: (step) => {
        if (step === 'waiting') terminal.note('The portal does not answer; trying again.')
      },
    })
    return {
      json: { receipt: sent.receipt, passphrase: words, submission: sent.submission },
      prose: `The tip was accepted on ${sent.receipt.statement.day}.

Submission  ${sent.submission}
Passphrase  ${words}

The twelve words are the only way back to replies. Nobody can restore them.`,
    }
  },
}

async function narrativeOf(given: Given, terminal: Terminal): Promise<string> {
  const [path = '-'] = given.operands
  const text = path === '-' ? await terminal.readInput() : await readText(path)
  if (text.trim() === '') throw new Refusal('malformed', 'there is nothing in the text')
  if (text.length > limits.narrativeLengthMax) throw new Refusal('too-large')
  return text
}

/** The words of the file; new ones when there is no file yet, kept in it before anything is sent under them. */
async function wordsOf(given: Given): Promise<{ words: string; fresh: boolean }> {
  const path = given.maybe('passphrase-file')
  if (path !== null && (await exists(path)))
    return { words: await readPassphrase(await readText(path, 4096)), fresh: false }
  const words = await makePassphrase()
  if (path !== null) await writeSecret(path, `${words}\n`)
  return { words, fresh: true }
}

async function knownOf(portal: Portal, words: string, drops: LiveDrops, terminal: Terminal): Promise<Known | null> {
  const { known } = await readReplies(portal, words, drops)
  if (known === null)
    terminal.note('No reply was found for these words. Nobody is excluded but those you name with --exclude.')
  return known
}

function excludedOf(portal: Portal, channel: ChannelId, handles: readonly string[]): readonly MemberId[] {
  const reviewers = reviewersOf(portal.roster.roster, channel)
  return handles.map((handle) => {
    const found = reviewers.find((one) => one.handle === handle)
    if (found === undefined) throw new Refusal('usage', `--exclude ${handle}: nobody of this channel is called that`)
    return found.id
  })
}
