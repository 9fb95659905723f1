import { Button } from '../lib/button.tsx'
import { Tick } from '../lib/choice.tsx'
import { Dialog } from '../lib/dialog.tsx'
import type { Words } from './words/en.ts'

/** What the keys do. They can be turned off: with speech input, a spoken word must not press them. */
export function Help(props: {
  readonly words: Words
  readonly singleKeys: boolean
  readonly onSingleKeys: (on: boolean) => void
  readonly onClose: () => void
}) {
  const { help } = props.words
  return (
    <Dialog id="help" title={help.heading} onClose={props.onClose}>
      <dl class="keys">
        {help.keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <Tick id="single-keys" ticked={props.singleKeys} onTick={props.onSingleKeys}>
        {help.singleKeys}
      </Tick>
      <Button kind="main" onPress={props.onClose}>
        {help.close}
      </Button>
    </Dialog>
  )
}
