import type { ComponentChildren } from 'preact'
import { Button } from '../../lib/button.tsx'
import { Choice } from '../../lib/choice.tsx'
import { Field } from '../../lib/field.tsx'
import type { Draft } from '../draft.ts'
import type { ConversationView, PortalView, Refused } from '../protocol.ts'
import type { Words } from '../words/en.ts'
import { Channels } from './channels.tsx'
import { useChecked } from './checked.ts'
import { Exclusions, Reviewers } from './exclusions.tsx'
import { Failed } from './tell.tsx'

export interface FollowUpProps {
  readonly words: Words
  readonly portal: PortalView
  readonly draft: Draft
  readonly onDraft: (draft: Draft) => void
  readonly known: ConversationView['known']
  /** The part of the form about files. */
  readonly files: (undecided: boolean) => ComponentChildren
  readonly failed: Refused | null
  readonly onSend: () => void
}

/** One more message from the same source. Where no reply says whom to leave out, it is asked anew. */
export function FollowUp({ words, portal, draft, onDraft, known, files, failed, onSend }: FollowUpProps) {
  const { replies } = words
  const { wrong, submit } = useChecked(words, draft, portal.channels, known === null, onSend)
  const offered =
    known === null || known.channels.length === 0
      ? portal.channels
      : portal.channels.filter((one) => known.channels.includes(one.id))
  const channel = portal.channels.find((one) => one.id === draft.channel)
  const exclusions = {
    words,
    channel,
    excluded: draft.excluded,
    onExclude: (excluded: readonly string[]) => onDraft({ ...draft, excluded }),
    wrong: wrong.exclusions,
  }
  return (
    <form class="stack loose narrow full" noValidate onSubmit={submit}>
      <div class="stack narrow full">
        {failed === null ? null : <Failed words={words} failed={failed} />}
        <Field
          id="narrative"
          label={<h2>{replies.answer}</h2>}
          hint={replies.answerHint}
          rows={7}
          value={draft.narrative}
          onInput={(narrative) => onDraft({ ...draft, narrative })}
          wrong={wrong.narrative}
        />
      </div>
      {offered.length > 1 ? (
        <Channels
          words={words}
          channels={offered}
          legend={replies.channel}
          hint={replies.channelHint}
          chosen={draft.channel}
          onChoose={(chosen) => onDraft({ ...draft, channel: chosen })}
          wrong={wrong.channel}
        />
      ) : null}
      {files(wrong.files !== null)}
      <div class="stack narrow full">
        {known === null ? (
          <AskAgain draft={draft} onDraft={onDraft} words={words} wrong={wrong.asked}>
            <Reviewers {...exclusions} />
          </AskAgain>
        ) : (
          <Exclusions {...exclusions} />
        )}
        <Button kind="main" type="submit">
          {replies.send}
        </Button>
      </div>
    </form>
  )
}

/** The question that must be answered when nothing tells how it was answered the first time. */
function AskAgain(props: {
  readonly words: Words
  readonly draft: Draft
  readonly onDraft: (draft: Draft) => void
  readonly wrong: string | null
  readonly children: ComponentChildren
}) {
  const { exclude } = props.words
  const { draft, onDraft } = props
  return (
    <div class="stack full">
      <Choice
        id="asked"
        legend={<h2>{exclude.again}</h2>}
        hint={exclude.againText}
        options={[
          { value: 'nobody', name: exclude.nobody },
          { value: 'somebody', name: exclude.somebody },
        ]}
        chosen={draft.leavesOut}
        onChoose={(chosen) =>
          onDraft({
            ...draft,
            leavesOut: chosen === 'somebody' ? 'somebody' : 'nobody',
            excluded: chosen === 'somebody' ? draft.excluded : [],
          })
        }
        wrong={props.wrong}
      />
      {draft.leavesOut === 'somebody' ? props.children : null}
    </div>
  )
}
