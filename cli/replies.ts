import { LiveDrops } from '../client/drops.ts'
import { type Conversation, readReplies } from '../client/replies.ts'
import { readPassphrase } from '../crypto/passphrase.ts'
import type { Roster } from '../domain/roster.ts'
import type { Command } from './command.ts'
import { readText } from './files.ts'
import { portalOf, portalOptions } from './portal.ts'
import { printable } from './printable.ts'

export const repliesCommand: Command = {
  name: 'replies',
  summary: 'Fetch every live drop and read the replies that the twelve words open.',
  usage: '--url U --passphrase-file P [--pin PIN]',
  options: { ...portalOptions, 'passphrase-file': 'text' },
  operands: { min: 0, max: 0 },
  async run(given, terminal) {
    const words = await readPassphrase(await readText(given.text('passphrase-file'), 4096))
    const portal = await portalOf(given, terminal)
    const conversation = await readReplies(portal, words, new LiveDrops(portal))
    const { roster } = portal.roster
    return { json: asJson(conversation, roster), prose: asProse(conversation, roster) }
  },
}

function asJson({ replies, missing, unsound }: Conversation, roster: Roster): object {
  return {
    replies: replies.map(({ member, sequence, text, state }) => ({
      from: handleOf(member, roster),
      sequence,
      state,
      text,
    })),
    missing: missing.map(({ member, sequence }) => ({ from: handleOf(member, roster), sequence })),
    unsound,
  }
}

function asProse({ replies, missing, unsound }: Conversation, roster: Roster): string {
  const lines = replies.map(({ member, sequence, text, state }) => {
    const status = state === null ? '' : `, the case is ${state}`
    return `${handleOf(member, roster)}, reply ${sequence}${status}:\n\n${printable(text)}\n`
  })
  for (const { member, sequence } of missing) {
    lines.push(`Reply ${sequence} of ${handleOf(member, roster)} is missing: too old, not published yet, or held back.`)
  }
  if (unsound > 0) lines.push(`${unsound} pieces opened but were not sound. They are not shown.`)
  return lines.length === 0 ? 'There are no replies yet.' : lines.join('\n')
}

function handleOf(member: string, roster: Roster): string {
  return roster.members.find((one) => one.id === member)?.handle ?? 'somebody who left'
}
