import type { ComponentChildren } from 'preact'

export interface FieldProps {
  readonly id: string
  readonly label: ComponentChildren
  readonly value: string
  readonly onInput: (value: string) => void
  readonly hint?: ComponentChildren
  /** What is wrong with the value and what to do about it. */
  readonly wrong?: string | null
  /** More than one makes it a text area. */
  readonly rows?: number
  /** `secret` hides what is typed. */
  readonly secret?: boolean
  readonly lengthMax?: number
  readonly dir?: 'auto' | 'ltr'
}

/**
 * One line or several lines of text with its label. Nothing typed here is remembered, spelled or completed by the
 * browser: some of those send what is typed to others or keep it on the device.
 */
export function Field(props: FieldProps) {
  const { id, label, value, onInput, hint, wrong, rows = 1, secret = false, lengthMax, dir = 'auto' } = props
  const described = [hint ? `${id}-hint` : '', wrong ? `${id}-wrong` : ''].filter(Boolean).join(' ') || undefined
  const common = {
    id,
    value,
    dir,
    ...(lengthMax === undefined ? {} : { maxLength: lengthMax }),
    autocomplete: 'off',
    autocapitalize: rows > 1 ? 'sentences' : 'none',
    spellcheck: false,
    'aria-describedby': described,
    'aria-invalid': Boolean(wrong),
    onInput: (event: { currentTarget: { value: string } }) => onInput(event.currentTarget.value),
  } as const
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint ? (
        <div id={`${id}-hint`} class="hint">
          {hint}
        </div>
      ) : null}
      {rows > 1 ? (
        <textarea rows={rows} {...common} />
      ) : secret ? (
        <input type="password" {...common} />
      ) : (
        <input type="text" {...common} />
      )}
      {wrong ? <Wrong id={`${id}-wrong`}>{wrong}</Wrong> : null}
    </div>
  )
}

/** What is wrong, below the field that it is about. */
export function Wrong({ id, children }: { readonly id: string; readonly children: ComponentChildren }) {
  return (
    <div id={id} class="wrong">
      {children}
    </div>
  )
}
