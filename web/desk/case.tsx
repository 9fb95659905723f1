import type { CaseState } from '../../domain/clear/case.ts'
import { Button } from '../lib/button.tsx'
import { Heading } from '../lib/heading.tsx'
import { Notice } from '../lib/notice.tsx'
import { DueBadge, StateBadge } from './badges.tsx'
import { Facts } from './facts.tsx'
import { Journal } from './journal.tsx'
import type { CaseView, ReplyDraft } from './protocol.ts'
import { ReplyBox } from './reply-box.tsx'
import { StateBox } from './state-box.tsx'
import { Thread } from './thread.tsx'
import type { Words } from './words/en.ts'

export interface CaseProps {
  readonly words: Words
  readonly view: CaseView
  readonly channelName: string
  /** Where it stands in the queue, from 0; -1 when the filter hides it. */
  readonly place: { readonly at: number; readonly of: number }
  readonly draft: string
  readonly onDraft: (text: string) => void
  readonly onBack: () => void
  readonly onStep: (by: 1 | -1) => void
  readonly measure: (draft: ReplyDraft) => Promise<{ readonly parts: number }>
  readonly reply: (draft: ReplyDraft) => Promise<void>
  readonly setState: (to: CaseState, reason: string) => Promise<void>
}

/** One case: what was said, in order; what can be done; what was done. */
export function CaseScreen(props: CaseProps) {
  const { words, view, place } = props
  const { row } = view
  return (
    <main id="main" class="page">
      <div class="stack">
        <nav class="case-nav full" aria-label={words.case.around}>
          <Button slim kind="quiet" onPress={props.onBack}>
            <span aria-hidden="true">←</span> {words.case.back}
          </Button>
          {place.at === -1 ? null : (
            <span class="row">
              <span class="soft small">{words.case.place(place.at + 1, place.of)}</span>
              {place.at > 0 ? (
                <Button slim onPress={() => props.onStep(-1)}>
                  {words.case.previous}
                </Button>
              ) : null}
              {place.at < place.of - 1 ? (
                <Button slim onPress={() => props.onStep(1)}>
                  {words.case.next}
                </Button>
              ) : null}
            </span>
          )}
        </nav>
        <header class="stack close full">
          <Heading>{row.alias}</Heading>
          <p class="row case-line">
            <span>{props.channelName}</span>
            <StateBadge words={words} state={row.state} />
            <DueBadge words={words} deadline={row.deadline} />
          </p>
        </header>
        <Alarms words={words} view={view} />
        <div class="case-columns full">
          <div class="stack">
            <Thread words={words} view={view} />
            {!view.answerable ? (
              <Notice>{words.case.unanswerable}</Notice>
            ) : view.joined ? (
              <ReplyBox
                words={words}
                view={view}
                draft={props.draft}
                onDraft={props.onDraft}
                measure={props.measure}
                reply={props.reply}
              />
            ) : (
              <Notice>{words.case.notJoined}</Notice>
            )}
          </div>
          <aside class="stack" aria-label={words.case.facts}>
            {view.joined ? <StateBox words={words} view={view} setState={props.setState} /> : null}
            <Facts words={words} view={view} />
          </aside>
        </div>
        <Journal words={words} history={view.history} />
      </div>
    </main>
  )
}

/** What does not add up, before anything else is read. */
function Alarms({ words, view }: { readonly words: Words; readonly view: CaseView }) {
  if (view.alarms.length === 0) return null
  return (
    <div class="notice trouble" role="alert">
      <strong>{words.alarms.heading}</strong>
      <ul>
        {view.alarms.map((alarm) => (
          <li key={`${alarm.code}${alarm.position}`}>
            {words.alarms.codes[alarm.code]}
            {alarm.position === null ? null : (
              <span class="soft small"> {words.alarms.atEntry(alarm.position + 1, alarm.by)}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
