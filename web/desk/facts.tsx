import { Fingerprint } from './fingerprint.tsx'
import type { CaseView } from './protocol.ts'
import type { Words } from './words/en.ts'

/** Who is who in this case. */
export function Facts({ words, view }: { readonly words: Words; readonly view: CaseView }) {
  const say = words.case
  return (
    <section class="sheet stack full" aria-labelledby="facts-heading">
      <h2 id="facts-heading">{say.facts}</h2>
      <dl class="facts">
        <div>
          <dt>{say.members}</dt>
          <dd>{view.members.join(', ')}</dd>
        </div>
        {view.excluded.length === 0 ? null : (
          <div>
            <dt>{say.excluded}</dt>
            <dd>
              <strong>{view.excluded.join(', ')}</strong>
              <p class="hint">{say.excludedHint}</p>
            </dd>
          </div>
        )}
        {view.source === '' ? null : (
          <div>
            <dt>{say.fingerprint}</dt>
            <dd>
              <Fingerprint label={say.fingerprint} of={view.source} />
              <p class="hint">{say.fingerprintHint}</p>
            </dd>
          </div>
        )}
      </dl>
    </section>
  )
}
