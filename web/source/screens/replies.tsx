import { Button } from '../../lib/button.tsx'
import { Heading } from '../../lib/heading.tsx'
import { Notice } from '../../lib/notice.tsx'
import type { ConversationView, LetterView } from '../protocol.ts'
import type { Words } from '../words/en.ts'
import { FollowUp, type FollowUpProps } from './follow-up.tsx'

export interface RepliesProps extends Omit<FollowUpProps, 'known'> {
  readonly conversation: ConversationView
  /** A message has just arrived. */
  readonly justSent: boolean
  readonly onAnother: () => void
  readonly onLeave: () => void
}

/** What was written to the source, with its gaps, and a way to answer. */
export function Replies({ conversation, justSent, onAnother, onLeave, ...followUp }: RepliesProps) {
  const { words } = followUp
  const { replies } = words
  const { letters, unsound, known } = conversation
  const count = letters.filter((one) => one.kind === 'reply').length
  const state = newestState(letters)
  return (
    <div class="stack loose">
      <div class="stack narrow full">
        {justSent ? (
          <>
            <Heading>{replies.sent}</Heading>
            <p class="lede">{replies.sentText}</p>
            <Button onPress={onAnother}>{replies.another}</Button>
          </>
        ) : (
          <>
            <Heading>{count === 0 ? replies.nothing : replies.title(count)}</Heading>
            {count === 0 ? <p class="lede">{replies.none}</p> : null}
          </>
        )}
        {unsound > 0 ? (
          <Notice kind="caution">
            <p>{replies.unsound(unsound)}</p>
          </Notice>
        ) : null}
      </div>
      {state === null ? null : (
        <div class="narrow full">
          <Notice kind="note" title={`${replies.state}: ${replies.states[state]}`}>
            <p>{replies.statesAbout[state]}</p>
          </Notice>
        </div>
      )}
      {letters.length === 0 ? null : (
        <ol class="letters narrow full">
          {letters.map((letter) => (
            <li key={`${letter.from} ${letter.sequence}`}>
              <Letter words={words} letter={letter} />
            </li>
          ))}
        </ol>
      )}
      {justSent ? null : <FollowUp {...followUp} known={known} />}
      <Button kind="quiet" onPress={onLeave}>
        {replies.leave}
      </Button>
    </div>
  )
}

function Letter({ words, letter }: { readonly words: Words; readonly letter: LetterView }) {
  const { replies } = words
  if (letter.kind === 'missing') return <p class="gap hint">{replies.missing(letter.from, letter.sequence)}</p>
  return (
    <article class="sheet stack">
      <h2 class="from">
        {replies.from(letter.from)} <span class="soft small">{replies.number(letter.sequence)}</span>
      </h2>
      <p class="written" dir="auto">
        {letter.text}
      </p>
    </article>
  )
}

/** The state that the last reply which names one names. Replies carry no time, so each member's last counts. */
function newestState(letters: readonly LetterView[]) {
  const last = [...letters].reverse().find((one) => one.kind === 'reply' && one.state !== null)
  return last?.kind === 'reply' ? last.state : null
}
