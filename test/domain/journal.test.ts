import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../../crypto/digest.ts'
import { concat } from '../../domain/bytes.ts'
import {
  channelJournalOf,
  checkSealedEntry,
  hashOfSealedEntry,
  readSealedEntry,
  type SealedEntry,
} from '../../domain/journal.ts'
import { limits } from '../../domain/limits.ts'
import { plain } from '../../domain/print.ts'
import { entryClasses } from '../../domain/sizes.ts'
import { instance } from '../support/people.ts'
import { codeOf } from '../support/refused.ts'
import { shapedBody, shapedGrant } from '../support/shapes.ts'

const twelve = () => concat(...Array.from({ length: limits.journalGrants }, shapedGrant))

function entry(fields: Partial<SealedEntry> = {}): SealedEntry {
  return {
    journal: '01'.repeat(16),
    position: 1,
    previous: 'ab'.repeat(32),
    grants: new Uint8Array(0),
    body: shapedBody(entryClasses[0]),
    ...fields,
  }
}

describe('a sealed entry', () => {
  it('has one of the agreed shapes', () => {
    for (const length of entryClasses) checkSealedEntry(entry({ body: shapedBody(length) }), 'compat')
    checkSealedEntry(entry({ position: 0, previous: null, grants: twelve() }), 'compat')
    checkSealedEntry(entry({ grants: twelve() }), 'compat')
    checkSealedEntry(entry({ body: shapedBody(entryClasses[1], 'modern') }), 'modern')
  })

  it('is refused in any other', async () => {
    const broken = twelve()
    broken[96 * 5] = 0
    for (const [fields, code] of [
      [{ grants: shapedGrant() }, 'wrong-grants'],
      [{ grants: concat(twelve(), shapedGrant()) }, 'wrong-grants'],
      [{ grants: broken }, 'wrong-grants'],
      [{ position: 0, previous: null }, 'wrong-grants'],
      [{ position: 0, grants: twelve() }, 'malformed'],
      [{ previous: null }, 'malformed'],
      [{ body: shapedBody(4096) }, 'wrong-size'],
      [{ body: new Uint8Array(entryClasses[0]) }, 'not-sealed'],
      [{ body: shapedBody(entryClasses[0], 'modern') }, 'not-sealed'],
    ] as const) {
      expect(await codeOf(() => checkSealedEntry(entry(fields), 'compat'))).toBe(code)
    }
  })

  it('is read as it was written', () => {
    const one = entry({ position: 0, previous: null, grants: twelve() })
    expect(readSealedEntry(JSON.parse(JSON.stringify(plain(one))), 'entry')).toEqual(one)
  })

  it('has a hash that no change of it keeps', async () => {
    const one = entry({ grants: twelve() })
    const changes: Partial<SealedEntry>[] = [
      { journal: '02'.repeat(16) },
      { position: 2 },
      { previous: 'ac'.repeat(32) },
      { grants: new Uint8Array(0) },
      { body: shapedBody(entryClasses[0]) },
      { body: one.grants, grants: one.body },
    ]
    const hashes = await Promise.all([{}, ...changes].map((fields) => hashOfSealedEntry({ ...one, ...fields }, sha256)))
    expect(new Set(hashes).size).toBe(hashes.length)
  })
})

describe('the journal of a channel', () => {
  it('is another one for every channel and every instance', async () => {
    const channels = fc.constantFrom('electronics', 'nuclear', 'shipping', 'research')
    await fc.assert(
      fc.asyncProperty(channels, channels, async (one, other) => {
        const [a, b] = await Promise.all([one, other].map((channel) => channelJournalOf(instance, channel, sha256)))
        expect(a === b).toBe(one === other)
        expect(a).toMatch(/^[0-9a-f]{32}$/)
        expect(await channelJournalOf('00'.repeat(16), one, sha256)).not.toBe(a)
      }),
      { numRuns: 30 },
    )
  })
})
