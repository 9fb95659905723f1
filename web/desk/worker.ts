import { Bench, refusedBy } from './bench.ts'
import type { AskName, Asks, FromWorker, ToWorker } from './protocol.ts'

/** Between two looks at the portal, whether or not anything happened: the rhythm tells nothing. */
const lookEveryMs = 5000

const bench = new Bench({ fetch: (address, wish) => fetch(address, wish), clock: () => Date.now() }, (tell) =>
  say({ kind: 'tell', tell }),
)

addEventListener('message', (event: MessageEvent<ToWorker>) => void answer(event.data))
setInterval(() => void bench.sync(), lookEveryMs)

async function answer({ id, name, ask }: ToWorker): Promise<void> {
  try {
    // Each name has its own kind of question and answer; here they only pass through.
    const act = bench.answers[name] as (ask: unknown) => Promise<Asks[AskName]['answer']>
    say({ kind: 'answer', id, answer: await act(ask) })
  } catch (thrown) {
    say({ kind: 'refusal', id, refusal: refusedBy(thrown) })
  }
}

function say(said: FromWorker): void {
  postMessage(said)
}
