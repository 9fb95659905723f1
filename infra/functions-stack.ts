import { join } from 'node:path'
import { CfnParameter, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib'
import { CfnStage, HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Architecture, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda'
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import type { DataStack } from './data-stack.ts'
import { actsOf, blobActsOf, type FunctionName, functionNames, keyNames, rights } from './rights.ts'

const root = join(import.meta.dirname, '..')

/** The four functions, each with exactly the rights of `rights.ts`. They answer under /api/ and log no request. */
export class FunctionsStack extends Stack {
  readonly #pin: CfnParameter
  readonly #workBits: CfnParameter
  readonly #filesPerDay: CfnParameter

  constructor(scope: Construct, id: string, props: StackProps & { readonly data: DataStack }) {
    super(scope, id, props)
    this.#pin = new CfnParameter(this, 'Pin', {
      description: 'Who may sign the first roster: what "safehand roster init" prints',
      allowedPattern: '^[0-9a-f]{64}$',
    })
    this.#workBits = new CfnParameter(this, 'WorkBits', {
      description: 'Zero bits of each puzzle of the proof of work; the roster bounds them',
      type: 'Number',
      default: 10,
    })
    this.#filesPerDay = new CfnParameter(this, 'FilesPerDay', {
      description: 'GiB of files that each instance of the intake function takes on a day; 0 takes no files',
      type: 'Number',
      default: 4,
    })
    const made = functionNames.map((name) => [name, this.#function(name, props.data)] as const)
    const functions = Object.fromEntries(made) as Record<FunctionName, NodejsFunction>
    this.#answerRequests(functions)
    // The publisher places what waits within a minute; when drops come out is decided by the roster's hours.
    this.#every('PublisherClock', Schedule.rate(Duration.minutes(1)), functions.publisher)
    this.#every('CaretakerClock', Schedule.cron({ hour: '0', minute: '10' }), functions.caretaker)
  }

  #function(name: FunctionName, data: DataStack): NodejsFunction {
    const made = new NodejsFunction(this, name, {
      entry: join(root, 'functions', 'entry', `lambda-${name}.ts`),
      depsLockFilePath: join(root, 'package-lock.json'),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: 1024,
      timeout: name === 'intake' || name === 'desk' ? Duration.seconds(20) : Duration.minutes(10),
      // A trace would keep the second of every request.
      tracing: Tracing.DISABLED,
      logGroup: new LogGroup(this, `${name}Log`, {
        retention: RetentionDays.ONE_WEEK,
        removalPolicy: RemovalPolicy.DESTROY,
      }),
      bundling: {
        format: OutputFormat.ESM,
        minify: true,
        mainFields: ['module', 'main'],
        externalModules: [],
        // CommonJS packages inside an ES module ask for `require`.
        banner: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);",
      },
      environment: {
        SAFEHAND_CONTENT_TABLE: data.content.tableName,
        SAFEHAND_KEYS_TABLE: data.keys.tableName,
        SAFEHAND_BLOBS: data.blobs.bucketName,
        SAFEHAND_PUBLISHED: data.published.bucketName,
        SAFEHAND_PIN: this.#pin.valueAsString,
        SAFEHAND_WORK_BITS: this.#workBits.valueAsString,
        SAFEHAND_FILES_PER_DAY: this.#filesPerDay.valueAsString,
      },
    })
    for (const statement of statementsOf(name, data)) made.addToRolePolicy(statement)
    return made
  }

  #answerRequests(functions: Record<FunctionName, NodejsFunction>): void {
    const api = new HttpApi(this, 'Api', { createDefaultStage: true })
    for (const name of ['intake', 'desk'] as const) {
      api.addRoutes({
        path: `/api/${name}/{proxy+}`,
        methods: [HttpMethod.POST],
        integration: new HttpLambdaIntegration(`${name}Route`, functions[name]),
      })
    }
    // A route of their own for chunks, so that a limit of their own holds for them: a flood of files stops no tip.
    const [chunks] = api.addRoutes({
      path: '/api/intake/chunks',
      methods: [HttpMethod.POST],
      integration: new HttpLambdaIntegration('chunksRoute', functions.intake),
    })
    const stage = api.defaultStage?.node.defaultChild
    // Against a flood, the same for everybody. There is no access log to switch off: it exists only when configured.
    if (stage instanceof CfnStage && chunks !== undefined) {
      stage.defaultRouteSettings = { throttlingBurstLimit: 100, throttlingRateLimit: 50, detailedMetricsEnabled: false }
      stage.routeSettings = { 'POST /api/intake/chunks': { ThrottlingBurstLimit: 20, ThrottlingRateLimit: 10 } }
      stage.node.addDependency(chunks)
    }
  }

  #every(id: string, schedule: Schedule, target: NodejsFunction): void {
    new Rule(this, id, { schedule, targets: [new LambdaFunction(target, { retryAttempts: 0 })] })
  }
}

/** The rights of a function in AWS's words. */
function statementsOf(name: FunctionName, data: DataStack): PolicyStatement[] {
  const { content, keys, blobs, published, kms } = rights[name]
  return [
    ...rowStatements(content, data.content.tableArn),
    ...rowStatements(keys, data.keys.tableArn),
    ...Object.entries(blobs).flatMap(([prefix, granted]) =>
      objectStatements(granted, `${data.blobs.bucketArn}/${prefix}/*`),
    ),
    ...missingStatements(
      Object.values(blobs).some((granted) => granted.includes('read')),
      data.blobs.bucketArn,
    ),
    ...objectStatements(published, `${data.published.bucketArn}/*`),
    ...missingStatements(published.includes('read'), data.published.bucketArn),
    ...keyNames.flatMap((key) => keyStatements(kms[key] ?? [], data.kms[key].keyArn)),
    throughStores(data),
  ]
}

/** Tables and buckets are sealed with a key of ours, which they may use in the name of whoever asks them. */
function throughStores({ atRestKey, region }: DataStack): PolicyStatement {
  return new PolicyStatement({
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    resources: [atRestKey.keyArn],
    conditions: {
      StringEquals: { 'kms:ViaService': [`dynamodb.${region}.amazonaws.com`, `s3.${region}.amazonaws.com`] },
    },
  })
}

/** One statement for each set of acts, naming the kinds for which it holds. */
function rowStatements(rows: (typeof rights)[FunctionName]['content'], table: string): PolicyStatement[] {
  const kindsByActs = new Map<string, string[]>()
  for (const [kind, granted] of Object.entries(rows)) {
    const acts = [...new Set(granted.flatMap((right) => actsOf[right]))].sort().join(' ')
    kindsByActs.set(acts, [...(kindsByActs.get(acts) ?? []), `${kind}#*`])
  }
  return [...kindsByActs].map(
    ([acts, leading]) =>
      new PolicyStatement({
        actions: acts.split(' '),
        resources: [table],
        conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': leading } },
      }),
  )
}

function objectStatements(granted: (typeof rights)[FunctionName]['published'], objects: string): PolicyStatement[] {
  if (granted.length === 0) return []
  return [new PolicyStatement({ actions: granted.flatMap((right) => blobActsOf[right]), resources: [objects] })]
}

/** Whoever may read must be told that an object is missing: without this right, S3 answers as if it were forbidden. */
function missingStatements(reads: boolean, bucket: string): PolicyStatement[] {
  return reads ? [new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket] })] : []
}

function keyStatements(actions: readonly string[], key: string): PolicyStatement[] {
  return actions.length === 0 ? [] : [new PolicyStatement({ actions: [...actions], resources: [key] })]
}
