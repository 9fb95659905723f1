const units = ['B', 'kB', 'MB', 'GB'] as const

/** A number of octets as people read it: three figures and a unit, in the numerals of every language. */
export function sizeIn(octets: number): string {
  let size = octets
  let unit = 0
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000
    unit += 1
  }
  return `${size >= 100 || unit === 0 ? Math.round(size) : size.toFixed(1)} ${units[unit] ?? ''}`
}
