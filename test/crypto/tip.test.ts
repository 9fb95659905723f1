import { beforeAll, describe, expect, it } from 'vitest'
import { sha256 } from '../../crypto/digest.ts'
import { openEnvelope } from '../../crypto/envelope.ts'
import { newMember } from '../../crypto/member.ts'
import { readSignature } from '../../crypto/openpgp.ts'
import { identityOf } from '../../crypto/source.ts'
import { openTip, type SealedTip } from '../../crypto/tip.ts'
import { fromUtf8, toHex } from '../../domain/bytes.ts'
import { addDays, dayOf, startOf } from '../../domain/day.ts'
import { hashOf } from '../../domain/record.ts'
import { bodyClasses } from '../../domain/sizes.ts'
import { type Organisation, organise } from '../support/organisation.ts'
import { friday, instance, keysMade, newSource, type Person } from '../support/people.ts'
import { codeOf } from '../support/refused.ts'
import { content, narrative, tipTo } from '../support/tips.ts'

let org: Organisation
beforeAll(async () => {
  org = await organise()
})

const open = (tip: SealedTip, reader: Person, roster = org.roster) =>
  openTip(tip.envelope, tip.record, reader.key, roster, friday)

describe('a tip', () => {
  it('is read by its panel and by nobody else', async () => {
    const small = await organise({ policy: { panel: 2 } })
    const tip = await tipTo(small)
    const panel = tip.panel.map((one) => one.handle)
    expect(panel).toHaveLength(2)
    for (const reader of [org.people.ada, org.people.grace, org.people.lise]) {
      const opened = await open(tip, reader, small.roster)
      expect(opened?.tip.content.narrative ?? null).toBe(panel.includes(reader.handle) ? narrative : null)
    }
    for (const outsider of [org.people.vera, org.people.harbourWatch, org.people.ida, org.people.mallory]) {
      expect(await open(tip, outsider, small.roster)).toBeNull()
    }
  })

  it('is read by the recovery key when the roster has one', async () => {
    const recovery = await newMember('recovery', instance, keysMade)
    const prepared = await organise({
      change: (roster) => ({ ...roster, keys: { ...roster.keys, recovery: recovery.certificate } }),
    })
    const tip = await tipTo(prepared)
    const opened = await openTip(tip.envelope, tip.record, recovery, prepared.roster, friday)
    expect(opened?.tip.content.narrative).toBe(narrative)
    expect(await openEnvelope((await tipTo(org)).envelope, recovery)).toBeNull()
  })

  it('is never sealed to whom the source excluded', async () => {
    for (const excluded of ['ada', 'grace', 'lise'] as const) {
      const tip = await tipTo(org, { content: content({ excluded: [org.people[excluded].id] }) })
      expect(tip.panel.map((one) => one.handle).sort()).toEqual(
        ['ada', 'grace', 'lise'].filter((one) => one !== excluded),
      )
      expect(await open(tip, org.people[excluded])).toBeNull()
    }
  })

  it('opens to what was written, signed and bound to its place', async () => {
    const words = newSource()
    const written = content({ narrative: 'é🙂\u0000"\\\n', answers: { where: 'quay 4' }, language: 'en' })
    const tip = await tipTo(org, { words, content: written })
    const opened = await open(tip, org.people.ada)
    const me = await identityOf(words, instance)
    expect(opened?.tip.content).toEqual({ ...written, panel: tip.panel.map((one) => one.id) })
    expect(opened?.source.fingerprint).toBe(me.fingerprint)
    expect(opened?.tip.statement).toMatchObject({
      instance,
      channel: 'electronics',
      thread: me.thread,
      roster: org.trusted.hash,
      sequence: tip.sequence,
      previous: null,
      cosigner: null,
    })
    expect(opened?.statementHash).toBe(tip.statementHash)
    expect(tip.record.id).toBe(toHex(await sha256(tip.envelope.body)))
    expect(tip.record.roster).toBe(1)
  })

  it('is legible to a person who opens it with another program', async () => {
    const tip = await tipTo(org)
    const clear = await openEnvelope(tip.envelope, org.people.ada.key)
    const text = fromUtf8(clear?.clear ?? new Uint8Array())
    expect(text).toContain(`\n    "narrative": "${narrative}"`)
    expect(text?.endsWith('}\n')).toBe(true)
  })

  it('gives all its readers the same commitment, and no two tips the same', async () => {
    const tip = await tipTo(org)
    const ada = await open(tip, org.people.ada)
    const grace = await open(tip, org.people.grace)
    expect(ada?.commitment).toMatch(/^[0-9a-f]{64}$/)
    expect(grace?.commitment).toBe(ada?.commitment)
    expect(grace?.clearHash).toBe(ada?.clearHash)
    expect((await open(await tipTo(org), org.people.ada))?.commitment).not.toBe(ada?.commitment)
  })

  it('follows the one before it, whatever the clock says', async () => {
    const words = newSource()
    const first = await tipTo(org, { words })
    const previous = { sequence: first.sequence, hash: first.statementHash }
    const yesterday = startOf(addDays(dayOf(friday), -1))
    for (const now of [friday, friday + 1000, yesterday]) {
      const next = await tipTo(org, { words, previous, now })
      expect(next.sequence).toBeGreaterThan(first.sequence)
      const opened = await open(next, org.people.ada)
      expect(opened?.tip.statement.previous).toBe(first.statementHash)
    }
    const tomorrow = await tipTo(org, { words, now: startOf(addDays(dayOf(friday), 1)) })
    expect(tomorrow.sequence).toBeGreaterThan(first.sequence)
  })

  it('says nothing finer than the day in its signature', async () => {
    const opened = await open(await tipTo(org), org.people.ada)
    const signature = await readSignature({ binarySignature: opened?.tip.signature ?? new Uint8Array() })
    expect(signature.packets[0]?.created?.getTime()).toBe(startOf(dayOf(friday)))
  })

  it('has one of three lengths, and more than the largest holds is refused', async () => {
    const lengths = new Set<number>()
    for (const length of [1, 100, 12_000, 15_000, 60_000, 199_000]) {
      lengths.add((await tipTo(org, { content: content({ narrative: 'x'.repeat(length) }) })).envelope.body.length)
    }
    expect([...lengths]).toEqual([...bodyClasses])
    const tooLong = content({ narrative: 'é'.repeat(190_000) })
    expect(await codeOf(() => tipTo(org, { content: tooLong }))).toBe('too-large')
  })

  it('carries the signature of a partner who signs too', async () => {
    const { harbourWatch } = org.people
    const opened = await open(await tipTo(org, { cosign: harbourWatch.key }), org.people.ada)
    expect(opened?.tip.statement.cosigner).toBe(harbourWatch.key.fingerprint)
    expect(await codeOf(() => tipTo(org, { cosign: org.people.ada.key }))).toBe('not-allowed')
    expect(await codeOf(() => tipTo(org, { cosign: org.people.mallory.key }))).toBe('not-allowed')
  })

  it('is not believed when its partner is no longer on the roster', async () => {
    const tip = await tipTo(org, { cosign: org.people.harbourWatch.key })
    const without = { ...org.roster, members: org.roster.members.filter((one) => one.role !== 'partner') }
    expect(await codeOf(() => open(tip, org.people.ada, without))).toBe('bad-signature')
  })

  it('is hashed by its content, so that the same words twice are two tips with one source', async () => {
    const words = newSource()
    const [one, other] = await Promise.all([tipTo(org, { words }), tipTo(org, { words })])
    const [a, b] = await Promise.all([open(one, org.people.ada), open(other, org.people.ada)])
    expect(a?.tip.statement.content).toBe(b?.tip.statement.content)
    expect(a?.tip.statement.nonce).not.toBe(b?.tip.statement.nonce)
    expect(a?.source.fingerprint).toBe(b?.source.fingerprint)
    expect(await hashOf(a?.tip.content ?? {}, sha256)).toBe(a?.tip.statement.content)
  })
})
