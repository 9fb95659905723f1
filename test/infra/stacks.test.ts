import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DataStack } from '../../infra/data-stack.ts'
import { FunctionsStack } from '../../infra/functions-stack.ts'

interface Resource {
  readonly Type: string
  readonly DeletionPolicy?: string
  readonly Properties: Readonly<Record<string, unknown>>
}

const outdir = mkdtempSync(join(tmpdir(), 'safehand-stacks-'))
let data: Template
let functions: Template

beforeAll(() => {
  const app = new App({ outdir, context: { '@aws-cdk/core:defaultCrossStackReferences': 'strong' } })
  const env = { region: 'eu-central-1' }
  const stack = new DataStack(app, 'Data', { env })
  const rest = new FunctionsStack(app, 'Functions', { env, data: stack })
  functions = Template.fromStack(rest)
  data = Template.fromStack(stack)
})
afterAll(() => rmSync(outdir, { recursive: true, force: true }))

describe('the templates for AWS', () => {
  it('keep every table, bucket and key when a stack goes', () => {
    const kept = allOf(data, /Table$|Bucket$|KMS::Key$/)
    expect(kept).toHaveLength(2 + 2 + 5)
    for (const { Type, DeletionPolicy } of kept) expect(DeletionPolicy, Type).toBe('Retain')
  })

  it('protect both tables from deletion, recover keys for one day only and stream nothing', () => {
    const tables = allOf(data, /GlobalTable$/)
    const days = tables.map(({ Properties }) => {
      expect(Properties).not.toHaveProperty('StreamSpecification')
      const [replica] = Properties.Replicas as [Readonly<Record<string, unknown>>]
      expect(replica.DeletionProtectionEnabled).toBe(true)
      return (replica.PointInTimeRecoverySpecification as { RecoveryPeriodInDays: number }).RecoveryPeriodInDays
    })
    expect(days.sort()).toEqual([1, 7])
  })

  it('sign with Ed25519 and wrap with keys that rotate', () => {
    const keys = allOf(data, /KMS::Key$/).map(({ Properties }) => Properties)
    expect(keys.filter((key) => key.KeySpec === 'ECC_NIST_EDWARDS25519')).toHaveLength(2)
    expect(keys.filter((key) => key.EnableKeyRotation === true)).toHaveLength(3)
  })

  it('run four functions on what we test with, each under a role of its own', () => {
    const made = allOf(functions, /Lambda::Function$/).map(({ Properties }) => Properties)
    expect(made).toHaveLength(4)
    for (const one of made) expect(one).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] })
    expect(new Set(made.map((one) => JSON.stringify(one.Role))).size).toBe(4)
  })

  it('log and trace no request', () => {
    for (const { Properties } of allOf(functions, /Stage$/)) expect(Properties).not.toHaveProperty('AccessLogSettings')
    for (const { Properties } of allOf(functions, /Lambda::Function$/)) {
      expect(Properties).not.toHaveProperty('TracingConfig')
    }
  })

  it('grant no act by a star, and no scan', () => {
    const policies = JSON.stringify(allOf(functions, /IAM::Policy$/))
    expect(policies).toContain('dynamodb:PutItem')
    expect(policies).not.toMatch(/"Action":\s*"[^"]*\*"|:\*"|dynamodb:Scan/)
  })

  it('bundle no OpenPGP library but with the desk', () => {
    const bundles = readdirSync(outdir)
      .filter((name) => name.startsWith('asset.'))
      .map((name) => readFileSync(join(outdir, name, 'index.mjs'), 'utf8'))
    expect(bundles).toHaveLength(4)
    // The name that the library writes into messages; headers of armor are read without it.
    const withOpenPgp = bundles.filter((code) => /OpenPGP\.js \d/.test(code))
    expect(withOpenPgp).toHaveLength(1)
    expect(withOpenPgp[0]).toContain('/api/desk/session')
  })
})

function allOf(template: Template, type: RegExp): Resource[] {
  const { Resources } = template.toJSON() as { readonly Resources: Readonly<Record<string, Resource>> }
  return Object.values(Resources).filter((one) => type.test(one.Type))
}
