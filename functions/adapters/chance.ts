import type { Dice } from '../ports/platform.ts'

/** A fair order (Fisher and Yates). */
export function shuffled<T>(items: readonly T[], dice: Dice): T[] {
  const order = [...items]
  for (let last = order.length - 1; last > 0; last--) {
    const pick = below(last + 1, dice)
    const [one, other] = [order[last], order[pick]]
    if (one === undefined || other === undefined) continue
    order[last] = other
    order[pick] = one
  }
  return order
}

/** A number from 0 up to and without a bound of at most 2^16, each with the same chance. */
export function below(bound: number, dice: Dice): number {
  // Draws beyond the last whole multiple are thrown away: a remainder alone would favour small numbers.
  const fair = 65_536 - (65_536 % bound)
  for (;;) {
    const [high = 0, low = 0] = dice(2)
    const draw = high * 256 + low
    if (draw < fair) return draw % bound
  }
}
