/** Where the exit leads: a page that looks like nothing. Set by whoever builds the site. */
export function exitAddress(page: Document): string {
  return page.querySelector<HTMLMetaElement>('meta[name="safehand-exit"]')?.content || 'about:blank'
}

const presses = 3
const withinMs = 1500

/**
 * Leave at once: what stands on the page is cleared before the line has a chance to be slow, and the page is replaced,
 * so that "back" does not return to it.
 */
export function leave(page: Document, view: Window): void {
  const address = exitAddress(page)
  page.title = ''
  page.body.replaceChildren()
  view.location.replace(address)
}

/** Call `onExit` when Escape is pressed three times in a row. @returns how to stop listening */
export function onThreeEscapes(view: Window, onExit: () => void): () => void {
  let times: number[] = []
  const listen = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') {
      times = []
      return
    }
    times = [...times.filter((at) => event.timeStamp - at < withinMs), event.timeStamp]
    if (times.length >= presses) onExit()
  }
  view.addEventListener('keydown', listen, { capture: true })
  return () => view.removeEventListener('keydown', listen, { capture: true })
}

/**
 * Make the exit of the page's frame work: it leads away without script too, and with script it clears the page first.
 *
 * @param before what must happen first: end a worker, disarm a guard
 */
export function wireExit(page: Document, view: Window, before: () => void = () => {}): void {
  const exit = (): void => {
    before()
    leave(page, view)
  }
  page.getElementById('exit')?.addEventListener('click', (event) => {
    event.preventDefault()
    exit()
  })
  onThreeEscapes(view, exit)
}
