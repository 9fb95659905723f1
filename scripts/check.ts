import { runChecks } from './checks.ts'

/** `npm run check`: types, lint, directions of imports, unused code. */
const results = await runChecks((line) => console.log(line))
process.exitCode = results.every((one) => one.passed) ? 0 : 1
