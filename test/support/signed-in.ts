import { type Bytes, concat } from '../../domain/bytes.ts'
import { hashOfSealedEntry, type SealedEntry } from '../../domain/journal.ts'
import { limits } from '../../domain/limits.ts'
import { entryClasses } from '../../domain/sizes.ts'
import { nodeSha256 } from '../../functions/entry/platform.ts'
import { DeskCaller } from './desk-caller.ts'
import type { Person } from './people.ts'
import type { OpenPortal } from './portal.ts'
import { shapedBody, shapedGrant } from './shapes.ts'

/** A person who is signed in at the desk of a portal. */
export async function signedInAs(portal: OpenPortal, person: Person): Promise<DeskCaller> {
  const caller = await DeskCaller.at(portal)
  await caller.signIn(loginOf(portal, person), person.key)
  return caller
}

/** What a right login of a person says. */
export function loginOf({ organisation }: OpenPortal, person: Person) {
  return { instance: organisation.roster.instance, member: person.id, roster: organisation.trusted.hash }
}

/** A sealed entry that has the right shape. */
export async function shapedEntry(after: SealedEntry | null, journal = 'ab'.repeat(16)): Promise<SealedEntry> {
  const grants: Bytes = after === null ? concat(...Array.from({ length: limits.journalGrants }, shapedGrant)) : concat()
  return {
    journal: after?.journal ?? journal,
    position: after === null ? 0 : after.position + 1,
    previous: after === null ? null : await hashOfSealedEntry(after, nodeSha256),
    grants,
    body: shapedBody(entryClasses[0]),
  }
}
