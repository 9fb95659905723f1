import { App, Tags } from 'aws-cdk-lib'
import { DataStack } from './data-stack.ts'
import { FunctionsStack } from './functions-stack.ts'

/**
 * Safehand in AWS: `npm run synth` writes the templates to cdk.out/ without credentials, docker or network.
 * Stateful and stateless parts are stacks of their own, so that no change of code can replace a table or a key.
 */
const account = process.env.CDK_DEFAULT_ACCOUNT
const env = { region: process.env.SAFEHAND_REGION ?? 'eu-central-1', ...(account === undefined ? {} : { account }) }

const app = new App()
const data = new DataStack(app, 'SafehandData', { env, description: 'Safehand: tables, keys, blobs; kept for ever' })
new FunctionsStack(app, 'SafehandFunctions', { env, description: 'Safehand: the four functions', data })
Tags.of(app).add('system', 'safehand')
app.synth()
