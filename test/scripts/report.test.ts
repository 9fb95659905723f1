import { describe, expect, it } from 'vitest'
import { countsIn } from '../../scripts/report.ts'

function report(files: readonly { status: string; assertionResults: readonly { status: string }[] }[]): string {
  const all = files.flatMap((file) => file.assertionResults.map((one) => one.status))
  const count = (status: string) => all.filter((one) => one === status).length
  return JSON.stringify({
    numPassedTests: count('passed'),
    numFailedTests: count('failed'),
    numPendingTests: count('pending'),
    numTodoTests: 0,
    testResults: files,
  })
}

const good = { status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'pending' }] }
const bad = { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] }
const broken = { status: 'failed', assertionResults: [] }
const brokenAfterwards = { status: 'failed', assertionResults: [{ status: 'passed' }] }

describe('the count at the end of npm test', () => {
  it('counts tests that passed, failed and were skipped', () => {
    expect(countsIn(report([good, bad]), false)).toEqual({ passed: 2, failed: 1, skipped: 1 })
  })

  it('counts a file that could not be loaded as a failure', () => {
    expect(countsIn(report([good, broken]), false)).toEqual({ passed: 1, failed: 1, skipped: 1 })
  })

  it('counts a file that broke outside its tests as a failure', () => {
    expect(countsIn(report([brokenAfterwards]), false)).toEqual({ passed: 1, failed: 1, skipped: 0 })
  })

  it('never calls a run good that ended badly', () => {
    expect(countsIn(report([good]), false).failed).toBe(1)
    expect(countsIn(report([good]), true).failed).toBe(0)
  })
})
