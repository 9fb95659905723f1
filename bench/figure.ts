/** One measured figure, as it is printed: one JSON object a line. */
export interface Figure {
  readonly name: string
  readonly unit: string
  /** The median of the runs. */
  readonly value: number
  /** Difference between the highest and the lowest run. */
  readonly spread: number
  /** What we want it to be, and whether it is. */
  readonly target?: string
  readonly met?: boolean
}

/** A limit that a figure shall keep. */
export type Target = { readonly atMost: number } | { readonly atLeast: number }

/** The figure of several runs of the same thing. */
export function figureOf(name: string, unit: string, runs: readonly number[], target?: Target): Figure {
  const sorted = [...runs].sort((a, b) => a - b)
  const value = rounded(median(sorted))
  const spread = rounded((sorted.at(-1) ?? 0) - (sorted[0] ?? 0))
  if (target === undefined) return { name, unit, value, spread }
  if ('atMost' in target) {
    return { name, unit, value, spread, target: `at most ${target.atMost}`, met: value <= target.atMost }
  }
  return { name, unit, value, spread, target: `at least ${target.atLeast}`, met: value >= target.atLeast }
}

export function print(figure: Figure): void {
  process.stdout.write(`${JSON.stringify(figure)}\n`)
}

/** What is going on, for whoever waits. Figures alone go to standard output. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`)
}

function median(sorted: readonly number[]): number {
  const middle = sorted.length / 2
  const upper = sorted[Math.floor(middle)] ?? Number.NaN
  return Number.isInteger(middle) ? (upper + (sorted[middle - 1] ?? Number.NaN)) / 2 : upper
}

/** Three digits that mean something. */
function rounded(value: number): number {
  return value === 0 ? 0 : Number(value.toPrecision(value >= 1000 ? 4 : 3))
}
