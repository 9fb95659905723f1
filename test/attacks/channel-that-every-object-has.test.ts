import { expect, it } from 'vitest'
import { readCursor } from '../../domain/feed.ts'
import { readChannelId } from '../../domain/journal.ts'
import { parseRosterFile } from '../../domain/roster.ts'
import { rosterJson } from '../support/organisation.ts'
import { codeOf } from '../support/refused.ts'

/** Goal: stop the sequencer, which counts places by channel. Method: a channel whose name finds something to count on. */
const inherited = Object.getOwnPropertyNames(Object.prototype)

it.each(inherited)('%s is the name of no channel', async (name) => {
  expect(await codeOf(async () => readChannelId(name, 'channel'))).toBe('malformed')
  const cursor: unknown = JSON.parse(`{${JSON.stringify(name)}: 1}`)
  expect(await codeOf(async () => readCursor(cursor, 'cursor'))).toBe('malformed')
  const json = await rosterJson({
    change: (roster) => ({ ...roster, channels: [...roster.channels, { id: name, names: { en: 'Odd' } }] }),
  })
  expect(await codeOf(async () => parseRosterFile(json))).toBe('malformed')
})
