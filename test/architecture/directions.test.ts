import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cruisePlanted, root } from './planted-tree.ts'

interface Rule {
  readonly name: string
  readonly comment: string
  readonly severity: string
}

const { forbidden } = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs')) as {
  readonly forbidden: readonly Rule[]
}

/** Files that may stand where they stand. */
const sound = {
  'domain/day.ts': 'export const day = 1\n',
  'domain/clear/tip.ts': "import { day } from '../day.ts'\nexport const tip = day\n",
  'crypto/openpgp.ts': "export * from 'openpgp'\n",
  'crypto/verify/digest.ts': "import { day } from '../../domain/day.ts'\nexport const digest = day\n",
  'crypto/verify/roster.ts':
    "import { key } from '../openpgp.ts'\nimport { digest } from './digest.ts'\nexport const verify = [key, digest]\n",
  'crypto/tip.ts': "import { tip } from '../domain/clear/tip.ts'\nexport const sealTip = tip\n",
  'client/submit.ts': "import { sealTip } from '../crypto/tip.ts'\nexport const submit = sealTip\n",
  'client/desk/sync.ts': "import { submit } from '../submit.ts'\nexport const sync = submit\n",
  'web/lib/button.ts': 'export const button = 1\n',
  'web/source/main.ts':
    "import { submit } from '../../client/submit.ts'\nimport type { Kept } from '../../functions/intake/app.ts'\nexport const main: Kept | typeof submit = submit\n",
  'web/desk/main.ts': "import { sync } from '../../client/desk/sync.ts'\nexport const desk = sync\n",
  'web/build.ts': "import { readFileSync } from 'node:fs'\nexport const build = readFileSync\n",
  'cli/main.ts':
    "import { env } from 'node:process'\nimport { submit } from '../client/submit.ts'\nexport const cli = [env, submit]\n",
  'functions/ports/feeds.ts': "import { day } from '../../domain/day.ts'\nexport const feeds = day\n",
  'functions/adapters/dynamo/table.ts': 'export const table = 1\n',
  'functions/adapters/dynamo/feeds.ts':
    "import { DynamoDBClient } from '@aws-sdk/client-dynamodb'\nimport { feeds } from '../../ports/feeds.ts'\nimport { table } from './table.ts'\nexport const dynamo = [DynamoDBClient, feeds, table]\n",
  'functions/intake/app.ts':
    "import { Hono } from 'hono'\nimport { feeds } from '../ports/feeds.ts'\nexport type Kept = number\nexport const intake = [Hono, feeds]\n",
  'functions/desk/app.ts':
    "import { verify } from '../../crypto/verify/roster.ts'\nimport { feeds } from '../ports/feeds.ts'\nexport const desk = [verify, feeds]\n",
  'functions/entry/local.ts':
    "import { dynamo } from '../adapters/dynamo/feeds.ts'\nimport { desk } from '../desk/app.ts'\nimport { intake } from '../intake/app.ts'\nexport const local = [dynamo, desk, intake]\n",
  'infra/app.ts':
    "import { App } from 'aws-cdk-lib'\nimport { table } from '../functions/adapters/dynamo/table.ts'\nexport const app = [App, table]\n",
  'start/main.ts':
    "import { submit } from '../client/submit.ts'\nimport { local } from '../functions/entry/local.ts'\nexport const start = [submit, local]\n",
  'scripts/check.ts': "import { spawn } from 'node:child_process'\nexport const check = spawn\n",
  'test/support/people.ts': "import * as openpgp from 'openpgp'\nexport const people = openpgp\n",
}

