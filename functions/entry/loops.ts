import { type Day, dayOf } from '../../domain/day.ts'
import { Refusal } from '../../domain/refusal.ts'
import { type CaretakerParts, takeCare } from '../caretaker/caretaker.ts'
import type { Clock } from '../ports/platform.ts'
import { type PublisherParts, publish } from '../publisher/publisher.ts'
import { type Alarm, bugLine } from './answer.ts'

/** What runs by itself beside the routes. */
export interface Loops {
  /** Stop, and wait for what is under way. */
  stop(): Promise<void>
}

/** Half a second: a tip is in its feed before a person has turned a page. */
const publishEveryMs = 500
/** Often, because before the first roster there is nothing to take care of, and then it must be soon. */
const lookAtDayEveryMs = 1_000

/**
 * Run the caretaker on every new day and the publisher again and again. The first run of both is waited for. Nothing is
 * published before there are keys for the day: a roster in force asks people to send, and then receipts must be signed.
 */
export async function startLoops(
  parts: { readonly publisher: PublisherParts; readonly caretaker: CaretakerParts },
  clock: Clock,
  alarm?: Alarm,
): Promise<Loops> {
  let caredOn: Day | null = null
  const care = async () => {
    const today = dayOf(clock())
    if (today !== caredOn && (await takeCare(parts.caretaker, clock()))) caredOn = today
  }
  const publishNow = async () => {
    if (caredOn !== null) await publish(parts.publisher, clock())
  }
  await care()
  await publishNow()
  const caring = repeat(lookAtDayEveryMs, alarm ?? bugLine('caretaker'), care)
  const publishing = repeat(publishEveryMs, alarm ?? bugLine('publisher'), publishNow)
  return {
    async stop() {
      await Promise.all([publishing.stop(), caring.stop()])
    },
  }
}

/** Run an act, wait, run it again: never two at once. */
function repeat(everyMs: number, alarm: Alarm, act: () => Promise<void>): Loops {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let wake = () => {}
  const run = async () => {
    while (!stopped) {
      try {
        await act()
      } catch (trouble) {
        // The store was busy: the next round is soon.
        if (!(trouble instanceof Refusal)) alarm(trouble)
      }
      if (stopped) return
      await new Promise<void>((resolve) => {
        wake = resolve
        timer = setTimeout(resolve, everyMs)
      })
    }
  }
  const running = run()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      wake()
      await running
    },
  }
}
