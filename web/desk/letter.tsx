import { en as portal } from '../source/words/en.ts'
import { harmless } from './plain-text.ts'
import type { CaseView, ReplyDraft } from './protocol.ts'

/** A reply in the portal's own words and order: exactly what the source will see, and nothing else. */
export function Letter({ view, draft }: { readonly view: CaseView; readonly draft: ReplyDraft }) {
  const { replies } = portal
  const { state } = view.row
  return (
    <blockquote class="preview full" lang={portal.language} dir={portal.dir}>
      {draft.showState ? (
        <div class="notice">
          <strong>
            {replies.state}: {replies.states[state]}
          </strong>
          <p>{replies.statesAbout[state]}</p>
        </div>
      ) : null}
      <p class="from">
        {replies.from(view.reply.from)} <span class="soft small">{replies.number(view.reply.sequence)}</span>
      </p>
      <p class="written" dir="auto">
        {harmless(draft.text)}
      </p>
    </blockquote>
  )
}
