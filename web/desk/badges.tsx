import type { CaseState } from '../../domain/clear/case.ts'
import type { Deadline } from './protocol.ts'
import type { Words } from './words/en.ts'

const colours: Readonly<Record<CaseState, string>> = {
  received: 'amber',
  acknowledged: '',
  assessing: '',
  'in-progress': '',
  referred: 'green',
  closed: 'spent',
}

/** The state of a case. Colour only repeats what the word says. */
export function StateBadge({ words, state }: { readonly words: Words; readonly state: CaseState }) {
  return <span class={`badge ${colours[state]}`}>{words.states[state]}</span>
}

/** Days within which a duty is marked: time enough to do something about it. */
const soonDays = 2

/** What is due, and when. */
export function DueBadge({ words, deadline }: { readonly words: Words; readonly deadline: Deadline | null }) {
  if (deadline === null) return <span class="soft">{words.deadline.none}</span>
  const { duty, day, daysLeft } = deadline
  const pressing = daysLeft < 0 ? ' late' : daysLeft <= soonDays ? ' soon' : ''
  return (
    <span class={`due${pressing}`} title={words.day(day)}>
      <strong>{words.deadline.duty[duty]}</strong> <span>{words.deadline.left(daysLeft)}</span>
    </span>
  )
}
