import type { ComponentChildren } from 'preact'

export interface ButtonProps {
  readonly kind?: 'main' | 'plain' | 'quiet'
  readonly slim?: boolean
  readonly type?: 'button' | 'submit'
  readonly onPress?: () => void
  /** Why it cannot be pressed now, in a sentence. The reason is shown beside the button and read out with it. */
  readonly unavailable?: string | null
  /** Needed with `unavailable`, to tie the reason to the button. */
  readonly id?: string
  readonly children: ComponentChildren
}

/** A button. One that cannot be pressed says why. */
export function Button({
  kind = 'plain',
  slim = false,
  type = 'button',
  onPress,
  unavailable,
  id,
  children,
}: ButtonProps) {
  const reason = unavailable ? `${id ?? 'button'}-reason` : undefined
  return (
    <>
      <button
        id={id}
        type={type}
        class={`button ${kind}${slim ? ' slim' : ''}`}
        disabled={reason !== undefined}
        aria-describedby={reason}
        onClick={onPress}
      >
        {children}
      </button>
      {reason === undefined ? null : (
        <span id={reason} class="hint">
          {unavailable}
        </span>
      )}
    </>
  )
}
