import { useEffect, useRef, useState } from 'preact/hooks'
import { Button } from '../lib/button.tsx'
import { Tick } from '../lib/choice.tsx'
import { Field } from '../lib/field.tsx'
import { Notice } from '../lib/notice.tsx'
import { Letter } from './letter.tsx'
import type { CaseView, ReplyDraft } from './protocol.ts'
import { refusedOf } from './refused.ts'
import type { Words } from './words/en.ts'

export interface ReplyBoxProps {
  readonly words: Words
  readonly view: CaseView
  readonly draft: string
  readonly onDraft: (text: string) => void
  readonly measure: (draft: ReplyDraft) => Promise<{ readonly parts: number }>
  readonly reply: (draft: ReplyDraft) => Promise<void>
}

type Stage =
  | { readonly at: 'writing' }
  | { readonly at: 'checking'; readonly parts: number }
  | { readonly at: 'sending'; readonly parts: number }

/** Write, look at exactly what the source will see, send. What was typed stays until the portal has taken it. */
export function ReplyBox({ words, view, draft, onDraft, measure, reply }: ReplyBoxProps) {
  const say = words.reply
  const [text, setText] = useState(draft)
  const [showState, setShowState] = useState(true)
  const [stage, setStage] = useState<Stage>({ at: 'writing' })
  const [wrong, setWrong] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [returning, setReturning] = useState(false)
  const preview = useRef<HTMLHeadingElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const [sent, setSent] = useState(false)
  useEffect(() => {
    if (stage.at === 'checking') preview.current?.focus()
    if (stage.at === 'writing' && returning) document.getElementById('reply')?.focus()
  }, [stage.at, returning])

  const write = (typed: string) => {
    setText(typed)
    setWrong(null)
    setSent(false)
    onDraft(typed)
  }
  const whole: ReplyDraft = { journal: view.row.journal, text: text.trim(), showState }
  const check = async () => {
    if (whole.text === '') return fail(say.empty)
    if (whole.text.length > view.reply.lengthMax) return fail(say.tooLong(whole.text.length - view.reply.lengthMax))
    setTrouble(null)
    try {
      const { parts } = await measure(whole)
      setReturning(false)
      setStage({ at: 'checking', parts })
    } catch (thrown) {
      fail(refusedOf(thrown, words).says)
    }
  }
  const send = async (parts: number) => {
    setStage({ at: 'sending', parts })
    setTrouble(null)
    try {
      await reply(whole)
      write('')
      setStage({ at: 'writing' })
      setSent(true)
      heading.current?.focus()
    } catch (thrown) {
      setTrouble(`${refusedOf(thrown, words).says} ${say.kept}`)
      setStage({ at: 'checking', parts })
    }
  }
  const goOn = () => {
    setStage({ at: 'writing' })
    setTrouble(null)
    setReturning(true)
  }
  const fail = (sentence: string) => {
    setWrong(sentence)
    document.getElementById('reply')?.focus()
  }

  return (
    <section class="sheet stack full reply-box" aria-labelledby="reply-heading">
      <h2 id="reply-heading" ref={heading} tabIndex={-1}>
        {say.heading}
      </h2>
      <div role="status" class="full">
        {sent ? <p class="notice good">{say.sent}</p> : null}
      </div>
      {stage.at === 'writing' ? (
        <form
          class="stack full"
          onSubmit={(event) => {
            event.preventDefault()
            void check()
          }}
        >
          <Field id="reply" label={say.label} hint={say.hint} rows={6} value={text} wrong={wrong} onInput={write} />
          <Tick id="show-state" ticked={showState} onTick={setShowState}>
            {say.showState}
          </Tick>
          <Button kind="main" type="submit">
            {say.check}
          </Button>
        </form>
      ) : (
        <div class="stack full">
          <h3 ref={preview} tabIndex={-1}>
            {say.preview}
          </h3>
          <Letter view={view} draft={whole} />
          <p class="hint">
            {say.parts(stage.parts)}{' '}
            {view.reply.publishAt === 'when-something-waits'
              ? say.goesOut.soon
              : say.goesOut.hours(view.reply.publishAt)}
          </p>
          {trouble === null ? null : <Notice kind="trouble">{trouble}</Notice>}
          <div class="row" aria-busy={stage.at === 'sending'}>
            <Button
              id="send"
              kind="main"
              unavailable={stage.at === 'sending' ? say.sending : null}
              onPress={() => void send(stage.parts)}
            >
              {trouble === null ? say.send : words.trouble.retry}
            </Button>
            {stage.at === 'sending' ? null : <Button onPress={goOn}>{say.edit}</Button>}
          </div>
        </div>
      )}
    </section>
  )
}
