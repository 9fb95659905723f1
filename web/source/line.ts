import type { UploadProgress } from '../../client/upload.ts'
import { startWorker } from '../lib/worker-url.ts'
import type { AskName, Asks, FromWorker, Refused, SendStep, ToWorker } from './protocol.ts'
import type { Words } from './words/en.ts'

/** A "no" of the worker, as it may be shown. */
export class WorkerRefusal extends Error {
  readonly refused: Refused

  constructor(refused: Refused) {
    super(refused.says)
    this.refused = refused
  }
}

interface Waiting {
  readonly resolve: (answer: never) => void
  readonly reject: (why: WorkerRefusal) => void
}

/** The page's line to its worker: one question, one answer. */
export class Line {
  #worker: Worker | null = null
  readonly #waiting = new Map<number, Waiting>()
  readonly #brokenSays: string
  #next = 1
  /** Called at each step of a sending. */
  onStep: (step: SendStep) => void = () => {}
  /** Called as files arrive. */
  onProgress: (progress: UploadProgress) => void = () => {}

  /** @param brokenSays what to show when the worker itself cannot be loaded or breaks */
  constructor(brokenSays: string) {
    this.#brokenSays = brokenSays
    this.#worker = this.#start()
  }

  /** @throws WorkerRefusal */
  async ask<N extends AskName>(name: N, ask: Asks[N]['ask']): Promise<Asks[N]['answer']> {
    const id = this.#next++
    return await new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#worker ??= this.#start()
      this.#worker.postMessage({ id, name, ask } as ToWorker)
    })
  }

  /** End the worker, and with it everything that it knows. */
  end(): void {
    this.#worker?.terminate()
    this.#worker = null
  }

  #start(): Worker {
    const worker = startWorker()
    worker.addEventListener('message', (event: MessageEvent<FromWorker>) => this.#hear(event.data))
    worker.addEventListener('error', () => this.#break())
    return worker
  }

  #hear(said: FromWorker): void {
    if (said.kind === 'step') {
      this.onStep(said.step)
      return
    }
    if (said.kind === 'progress') {
      this.onProgress(said.progress)
      return
    }
    const waiting = this.#waiting.get(said.id)
    this.#waiting.delete(said.id)
    if (said.kind === 'answer') waiting?.resolve(said.answer as never)
    else waiting?.reject(new WorkerRefusal(said.refusal))
  }

  /** It could not be loaded, or broke: whoever waits is told, and the next question starts a new one. */
  #break(): void {
    this.end()
    for (const { reject } of this.#waiting.values()) reject(new WorkerRefusal({ code: 'bug', says: this.#brokenSays }))
    this.#waiting.clear()
  }
}

/** What to show for anything that was thrown, in the reader's language. */
export function refusedBy(thrown: unknown, words: Words): Refused {
  if (!(thrown instanceof WorkerRefusal)) return { code: 'bug', says: words.trouble.broken }
  const sentences: Readonly<Record<string, string>> = words.refused
  return { ...thrown.refused, says: sentences[thrown.refused.code] ?? words.refused.bug }
}
