import { reply } from '../../client/desk/acts.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Command, Given, Terminal } from '../command.ts'
import { readText } from '../files.ts'
import { atDesk, caseNamed, deskOptions, deskUsage } from './desk.ts'

export const replyCommand: Command = {
  name: 'desk reply',
  summary: 'Answer the source of a case.',
  usage: `<case or submission> (--text TEXT | --text-file FILE, or - for standard input) [--show-state] ${deskUsage}`,
  options: { ...deskOptions, text: 'text', 'text-file': 'text', 'show-state': 'flag' },
  operands: { min: 1, max: 1 },
  async run(given, terminal) {
    const text = await textOf(given, terminal)
    return await atDesk(given, terminal, async ({ book }) => {
      const { journal, alias } = caseNamed(book, given.operands[0] ?? '')
      const { parts } = await reply(book, journal, { text, showState: given.flag('show-state') })
      return {
        json: { case: journal, parts },
        prose: `Sent to ${alias} in ${parts} ${parts === 1 ? 'slot' : 'slots'}. It can be read once the next drop is published.`,
      }
    })
  },
}

async function textOf(given: Given, terminal: Terminal): Promise<string> {
  const path = given.maybe('text-file')
  const said = path === null ? given.text('text') : path === '-' ? await terminal.readInput() : await readText(path)
  const text = said.trimEnd()
  if (text === '') throw new Refusal('usage', 'there is nothing in the reply')
  return text
}
