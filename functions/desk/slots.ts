import { Hono } from 'hono'
import { type Bytes, toHex } from '../../domain/bytes.ts'
import { addDays, dayOf } from '../../domain/day.ts'
import { dropBytes, isSlot, memberBatchesMax, splitDrop } from '../../domain/drop.ts'
import * as f from '../../domain/fields.ts'
import { pointOf } from '../../domain/packet.ts'
import { Refusal } from '../../domain/refusal.ts'
import { expiryFuzz } from './expiry.ts'
import { allow } from './may.ts'
import type { DeskParts } from './parts.ts'
import { readRequest } from './request.ts'
import { signedIn } from './session.ts'

const readSlots = f.object<{ slots: Bytes }>({ slots: f.octets({ exact: dropBytes }) })

export function slotRoutes(parts: DeskParts) {
  return new Hono().post('/api/desk/slots', async (c) => {
    const { slots } = await readRequest(c.req.raw, readSlots)
    const { member, inForce } = await signedIn(c.req.raw, parts)
    const { policy } = inForce.file.roster
    allow(member, 'reply')
    const batch = splitDrop(slots)
    if (!batch.every((one) => isSlot(one, policy.profile))) throw new Refusal('not-sealed')
    if (new Set(batch.map((one) => toHex(pointOf(one)))).size !== batch.length)
      throw new Refusal('not-sealed', 'Two of the slots are the same.')
    const expires = addDays(dayOf(parts.clock()), policy.retention.slot + expiryFuzz(parts.dice))
    const allowance = { member: member.id, most: memberBatchesMax(policy) }
    await parts.slots.keep(batch, toHex(await parts.sha256(slots)), expires, allowance)
    return c.json({ kept: true as const })
  })
}
