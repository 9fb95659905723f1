import { hydrate, render } from 'preact'
import { wireExit } from '../lib/exit.ts'
import { trusting } from '../lib/trust.ts'
import { App } from './app.tsx'
import { UnloadGuard } from './guard.ts'
import { Line } from './line.ts'
import { words } from './words/chosen.ts'

// The page stands already; this makes it answer. The worker, which is most of the bytes, starts when the browser is
// idle after the first paint, and then does at every visit what a returning source needs.
const root = document.getElementById('app')
if (root !== null) {
  const guard = new UnloadGuard(window)
  let line: Line | null = null
  wireExit(document, window, () => {
    guard.arm(false)
    line?.end()
  })
  hydrate(<App words={words} around={null} />, root)
  // Browsers keep a page that was left, to show it again on "back". What stood here must not come back by itself.
  window.addEventListener('pagehide', () => {
    guard.arm(false)
    line?.end()
    render(null, root)
  })
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload()
  })
  afterPaint(() => {
    const capable = isSecureContext && globalThis.crypto?.subtle !== undefined && typeof Worker === 'function'
    line = capable ? new Line(words.trouble.broken) : null
    render(<App words={words} around={{ line, guard, trusting: trusting(document, location) }} />, root)
  })
}

function afterPaint(act: () => void): void {
  requestAnimationFrame(() => setTimeout(act, 0))
}
