import type { ComponentChildren } from 'preact'
import { limits } from '../../../domain/limits.ts'
import { Button } from '../../lib/button.tsx'
import { Field } from '../../lib/field.tsx'
import { Heading } from '../../lib/heading.tsx'
import { Notice } from '../../lib/notice.tsx'
import type { Draft } from '../draft.ts'
import type { PortalView, Refused } from '../protocol.ts'
import type { Words } from '../words/en.ts'
import { Channels } from './channels.tsx'
import { useChecked } from './checked.ts'
import { Exclusions } from './exclusions.tsx'

export interface TellProps {
  readonly words: Words
  readonly portal: PortalView
  readonly draft: Draft
  readonly onDraft: (draft: Draft) => void
  /** Why the last sending failed. */
  /** The part of the form about files. */
  readonly files: (undecided: boolean) => ComponentChildren
  readonly failed: Refused | null
  readonly onSend: () => void
}

/** The form of a new tip. Nothing but a subject and a few words is needed. */
export function Tell({ words, portal, draft, onDraft, files, failed, onSend }: TellProps) {
  const { tell } = words
  const { wrong, submit } = useChecked(words, draft, portal.channels, false, onSend)
  const channel = portal.channels.find((one) => one.id === draft.channel)
  return (
    <form class="stack loose" noValidate onSubmit={submit}>
      <div class="stack narrow">
        <Heading>{tell.title}</Heading>
        <p class="lede">{tell.lede}</p>
      </div>
      {failed === null ? null : <Failed words={words} failed={failed} />}
      <Channels
        words={words}
        channels={portal.channels}
        legend={tell.channel}
        hint={tell.channelHint}
        chosen={draft.channel}
        onChoose={(chosen) => onDraft({ ...draft, channel: chosen })}
        wrong={wrong.channel}
      />
      <div class="beside full">
        <Field
          id="narrative"
          label={<h2>{tell.story}</h2>}
          hint={tell.storyHint}
          rows={11}
          value={draft.narrative}
          onInput={(narrative) => onDraft({ ...draft, narrative })}
          wrong={wrong.narrative}
        />
        <Notice kind="caution" title={tell.careful}>
          <p>{tell.carefulText}</p>
        </Notice>
      </div>
      <section class="stack narrow full" aria-labelledby="prompts">
        <div class="stack close">
          <h2 id="prompts">{tell.prompts}</h2>
          <p class="hint">{tell.promptsHint}</p>
        </div>
        {tell.questions.map(({ id, label, hint }) => (
          <Field
            key={id}
            id={id}
            label={label}
            hint={hint}
            value={draft.answers[id] ?? ''}
            lengthMax={limits.answerLengthMax}
            onInput={(answer) => onDraft({ ...draft, answers: { ...draft.answers, [id]: answer } })}
          />
        ))}
      </section>
      {files(wrong.files !== null)}
      <div class="stack narrow full">
        <Exclusions
          words={words}
          channel={channel}
          excluded={draft.excluded}
          onExclude={(excluded) => onDraft({ ...draft, excluded })}
          wrong={wrong.exclusions}
        />
        <div class="row">
          <Button kind="main" type="submit">
            {tell.send}
          </Button>
        </div>
        <p class="hint">
          {tell.sendHint} {portal.recovery ? tell.recovery : tell.noRecovery}
        </p>
      </div>
    </form>
  )
}

/** Why it was not sent, that nothing is lost, and the same button as below the form. */
export function Failed({ words, failed }: { readonly words: Words; readonly failed: Refused }) {
  return (
    <Notice kind="trouble" title={words.failed.title}>
      <p>
        {failed.says} {words.failed.kept}
      </p>
      <div>
        <Button kind="main" slim type="submit">
          {words.failed.again}
        </Button>
      </div>
    </Notice>
  )
}
