/** How a run of tests went. */
export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** What we read of vitest's report. */
interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly {
    readonly status: string
    readonly assertionResults: readonly { readonly status: string }[]
  }[]
}

/**
 * The counts of a report. A file that could not even be loaded, or that broke outside its tests, is a failure, and so
 * is a run that ended badly although every test passed.
 *
 * @param ended whether the run itself said that all was well
 */
export function countsIn(json: string, ended: boolean): Counts {
  const report = JSON.parse(json) as Report
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((one) => one.status === 'failed'),
  ).length
  const failed = report.numFailedTests + broken
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && !ended ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}
