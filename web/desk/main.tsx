import { render } from 'preact'
import { trusting } from '../lib/trust.ts'
import { startWorker } from '../lib/worker-url.ts'
import { Desk } from './desk.tsx'
import { openLine, type Port } from './line.ts'
import { en } from './words/en.ts'

const app = document.getElementById('app')
if (app !== null) {
  app.replaceChildren()
  render(
    <Desk
      words={en}
      connect={(heard) => {
        const line = openLine(startWorker() as unknown as Port, heard)
        // The worker fetches the roster while the person looks for the key file; trouble shows when it is needed.
        void line.ask('connect', trusting(document, location)).catch(() => undefined)
        return line
      }}
    />,
    app,
  )
}
