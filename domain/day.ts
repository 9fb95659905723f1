/** A UTC day, `YYYY-MM-DD`: the finest time that anything of ours keeps. */
export type Day = string & { readonly __day: unique symbol }

/** A moment in milliseconds since 1970, handed in by whoever owns a clock. Never stored. */
export type Instant = number

const dayMs = 86_400_000

/** The UTC day of a moment. */
export function dayOf(at: Instant): Day {
  return new Date(at).toISOString().slice(0, 10) as Day
}

/** The first moment of a day. */
export function startOf(day: Day): Instant {
  return Date.parse(`${day}T00:00:00Z`)
}

export function addDays(day: Day, days: number): Day {
  return dayOf(startOf(day) + days * dayMs)
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((startOf(to) - startOf(from)) / dayMs)
}

/** A real day of the calendar, or `null`. */
export function asDay(text: string): Day | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const at = Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(at) || dayOf(at) !== text ? null : (text as Day)
}
