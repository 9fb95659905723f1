import { write } from './file.ts'
import type { PublisherParts } from './publisher.ts'

/**
 * Put rosters out: the numbered file, then the newest, then the mark by which intake switches. So a client that is
 * told of a new roster always finds it.
 */
export async function publishRosters({ rosters, published }: PublisherParts): Promise<void> {
  const newest = await rosters.newest()
  if (newest === null) return
  const last = await rosters.published()
  for (let version = (last?.version ?? 0) + 1; version <= newest.version; version++) {
    const next = await rosters.find(version)
    if (next !== null) await write(published, `/roster/${version}.json`, next.json)
  }
  await write(published, '/roster.json', newest.json)
  if (last?.version !== newest.version) await rosters.markPublished(newest.version)
}
