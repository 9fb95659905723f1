import { Button } from '../../lib/button.tsx'
import { Heading } from '../../lib/heading.tsx'
import type { Words } from '../words/en.ts'

/** The end of the story, and what to do about traces. */
export function Done(props: { readonly words: Words; readonly kept: boolean; readonly onHome: () => void }) {
  const { done } = props.words
  return (
    <div class="stack loose narrow">
      <div class="stack">
        <Heading>{done.title}</Heading>
        <p class="lede">{props.kept ? done.kept : done.notKept}</p>
      </div>
      <section class="sheet full" aria-labelledby="now">
        <div class="stack">
          <h2 id="now">{done.now}</h2>
          <ul class="stack close">
            {(props.kept ? done.points : done.pointsNotKept).map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </div>
      </section>
      <Button kind="quiet" onPress={props.onHome}>
        {done.another}
      </Button>
    </div>
  )
}
