import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/** The browser's own dialog: it keeps focus inside, closes with Escape and gives focus back. */
export function Dialog(props: {
  readonly id: string
  readonly title: string
  readonly onClose: () => void
  readonly children: ComponentChildren
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    <dialog ref={dialog} aria-labelledby={`${props.id}-title`} onClose={props.onClose}>
      <div class="stack">
        <h2 id={`${props.id}-title`}>{props.title}</h2>
        {props.children}
      </div>
    </dialog>
  )
}
