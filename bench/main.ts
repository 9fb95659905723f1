import { measureBrowsers } from './browsers.ts'
import { measureMemory } from './memory.ts'
import { measureTips } from './tips.ts'
import { measureVisit } from './visit.ts'

/** `npm run bench`: one JSON object a line on standard output, what is going on beside it on standard error. */
const parts: Readonly<Record<string, () => Promise<void>>> = {
  tips: measureTips,
  visit: measureVisit,
  browsers: measureBrowsers,
  memory: measureMemory,
}

for (const [name, measure] of Object.entries(parts)) {
  const wanted = process.argv.slice(2)
  if (wanted.length === 0 || wanted.includes(name)) await measure()
}
