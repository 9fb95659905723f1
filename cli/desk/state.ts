import { setState } from '../../client/desk/acts.ts'
import { caseStates } from '../../domain/clear/case.ts'
import { oneOf } from '../../domain/fields.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Command } from '../command.ts'
import { atDesk, caseNamed, deskOptions, deskUsage } from './desk.ts'

export const stateCommand: Command = {
  name: 'desk state',
  summary: `Move a case on: ${caseStates.join(', ')}.`,
  usage: `<case or submission> <state> --reason TEXT ${deskUsage}`,
  options: { ...deskOptions, reason: 'text' },
  operands: { min: 2, max: 2 },
  async run(given, terminal) {
    const [name = '', wanted = ''] = given.operands
    if (!caseStates.some((one) => one === wanted)) {
      throw new Refusal('usage', `there is no state ${wanted}; choose one of ${caseStates.join(', ')}`)
    }
    const to = oneOf(caseStates)(wanted, 'state')
    const reason = given.text('reason')
    return await atDesk(given, terminal, async ({ book }) => {
      const { journal, alias } = caseNamed(book, name)
      await setState(book, journal, to, reason)
      return { json: { case: journal, state: to }, prose: `The case of ${alias} is now ${to}.` }
    })
  },
}
