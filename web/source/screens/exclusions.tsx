import { Tick } from '../../lib/choice.tsx'
import { Wrong } from '../../lib/field.tsx'
import type { ChannelView } from '../protocol.ts'
import type { Words } from '../words/en.ts'

export interface ExclusionsProps {
  readonly words: Words
  readonly channel: ChannelView | undefined
  readonly excluded: readonly string[]
  readonly onExclude: (excluded: readonly string[]) => void
  readonly wrong?: string | null
}

/** Whom to leave out, folded away: most people need it not, and nobody should be made to think of enemies. */
export function Exclusions(props: ExclusionsProps) {
  const { exclude } = props.words
  const here =
    props.channel === undefined
      ? props.excluded.length
      : props.channel.reviewers.filter((one) => props.excluded.includes(one.id)).length
  return (
    <details class="sheet" open={props.wrong ? true : undefined}>
      <summary>
        {exclude.title}
        {here === 0 ? null : <span class="soft small"> · {exclude.some(here)}</span>}
      </summary>
      <Reviewers {...props} />
    </details>
  )
}

/** The reviewers of a channel, each with a tick. */
export function Reviewers({ words, channel, excluded, onExclude, wrong }: ExclusionsProps) {
  const { exclude } = words
  if (channel === undefined) return <p class="hint">{exclude.choose}</p>
  return (
    <div class="stack">
      <p class="hint">{exclude.text}</p>
      <fieldset aria-describedby={wrong ? 'exclusions-wrong' : undefined}>
        <legend class="label">{exclude.legend}</legend>
        <div class="ticks">
          {channel.reviewers.map(({ id, handle }, at) => (
            <Tick
              key={id}
              id={at === 0 ? 'exclusions' : `exclude-${id}`}
              ticked={excluded.includes(id)}
              onTick={(ticked) => onExclude(ticked ? [...excluded, id] : excluded.filter((one) => one !== id))}
            >
              {handle}
            </Tick>
          ))}
        </div>
      </fieldset>
      {wrong ? <Wrong id="exclusions-wrong">{wrong}</Wrong> : null}
    </div>
  )
}
