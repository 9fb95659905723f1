import { useState } from 'preact/hooks'
import { Button } from '../lib/button.tsx'
import { en as portal } from '../source/words/en.ts'
import { harmless } from './plain-text.ts'
import type { CaseView, ReplyItem, StateItem, ThreadItem, TipItem } from './protocol.ts'
import type { Words } from './words/en.ts'

/** The conversation, in the order of the journal: tips, replies, and the steps of the case between them. */
export function Thread({ words, view }: { readonly words: Words; readonly view: CaseView }) {
  return (
    <section class="stack full" aria-labelledby="thread">
      <div class="stack close">
        <h2 id="thread">{words.case.thread}</h2>
        <p class="hint">{words.case.evidenceOnly}</p>
      </div>
      <ol class="thread full">
        {view.thread.map((item) => (
          <Item key={item.position} words={words} view={view} item={item} />
        ))}
      </ol>
    </section>
  )
}

function Item({ words, view, item }: { readonly words: Words; readonly view: CaseView; readonly item: ThreadItem }) {
  switch (item.kind) {
    case 'tip':
      return <Tip words={words} alias={view.row.alias} tip={item} />
    case 'reply':
      return <Reply words={words} reply={item} />
    case 'state':
      return <Step words={words} step={item} />
  }
}

function Tip({ words, alias, tip }: { readonly words: Words; readonly alias: string; readonly tip: TipItem }) {
  const say = words.case
  return (
    <li class="said tip">
      <div class="said-head">
        <h3>
          {say.tip(tip.number)} <span class="soft">{say.tipFrom(alias)}</span>
        </h3>
        {tip.unanswered ? <span class="badge fresh-badge">{say.unanswered}</span> : null}
        {tip.clear?.unsigned ? <span class="badge">{say.unsigned}</span> : null}
        {tip.clear?.cosigned ? <span class="badge green">{say.cosigned}</span> : null}
        <span class="day soft small">{words.day(tip.day)}</span>
      </div>
      {tip.conflict ? (
        <p class="notice trouble" role="alert">
          {words.alarms.codes.conflict}
        </p>
      ) : null}
      {tip.clear === null ? (
        <p class="soft">{say.notForYou}</p>
      ) : (
        <>
          <Written words={words} text={tip.clear.narrative} />
          {tip.clear.answers.length === 0 ? null : (
            <dl class="answers">
              {tip.clear.answers.map(({ question, answer }) => (
                <div key={question}>
                  <dt>{questions.get(question) ?? question}</dt>
                  <dd>
                    <Written words={words} text={answer} />
                  </dd>
                </div>
              ))}
            </dl>
          )}
          {tip.clear.files.length === 0 ? null : (
            <dl class="answers">
              <dt>{say.files(tip.clear.files.length)}</dt>
              {tip.clear.files.map(({ name, size, version }) => (
                <dd key={name}>
                  <bdi>{harmless(name)}</bdi> <span class="soft">{say.file(size, version)}</span>
                </dd>
              ))}
              <dd class="soft small">{say.fetchFiles}</dd>
            </dl>
          )}
        </>
      )}
      {tip.seenBy.length === 0 ? null : <p class="soft small">{say.seenBy(tip.seenBy)}</p>}
    </li>
  )
}

/** What the source was asked, by the id of the question. */
const questions: ReadonlyMap<string, string> = new Map(portal.tell.questions.map(({ id, label }) => [id, label]))

/** A text longer than this is folded at first, so that what follows it can be found. */
const foldedLength = 4000

/** What a stranger wrote: text, never markup, with what could mislead the eye made visible. */
function Written({ words, text }: { readonly words: Words; readonly text: string }) {
  const [whole, setWhole] = useState(false)
  const long = text.length > foldedLength * 1.2
  const shown = long && !whole ? `${text.slice(0, foldedLength).replace(/[\ud800-\udbff]$/, '')}…` : text
  return (
    <>
      <p class="written evidence" dir="auto">
        {harmless(shown)}
      </p>
      {long && !whole ? (
        <Button slim onPress={() => setWhole(true)}>
          {words.case.showAll(text.length)}
        </Button>
      ) : null}
    </>
  )
}

function Reply({ words, reply }: { readonly words: Words; readonly reply: ReplyItem }) {
  const say = words.case
  return (
    <li class={`said reply${reply.mine ? ' mine' : ''}`}>
      <div class="said-head">
        <h3>{reply.mine ? say.yourReply(reply.sequence) : say.replyFrom(reply.by, reply.sequence)}</h3>
        <span class="day soft small">{words.day(reply.day)}</span>
      </div>
      <p class="written" dir="auto">
        {harmless(reply.text)}
      </p>
      <p class={`delivery small ${reply.delivery}`}>{say.delivery[reply.delivery]}</p>
    </li>
  )
}

function Step({ words, step }: { readonly words: Words; readonly step: StateItem }) {
  return (
    <li class="step small">
      <span>{words.case.stateChanged(step.by, step.to)}</span>
      <span class="soft"> {words.day(step.day)}</span>
      {step.reason === '' ? null : (
        <span class="written reason" dir="auto">
          {harmless(step.reason)}
        </span>
      )}
    </li>
  )
}
