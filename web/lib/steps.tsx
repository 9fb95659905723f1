/** Steps that follow each other, with the one that is under way marked in shape and in words. */
export function Steps(props: {
  readonly steps: readonly string[]
  /** Index of the step under way; past the end when all are done. */
  readonly at: number
  readonly says: { readonly done: string; readonly now: string }
}) {
  return (
    <ol class="steps">
      {props.steps.map((step, at) => (
        <li key={step} data-at={at < props.at ? 'done' : at === props.at ? 'now' : 'later'}>
          <span>
            {step}
            {at > props.at ? null : <span class="unseen"> ({at < props.at ? props.says.done : props.says.now})</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}
