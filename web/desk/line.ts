import type { AskName, Asks, FromWorker, Refused, Tell, ToWorker } from './protocol.ts'

/** The page's end of the line to the worker that holds the key. */
export interface Line {
  /**
   * Ask the worker.
   *
   * @throws Refusal-like `Said` with a sentence that may be shown
   */
  ask<N extends AskName>(name: N, ask: Asks[N]['ask']): Promise<Asks[N]['answer']>
  /** End the worker at once: key, session and clear texts go with its memory. Open questions stay unanswered. */
  cut(): void
}

/** What the worker refused, in words for people. */
export class Said extends Error {
  override readonly name = 'Said'
  readonly refused: Refused

  constructor(refused: Refused) {
    super(refused.says)
    this.refused = refused
  }
}

/** The part of a `Worker` that a line needs, so that tests can hold the other end without a browser. */
export interface Port {
  postMessage(message: ToWorker): void
  onmessage: ((event: { readonly data: FromWorker }) => void) | null
  onerror: ((event: never) => void) | null
  terminate(): void
}

const broken: Refused = { code: 'bug', says: 'The desk stopped by itself. Lock it and unlock your key again.' }

export function openLine(port: Port, heard: (tell: Tell) => void): Line {
  const waiting = new Map<number, { answer(value: unknown): void; refuse(why: Said): void }>()
  let last = 0

  port.onmessage = ({ data }) => {
    if (data.kind === 'tell') return heard(data.tell)
    const asked = waiting.get(data.id)
    waiting.delete(data.id)
    if (data.kind === 'answer') asked?.answer(data.answer)
    else asked?.refuse(new Said(data.refusal))
  }
  port.onerror = () => {
    for (const asked of waiting.values()) asked.refuse(new Said(broken))
    waiting.clear()
  }

  return {
    ask<N extends AskName>(name: N, ask: Asks[N]['ask']): Promise<Asks[N]['answer']> {
      return new Promise((answer, refuse) => {
        last += 1
        waiting.set(last, { answer: (value) => answer(value as Asks[N]['answer']), refuse })
        port.postMessage({ id: last, name, ask } as ToWorker)
      })
    },
    cut() {
      port.onmessage = null
      port.onerror = null
      port.terminate()
    },
  }
}
