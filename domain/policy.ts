import type { Policy } from './roster.ts'

/** The policy that an organisation starts from: what a plan says nothing about is as it stands here. */
export const usualPolicy: Policy = {
  profile: 'compat',
  grants: 6,
  panel: 3,
  slotsPerDrop: 4,
  liveDrops: 120,
  publishAt: [0, 6, 12, 18],
  workBits: { floor: 8, ceiling: 16 },
  retention: { submission: 730, entry: 1095, slot: 30 },
  seenDays: 3,
  acknowledgeDays: 7,
  feedbackDays: 90,
}
