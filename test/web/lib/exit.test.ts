import { describe, expect, it } from 'vitest'
import { onThreeEscapes } from '../../../web/lib/exit.ts'

/** A window of the platform's own event machinery, with a clock that the test sets. */
function windowWithKeys() {
  const view = new EventTarget()
  const press = (key: string, timeStamp: number): void => {
    const event = Object.assign(new Event('keydown'), { key })
    Object.defineProperty(event, 'timeStamp', { value: timeStamp })
    view.dispatchEvent(event)
  }
  let exits = 0
  const stop = onThreeEscapes(view as unknown as Window, () => {
    exits++
  })
  return { press, stop, exits: () => exits }
}

describe('three times Escape', () => {
  it('leaves the page', () => {
    const { press, exits } = windowWithKeys()
    press('Escape', 0)
    press('Escape', 300)
    expect(exits()).toBe(0)
    press('Escape', 600)
    expect(exits()).toBe(1)
  })

  it('does nothing when it takes long, or when another key comes between', () => {
    const { press, exits } = windowWithKeys()
    for (const at of [0, 1000, 2000, 3000]) press('Escape', at)
    press('a', 3100)
    press('Escape', 3200)
    press('Escape', 3300)
    press('a', 3350)
    press('Escape', 3400)
    expect(exits()).toBe(0)
  })

  it('is not heard any more after it was switched off', () => {
    const { press, stop, exits } = windowWithKeys()
    stop()
    for (const at of [0, 100, 200]) press('Escape', at)
    expect(exits()).toBe(0)
  })
})
