import type { Day } from '../../../domain/day.ts'
import { sha256Hex } from '../digest.ts'
import { rowOf, type Value } from './attributes.ts'
import type { Write } from './store.ts'
import { keyOf } from './table.ts'

/** What happened, as the sequencer and later the ledger need it. */
export interface Fact {
  readonly kind: 'submission' | 'entry' | 'slots' | 'drop' | 'roster'
  /** Unique among the facts of a shard, and in the order in which facts of one journal happened. */
  readonly name: string
  readonly shard: number
  readonly day: Day
  /** Hash of what happened, in hexadecimal, and 32 octets of chance that hide it in the public ledger. */
  readonly hash: string
  readonly salt: string
  /** Where it is to stand, for what reviewers receive. */
  readonly feed?: { readonly channel: string; readonly expires: Day; readonly octets: number } & (
    | { readonly submission: string }
    | { readonly journal: string; readonly position: number }
  )
}

/** The outbox row of a fact. It is part of the transaction that makes the fact, so nothing happens unrecorded. */
export function outboxWrite(fact: Fact): Write {
  const place: Readonly<Record<string, Value>> = { ...fact.feed }
  return {
    table: 'content',
    put: rowOf(keyOf.outbox(fact.shard, fact.name), {
      kind: fact.kind,
      day: fact.day,
      leaf: leafOf(fact.salt, fact.hash),
      ...place,
    }),
  }
}

/** A leaf of the ledger: SHA-256 of the salt and what happened. Without the salt nobody can tell one from another. */
function leafOf(salt: string, hash: string): string {
  return sha256Hex(Buffer.from(salt + hash, 'hex'))
}
