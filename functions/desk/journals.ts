import { Hono } from 'hono'
import { addDays, dayOf } from '../../domain/day.ts'
import * as f from '../../domain/fields.ts'
import {
  checkSealedEntry,
  hashOfSealedEntry,
  readChannelId,
  readSealedEntry,
  type SealedEntry,
} from '../../domain/journal.ts'
import { plain } from '../../domain/print.ts'
import type { ChannelId } from '../../domain/record.ts'
import { answerOf, Refusal } from '../../domain/refusal.ts'
import { expiryFuzz } from './expiry.ts'
import { allowIn } from './may.ts'
import type { DeskParts } from './parts.ts'
import { readRequest } from './request.ts'
import { signedIn } from './session.ts'

interface AppendRequest {
  readonly channel: ChannelId
  readonly entry: SealedEntry
}

const readAppend: f.Read<AppendRequest> = f.object<AppendRequest>({ channel: readChannelId, entry: readSealedEntry })

export function journalRoutes(parts: DeskParts) {
  return new Hono().post('/api/desk/journals/append', async (c) => {
    const { channel, entry } = await readRequest(c.req.raw, readAppend)
    const { member, inForce } = await signedIn(c.req.raw, parts)
    const { policy } = inForce.file.roster
    allowIn(channel, member, 'append')
    checkSealedEntry(entry, policy.profile)
    const day = dayOf(parts.clock())
    const appended = await parts.journals.append({
      channel,
      entry,
      hash: await hashOfSealedEntry(entry, parts.sha256),
      day,
      expires: addDays(day, policy.retention.entry + expiryFuzz(parts.dice)),
    })
    if (appended.appended) return c.json({ appended: true as const })
    return c.json(answerOf(new Refusal('journal-moved'), { winner: plain(appended.winner) }), 409)
  })
}
