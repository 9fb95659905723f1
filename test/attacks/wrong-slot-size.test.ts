import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Bytes, concat, toBase64Url, toUtf8 } from '../../domain/bytes.ts'
import { dropBytes } from '../../domain/drop.ts'
import { slotBytes } from '../../domain/sizes.ts'
import type { DeskCaller } from '../support/desk-caller.ts'
import { everybody } from '../support/people.ts'
import { type OpenPortal, openPortal } from '../support/portal.ts'
import { shapedBatch, shapedBody, shapedGrant, shapedSlot } from '../support/shapes.ts'
import { signedInAs } from '../support/signed-in.ts'

/**
 * Goal: mark a drop, so that whoever watches sees which source it is for, or publish text through the portal. Method: a
 * reviewer's broken or turned client posts slots of another size or form, or too few.
 */
let portal: OpenPortal
let ada: DeskCaller

beforeAll(async () => {
  portal = await openPortal()
  ada = await signedInAs(portal, (await everybody()).ada)
})
afterAll(async () => await portal.close())

async function codeOf(slots: Bytes): Promise<unknown> {
  const answer = await ada.post('/api/desk/slots', { slots: toBase64Url(slots) })
  return (answer.json.error as { code?: unknown } | undefined)?.code
}

const three = () => [shapedSlot(), shapedSlot(), shapedSlot()]

describe('a batch of slots', () => {
  it.each([0, 1, slotBytes, dropBytes - 1, dropBytes - slotBytes])('of %i octets is refused', async (length) => {
    expect(await codeOf(shapedBatch().slice(0, length))).toBe('wrong-size')
  })

  it.each([1, slotBytes])('with %i octets too many is refused', async (more) => {
    expect(await codeOf(concat(shapedBatch(), new Uint8Array(more)))).toBe('too-large')
  })

  it('in which one slot is longer and another shorter is refused', async () => {
    const longer = concat(shapedGrant(), shapedBody(slotBytes - 96 + 10))
    const shorter = concat(shapedGrant(), shapedBody(slotBytes - 96 - 10))
    expect(await codeOf(concat(longer, shorter, shapedSlot(), shapedSlot()))).toBe('not-sealed')
  })

  it('with text in place of a slot, a body or a grant is refused', async () => {
    const text = toUtf8('x'.repeat(slotBytes))
    expect(await codeOf(concat(text, ...three()))).toBe('not-sealed')
    expect(await codeOf(concat(shapedGrant(), text.slice(96), ...three()))).toBe('not-sealed')
    expect(await codeOf(concat(text.slice(0, 96), shapedBody(slotBytes - 96), ...three()))).toBe('not-sealed')
  })

  it('in which a slot stands twice is refused', async () => {
    const [one, two, other] = three()
    if (one === undefined || two === undefined || other === undefined) throw new Error('no slot')
    expect(await codeOf(concat(one, two, other, one))).toBe('not-sealed')
  })

  it('that was refused leaves nothing waiting', async () => {
    expect(await portal.parts.drops.waiting()).toBe(false)
  })
})
