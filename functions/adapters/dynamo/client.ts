import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { guardExpressions } from './ascii-guard.ts'

/** How long one attempt may take before it counts as lost and is tried again. */
const connectMsMax = 2000
const answerMsMax = 5000

/**
 * The database client: an endpoint of one's own, or AWS by its usual environment. The SDK's own retries are off,
 * because `retry.ts` knows which acts may be done twice.
 */
export function dynamoClient(where: { readonly endpoint?: string } = {}): DynamoDBClient {
  const client = new DynamoDBClient({
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout: connectMsMax,
      requestTimeout: answerMsMax,
      httpsAgent: { maxSockets: 128 },
      httpAgent: { maxSockets: 128 },
    },
    ...(where.endpoint === undefined
      ? {}
      : {
          endpoint: where.endpoint,
          region: 'local',
          credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
        }),
  })
  guardExpressions(client)
  return client
}
