import { bitsWithin } from '../../domain/work.ts'
import { write } from './file.ts'
import type { PublisherParts } from './publisher.ts'

/** Say how much work a tip takes at present. */
export async function publishWork({ inForce, published, workBits }: PublisherParts): Promise<void> {
  const newest = await inForce.newest()
  if (newest === null) return
  const bits = bitsWithin(newest.file.roster.policy.workBits, workBits)
  await write(published, '/work.json', JSON.stringify({ bits }))
}
