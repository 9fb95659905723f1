import type { Attachment } from '../client/attachment.ts'
import { LiveDrops } from '../client/drops.ts'
import type { Portal } from '../client/portal.ts'
import { type Known, readReplies } from '../client/replies.ts'
import { submit } from '../client/submit.ts'
import { type UploadProgress, upload } from '../client/upload.ts'
import { makePassphrase, readPassphrase } from '../crypto/passphrase.ts'
import type { TipFile } from '../domain/clear/manifest.ts'
import { limits } from '../domain/limits.ts'
import type { ChannelId } from '../domain/record.ts'
import { Refusal } from '../domain/refusal.ts'
import { type MemberId, reviewersOf } from '../domain/roster.ts'
import { attachmentsOf } from './attach.ts'
import type { Command, Given, Terminal } from './command.ts'
import { exists, readText, writeSecret } from './files.ts'
import { unlockFile } from './keys.ts'
import { portalOf, portalOptions } from './portal.ts'

export const submitCommand: Command = {
  name: 'submit',
  summary: 'Seal a tip and send it. Prints the receipt and the twelve words to come back with.',
  usage:
    '<file, or - for standard input> --url U --channel C [--attach FILE]... [--keep-names] [--exclude HANDLE]... ' +
    '[--passphrase-file P] [--sign KEY --key-passphrase-file F] [--language TAG] [--pin PIN]',
  options: {
    ...portalOptions,
    channel: 'text',
    exclude: 'texts',
    attach: 'texts',
    'keep-names': 'flag',
    sign: 'text',
    'key-passphrase-file': 'text',
    'passphrase-file': 'text',
    language: 'text',
  },
  operands: { min: 1, max: 1 },
  async run(given, terminal) {
    const channel = given.text('channel')
    const narrative = await narrativeOf(given, terminal)
    const signer = given.maybe('sign')
    const attachments = await attachmentsOf(given.texts('attach'), given.flag('keep-names'))
    const cosign = signer === null ? null : await unlockFile(signer, given.text('key-passphrase-file'))
    const portal = await portalOf(given, terminal)
    const { words, fresh } = await wordsOf(given)
    const drops = new LiveDrops(portal)
    // With new words too: who returns must ask the portal for the same files as who comes for the first time.
    await drops.slots()
    const known = fresh ? null : await knownOf(portal, words, drops, terminal)
    const excluded = [...new Set([...(known?.excluded ?? []), ...excludedOf(portal, channel, given.texts('exclude'))])]
    if (attachments.length > 0 && fresh)
      terminal.note(`Passphrase  ${words}\nWith it and the same files you can go on later.`)
    const files = await uploaded(portal, words, attachments, terminal)
    const draft = { channel, narrative, answers: {}, language: given.maybe('language'), excluded, files }
    const sent = await submit(portal, draft, words, {
      previous: known?.previous ?? null,
      ...(cosign === null ? {} : { cosign }),
      onStep: (step) => {
        if (step === 'waiting') terminal.note('The portal does not answer; trying again.')
      },
    })
    return {
      json: { receipt: sent.receipt, passphrase: words, submission: sent.submission, files: files.map(shown) },
      prose: `The tip was accepted on ${sent.receipt.statement.day}${withFiles(files)}.

Submission  ${sent.submission}
Passphrase  ${words}

The twelve words are the only way back to replies. Nobody can restore them.`,
    }
  },
}

/** Send the files first; the tip names them. Progress goes to whoever watches, in steps of a tenth. */
async function uploaded(
  portal: Portal,
  words: string,
  attachments: readonly Attachment[],
  terminal: Terminal,
): Promise<readonly TipFile[]> {
  if (attachments.length === 0) return []
  let told = 0
  const onProgress = ({ sent, total, waiting }: UploadProgress): void => {
    const tenths = Math.floor((sent * 10) / total)
    if (waiting) terminal.note('The portal does not answer; trying again.')
    else if (tenths > told) terminal.note(`${tenths}0 % of ${Math.ceil(total / 1e6)} MB are there.`)
    told = Math.max(told, tenths)
  }
  return await upload(portal, words, attachments, onProgress).files
}

function shown({ name, size, sha256 }: TipFile): object {
  return { name, size, sha256 }
}

function withFiles(files: readonly TipFile[]): string {
  if (files.length === 0) return ''
  return files.length === 1 ? ', with one file' : `, with ${files.length} files`
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
