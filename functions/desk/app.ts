import { Hono } from 'hono'
import { chunkRoutes } from './chunks.ts'
import { journalRoutes } from './journals.ts'
import type { DeskParts } from './parts.ts'
import { rosterRoutes } from './rosters.ts'
import { sessionRoutes } from './session.ts'
import { slotRoutes } from './slots.ts'
import { syncRoutes } from './sync.ts'

/**
 * The routes of members, and the one of stewards.
 *
 * - `POST /api/desk/session/nonce` `{}` → `{nonce}`
 * - `POST /api/desk/session` `{statement, signature}` + DPoP → `{token, expires}`
 * - `POST /api/desk/session/end` `{}` + session → `{ended}`
 * - `POST /api/desk/sync` `{cursor}` + session → `{feeds}`
 * - `POST /api/desk/chunks` `{upload, hash}` + session → the chunk's octets
 * - `POST /api/desk/journals/append` `{channel, entry}` + session → `{appended}`
 * - `POST /api/desk/slots` `{slots}` + session → `{kept}`
 * - `POST /api/desk/roster` `{file}` → `{version}`
 *
 * Refusals are thrown, except those whose answer carries something along.
 */
export function deskApp(parts: DeskParts) {
  return new Hono()
    .route('/', sessionRoutes(parts))
    .route('/', syncRoutes(parts))
    .route('/', chunkRoutes(parts))
    .route('/', journalRoutes(parts))
    .route('/', slotRoutes(parts))
    .route('/', rosterRoutes(parts))
}