/** For every rule one or more files that break it, on top of the sound ones. `via` stands where a chain is needed. */
const planted: Readonly<Record<string, readonly (readonly [path: string, text: string])[]>> = {
  'domain-stands-alone': [['domain/a.ts', "import { sealTip } from '../crypto/tip.ts'\nexport const a = sealTip\n"]],
  'crypto-stands-on-the-domain': [
    ['crypto/a.ts', "import { submit } from '../client/submit.ts'\nexport const a = submit\n"],
  ],
  'client-stands-on-crypto': [
    ['client/a.ts', "import { button } from '../web/lib/button.ts'\nexport const a = button\n"],
    ['client/b.ts', "import type { Kept } from '../functions/intake/app.ts'\nexport const b: Kept = 1\n"],
  ],
  'web-stands-on-the-client': [['web/lib/a.ts', "import { cli } from '../../cli/main.ts'\nexport const a = cli\n"]],
  'web-takes-types-only': [
    ['web/lib/b.ts', "import { intake } from '../../functions/intake/app.ts'\nexport const b = intake\n"],
  ],
  'cli-stands-on-the-client': [
    ['cli/a.ts', "import { table } from '../functions/adapters/dynamo/table.ts'\nexport const a = table\n"],
  ],
  'ports-stand-on-the-domain': [
    ['functions/ports/a.ts', "import { intake } from '../intake/app.ts'\nexport const a = intake\n"],
  ],
  'adapters-stand-on-ports': [
    ['functions/adapters/a.ts', "import { intake } from '../intake/app.ts'\nexport const a = intake\n"],
  ],
  'intake-stands-on-ports': [
    ['functions/intake/a.ts', "import { dynamo } from '../adapters/dynamo/feeds.ts'\nexport const a = dynamo\n"],
  ],
  'desk-stands-on-ports': [
    ['functions/desk/a.ts', "import { intake } from '../intake/app.ts'\nexport const a = intake\n"],
  ],
  'publisher-stands-on-ports': [
    ['functions/publisher/a.ts', "import { local } from '../entry/local.ts'\nexport const a = local\n"],
  ],
  'caretaker-stands-on-ports': [
    ['functions/caretaker/a.ts', "import { desk } from '../desk/app.ts'\nexport const a = desk\n"],
  ],
  'entry-joins-functions': [
    ['functions/entry/a.ts', "import { verify } from '../../crypto/verify/roster.ts'\nexport const a = verify\n"],
  ],
  'infra-names-files': [
    ['infra/a.ts', "import { local } from '../functions/entry/local.ts'\nexport const a = local\n"],
  ],
  'scripts-stand-alone': [['scripts/a.ts', "import { start } from '../start/main.ts'\nexport const a = start\n"]],
  'no-function-reaches-a-clear-tip': [
    ['functions/desk/b.ts', "import { tip } from '../../domain/clear/tip.ts'\nexport const b = tip\n"],
    ['functions/intake/b.ts', "import { c } from '../../domain/c.ts'\nexport const b = c\n"],
    ['domain/c.ts', "import { tip } from './clear/tip.ts'\nexport const c = tip\n"],
  ],
  'no-function-reaches-opening': [
    ['functions/desk/c.ts', "import { c } from '../../crypto/verify/c.ts'\nexport const d = c\n"],
    ['crypto/verify/c.ts', "import { e } from '../grant.ts'\nexport const c = e\n"],
    ['crypto/grant.ts', 'export const e = 1\n'],
  ],
  'only-the-desk-reaches-openpgp': [
    ['functions/intake/c.ts', "import { d } from '../ports/d.ts'\nexport const c = d\n"],
    ['functions/entry/lambda-intake.ts', "import { desk } from '../desk/app.ts'\nexport const handler = desk\n"],
    ['functions/ports/d.ts', "import { key } from '../../crypto/openpgp.ts'\nexport const d = key\n"],
  ],
  'the-portal-does-not-reach-the-desk': [
    ['web/source/b.ts', "import { c } from '../lib/c.ts'\nexport const b = c\n"],
    ['web/lib/c.ts', "import { sync } from '../../client/desk/sync.ts'\nexport const c = sync\n"],
  ],
  'domain-uses-no-package': [
    ['domain/d.ts', "import { z } from 'hono'\nexport const d = z\n"],
    ['domain/e.ts', "import { hash } from 'node:crypto'\nexport const e = hash\n"],
  ],
  'one-door-to-openpgp': [['crypto/f.ts', "import { key } from 'openpgp'\nexport const f = key\n"]],
  'browsers-have-no-node': [
    ['client/c.ts', "import { readFile } from 'node:fs'\nexport const c = readFile\n"],
    ['web/lib/d.ts', "import { readFile } from 'node:fs'\nexport const d = readFile\n"],
  ],
  'engines-stay-in-adapters': [
    [
      'functions/desk/d.ts',
      "import { DynamoDBClient } from '@aws-sdk/client-dynamodb'\nexport const d = DynamoDBClient\n",
    ],
    ['start/a.ts', "import { KMSClient } from '@aws-sdk/client-kms'\nexport const a = KMSClient\n"],
  ],
  'ships-with-its-packages': [['cli/b.ts', "import fc from 'fast-check'\nexport const b = fc\n"]],
  'packages-are-named': [['cli/c.ts', "import * as smithy from '@noble/hashes/utils.js'\nexport const c = smithy\n"]],
  'imports-exist': [['cli/d.ts', "import { nothing } from './nothing.ts'\nexport const d = nothing\n"]],
  'no-circles': [
    ['client/d.ts', "import { e } from './e.ts'\nexport const d = () => e\n"],
    ['client/e.ts', "import { d } from './d.ts'\nexport const e = () => d\n"],
  ],
  'product-does-not-need-its-tests': [
    ['start/b.ts', "import { people } from '../test/support/people.ts'\nexport const b = people\n"],
  ],
  'start-is-last': [['cli/e.ts', "import { start } from '../start/main.ts'\nexport const e = start\n"]],
}

describe('the directions of imports', () => {
  it('let every file stand that keeps them', () => {
    expect(cruisePlanted(sound)).toEqual([])
  })

  it('are errors, each with a sentence that says what to do instead', () => {
    for (const rule of forbidden) {
      expect(rule.severity, rule.name).toBe('error')
      expect(rule.comment, rule.name).toMatch(/^[A-Za-z].{30,}\.$/)
    }
  })

  it('are each tried by a planted violation', () => {
    expect(Object.keys(planted).sort()).toEqual(forbidden.map((rule) => rule.name).sort())
  })

  const violations = cruisePlanted({ ...sound, ...Object.fromEntries(Object.values(planted).flat()) })

  it.each(Object.entries(planted))('%s: a planted violation is found', (rule, files) => {
    const found = violations.filter((one) => one.rule === rule).map((one) => one.from)
    const chained = files.filter(([path]) => !found.includes(path))
    expect(found).toContain(files[0]?.[0])
    // A planted file that breaks nothing by itself is a link of a chain that begins at another one.
    for (const [path] of chained) expect(isLink(path, files), path).toBe(true)
  })
})

function isLink(path: string, files: readonly (readonly [string, string])[]): boolean {
  const name = path.split('/').at(-1) ?? path
  return files.some(([other, text]) => other !== path && text.includes(name))
}
