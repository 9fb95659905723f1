import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** `npm run synth`: the AWS templates, written to cdk.out/. Needs no credentials, no docker and no network. */
const root = join(import.meta.dirname, '..')
const done = spawnSync(
  process.execPath,
  [join(root, 'node_modules', 'aws-cdk', 'bin', 'cdk'), 'synth', '--quiet', '--no-notices', '--no-lookups'],
  { cwd: root, stdio: 'inherit', env: { ...process.env, CDK_DISABLE_CLI_TELEMETRY: 'true' } },
)
if (done.status === 0) console.log('The templates stand in cdk.out/.')
process.exitCode = done.status ?? 1
