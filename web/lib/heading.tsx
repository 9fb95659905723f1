import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/**
 * The heading of a screen. When a screen replaces another, focus moves here, so that a screen reader starts with it
 * and the next Tab leads into the screen.
 */
export function Heading({
  focus = true,
  children,
}: {
  readonly focus?: boolean
  readonly children: ComponentChildren
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!focus) return
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [focus])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  )
}
