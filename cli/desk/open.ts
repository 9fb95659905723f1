import type { BookedCase } from '../../client/desk/case-book.ts'
import type { EntryStatement } from '../../domain/clear/case.ts'
import type { TipFile } from '../../domain/clear/manifest.ts'
import type { Roster } from '../../domain/roster.ts'
import type { Command } from '../command.ts'
import { printable } from '../printable.ts'
import { atDesk, caseNamed, deskOptions, deskUsage } from './desk.ts'

export const openCommand: Command = {
  name: 'desk open',
  summary: 'Show a case: its tips, replies, state and journal.',
  usage: `<case or submission> ${deskUsage}`,
  options: deskOptions,
  operands: { min: 1, max: 1 },
  async run(given, terminal) {
    return await atDesk(given, terminal, async ({ book, portal }) => {
      const one = caseNamed(book, given.operands[0] ?? '')
      const { roster } = portal.roster
      return await Promise.resolve({ json: asJson(one, roster), prose: asProse(one, roster) })
    })
  },
}

function asJson(one: BookedCase, roster: Roster): object {
  const name = nameIn(roster)
  return {
    case: one.journal,
    alias: one.alias,
    channel: one.channel,
    state: one.folded.state,
    members: one.folded.members.map(name),
    tips: one.tips.map(({ submission, day, tip, seenBy, conflict }) => ({
      submission,
      day,
      sequence: tip.statement.sequence,
      narrative: tip.content.narrative,
      answers: tip.content.answers,
      excluded: tip.content.excluded.map(name),
      panel: tip.content.panel.map(name),
      files: tip.content.files.map(({ key: _, chunks, filling, ...file }) => ({
        ...file,
        chunks: chunks.length - filling,
      })),
      seenBy: seenBy.map(name),
      conflict,
    })),
    foreign: one.foreign.map(({ submission, day, text, seenBy, conflict }) => ({
      submission,
      day,
      text,
      seenBy: seenBy.map(name),
      conflict,
    })),
    replies: one.folded.replies.map(({ by, sequence, day, text }) => ({ by: name(by), sequence, day, text })),
    history: one.folded.history.map(({ position, member, day, act }) => ({
      position,
      by: name(member),
      day,
      act: act.act,
    })),
    alarms: one.folded.alarms,
    unsoundEntries: one.unsoundEntries,
  }
}

function asProse(one: BookedCase, roster: Roster): string {
  const name = nameIn(roster)
  const { state, members, replies, history, alarms } = one.folded
  const parts = [
    `${one.alias}  (${one.journal})\nChannel ${one.channel}, state ${state}, open to ${members.map(name).join(', ')}`,
  ]
  for (const { code, position } of alarms)
    parts.push(position === null ? `ALARM: ${code}` : `ALARM at entry ${position}: ${code}`)
  for (const { submission, day, tip, conflict } of one.tips) {
    if (conflict) parts.push('ALARM: two people who opened the next tip were given different texts.')
    parts.push(`--- Tip of ${day}  (${submission.slice(0, 12)})\n\n${printable(tip.content.narrative)}`)
    for (const [question, answer] of Object.entries(tip.content.answers))
      parts.push(`${question}: ${printable(answer)}`)
    if (tip.content.files.length > 0)
      parts.push(`Files, to be had with "desk save":\n${tip.content.files.map(fileLine).join('\n')}`)
  }
  for (const { submission, day, text, conflict } of one.foreign) {
    if (conflict) parts.push('ALARM: two people who opened the next text were given different ones.')
    parts.push(
      `--- Sealed elsewhere, came on ${day}  (${submission.slice(0, 12)})\nUnsigned: anybody may have written it, and nobody can be answered.\n\n${printable(text)}`,
    )
  }
  for (const reply of replies)
    parts.push(`--- Reply ${reply.sequence} by ${name(reply.by)} on ${reply.day}\n\n${printable(reply.text)}`)
  parts.push(`--- Journal\n${history.map((entry) => journalLine(entry, name)).join('\n')}`)
  return parts.join('\n\n')
}

function fileLine({ name, type, size, version, sha256 }: TipFile): string {
  return `${printable(name)}  ${type}, ${size} octets, ${version}, SHA-256 ${sha256 ?? 'not said'}`
}

function journalLine({ position, day, member, act }: EntryStatement, name: (id: string) => string): string {
  const what = act.act === 'state' ? `state ${act.to}: ${printable(act.reason)}` : act.act
  return `${String(position).padStart(4)}  ${day}  ${name(member)}  ${what}`
}

function nameIn(roster: Roster): (id: string) => string {
  return (id) => roster.members.find((one) => one.id === id)?.handle ?? id
}
