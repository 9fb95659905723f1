import type { BookedCase, Unopened } from '../../client/desk/case-book.ts'
import type { Command } from '../command.ts'
import { atDesk, deskOptions, deskUsage } from './desk.ts'

export const listCommand: Command = {
  name: 'desk list',
  summary: 'List the cases that your key opens, the most urgent first.',
  usage: deskUsage,
  options: deskOptions,
  operands: { min: 0, max: 0 },
  async run(given, terminal) {
    return await atDesk(given, terminal, async ({ book }) => {
      const { cases, unopened } = book
      return await Promise.resolve({
        json: { cases: cases.map(summary), unopened: unopened.map(unopenedSummary) },
        prose: [...cases.map(line), closing(unopened)].join('\n'),
      })
    })
  },
}

function summary(one: BookedCase): object {
  return {
    case: one.journal,
    alias: one.alias,
    channel: one.channel,
    state: one.folded.state,
    day: one.day,
    acknowledgeBy: one.acknowledgeBy,
    submissions: [...one.tips, ...one.foreign].map((text) => text.submission),
    sealedElsewhere: one.foreign.length > 0,
    replies: one.folded.replies.length,
    alarms: one.folded.alarms.map((alarm) => alarm.code),
    conflict: [...one.tips, ...one.foreign].some((text) => text.conflict),
    joined: one.joined,
    undelivered: one.undelivered,
  }
}

function unopenedSummary({ submission, channel, day, seenBy, overdue, trouble }: Unopened): object {
  return { submission, channel, day, seenBy, overdue, trouble }
}

function line(one: BookedCase): string {
  const { state, replies, alarms } = one.folded
  const texts = [...one.tips, ...one.foreign]
  const tips = `${texts.length} ${texts.length === 1 ? 'tip' : 'tips'}`
  const counts = one.foreign.length > 0 ? `${tips}, sealed elsewhere` : `${tips}, ${replies.length} replied`
  const alarm = alarms.length > 0 || texts.some((text) => text.conflict) ? '  ALARM' : ''
  return `${one.journal.slice(0, 12)}  ${one.day}  ${state.padEnd(12)}  ${one.alias.padEnd(22)}  ${one.channel}  ${counts}${alarm}`
}

function closing(unopened: readonly Unopened[]): string {
  const overdue = unopened.filter((one) => one.overdue).length
  const count = `${unopened.length} more ${unopened.length === 1 ? 'submission is' : 'submissions are'} not yours to open.`
  return overdue === 0 ? count : `${count} Nobody has opened ${overdue} of them in time: look into it.`
}
