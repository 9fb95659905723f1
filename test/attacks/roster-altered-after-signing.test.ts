import { expect, it } from 'vitest'
import { judge, organise } from '../support/organisation.ts'
import { codeOf } from '../support/refused.ts'

it('a roster that was changed after it was signed is refused', async () => {
  const org = await organise()
  const changes: [string, string][] = [
    ['"organisation":"The Test Desk"', '"organisation":"The Best Desk"'],
    ['"panel":3', '"panel":1'],
    ['"receipt":"11', '"receipt":"12'],
    ['"role":"partner"', '"role":"auditor"'],
  ]
  for (const [from, to] of changes) {
    expect(org.json).toContain(from)
    expect(await codeOf(() => judge([org.json.replace(from, to)], { pin: org.pin }))).toBe('roster-untrusted')
  }
})
