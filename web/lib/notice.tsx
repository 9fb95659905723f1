import type { ComponentChildren } from 'preact'

/**
 * A few sentences that stand out. `trouble` is read out at once, `good` when the reader pauses; the others are part
 * of the page.
 */
export function Notice(props: {
  readonly kind?: 'note' | 'caution' | 'trouble' | 'good'
  readonly title?: string
  readonly children: ComponentChildren
}) {
  const { kind = 'note', title, children } = props
  const role = kind === 'trouble' ? 'alert' : kind === 'good' ? 'status' : undefined
  return (
    <div class={`notice ${kind}`} role={role}>
      {title ? <strong>{title}</strong> : null}
      {children}
    </div>
  )
}
