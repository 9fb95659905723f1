import { expect, test } from 'vitest'
import { openLine, type Port, Said } from '../../../web/desk/line.ts'
import type { FromWorker, Tell, ToWorker } from '../../../web/desk/protocol.ts'

/** The far end of a line, held in the hand. */
class FarEnd implements Port {
  onmessage: Port['onmessage'] = null
  onerror: Port['onerror'] = null
  readonly asked: ToWorker[] = []
  ended = false

  postMessage(message: ToWorker): void {
    this.asked.push(message)
  }

  terminate(): void {
    this.ended = true
  }

  say(data: FromWorker): void {
    this.onmessage?.({ data })
  }

  break(): void {
    this.onerror?.(undefined as never)
  }
}

test('each answer finds its own question, in whatever order they come', async () => {
  const far = new FarEnd()
  const line = openLine(far, () => undefined)
  const first = line.ask('measure', { journal: '00'.repeat(16), text: 'one', showState: true })
  const second = line.ask('measure', { journal: '00'.repeat(16), text: 'two', showState: true })
  const [one, two] = far.asked
  far.say({ kind: 'answer', id: two?.id ?? 0, answer: { parts: 2 } })
  far.say({ kind: 'answer', id: one?.id ?? 0, answer: { parts: 1 } })
  expect(await Promise.all([first, second])).toEqual([{ parts: 1 }, { parts: 2 }])
})

test('a refusal arrives with its code and its sentence', async () => {
  const far = new FarEnd()
  const asked = openLine(far, () => undefined).ask('sync', {})
  far.say({ kind: 'refusal', id: far.asked[0]?.id ?? 0, refusal: { code: 'try-again', says: 'Wait a little.' } })
  await expect(asked).rejects.toEqual(new Said({ code: 'try-again', says: 'Wait a little.' }))
})

test('when the worker breaks, whoever waits is told so', async () => {
  const far = new FarEnd()
  const asked = openLine(far, () => undefined).ask('sync', {})
  far.break()
  await expect(asked).rejects.toMatchObject({ refused: { code: 'bug' } })
})

test('after the line was cut nothing more is heard, and the worker is gone', () => {
  const far = new FarEnd()
  const heard: Tell[] = []
  const line = openLine(far, (tell) => heard.push(tell))
  far.say({ kind: 'tell', tell: { what: 'checked', trouble: null } })
  line.cut()
  far.say({ kind: 'tell', tell: { what: 'checked', trouble: null } })
  expect(heard).toHaveLength(1)
  expect(far.ended).toBe(true)
})
