import { Button } from '../lib/button.tsx'
import type { Refused, Signed } from './protocol.ts'
import type { Words } from './words/en.ts'

export interface MastheadProps {
  readonly words: Words
  /** Absent while the door is closed. */
  readonly inside?: {
    readonly signed: Signed
    /** Whether the desk has looked at all. */
    readonly looked: boolean
    readonly trouble: Refused | null
    readonly onHelp: () => void
    readonly onLock: () => void
    readonly onLeave: () => void
    /** The session is over: back to the door. */
    readonly onEnded: () => void
  }
}

/** The band on top: where one is, whether the desk is up to date, and the way out. */
export function Masthead({ words, inside }: MastheadProps) {
  return (
    <header class="masthead">
      <a class="skip" href="#main">
        {words.skip}
      </a>
      <div class="page">
        <span class="brand">
          {words.brand} <span class="brand-room">{words.title}</span>
        </span>
        {inside === undefined ? null : (
          <div class="row bar">
            <Checked words={words} looked={inside.looked} trouble={inside.trouble} />
            <span class="who soft small">
              <span class="unseen">{words.bar.signedInAs} </span>
              <strong>{inside.signed.handle}</strong>
            </span>
            <span class="keys-button">
              <Button slim kind="quiet" onPress={inside.onHelp}>
                {words.bar.help}
              </Button>
            </span>
            <span class="leave">
              <Button slim kind="quiet" onPress={inside.onLeave}>
                {words.bar.leave}
              </Button>
            </span>
            <span class="lock">
              <Button slim onPress={inside.onLock}>
                {words.bar.lock}
              </Button>
            </span>
          </div>
        )}
      </div>
      {inside?.trouble ? <Trouble words={words} trouble={inside.trouble} onEnded={inside.onEnded} /> : null}
    </header>
  )
}

function Checked(props: { readonly words: Words; readonly looked: boolean; readonly trouble: Refused | null }) {
  const { bar } = props.words
  const [says, look] =
    props.trouble !== null ? [bar.trouble, ' out'] : props.looked ? [bar.checked, ''] : [bar.checking, ' looking']
  return (
    <span class={`checked small${look}`} title={bar.checkedHint} role="status">
      {says}
    </span>
  )
}

function Trouble(props: { readonly words: Words; readonly trouble: Refused; readonly onEnded: () => void }) {
  const { words, trouble, onEnded } = props
  return (
    <div class="trouble-strip" role="alert">
      <div class="page">
        <span>{trouble.says}</span>
        {trouble.code === 'not-signed-in' ? (
          <Button slim onPress={onEnded}>
            {words.bar.unlockAgain}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
