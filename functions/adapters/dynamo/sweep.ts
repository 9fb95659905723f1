import { type AttributeValue, DeleteItemCommand, type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import type { Expiry } from '../../ports/expiry.ts'
import type { Clock } from '../../ports/platform.ts'
import { timeToLive } from './table.ts'

/**
 * [Note: time to live] In AWS the database itself removes sessions, nonces and numbers whose time is over. The embedded engine
 * keeps the setting and removes nothing, so there the caretaker does it, with a scan: off every request path, and only
 * on a machine of one's own.
 */
export function sweptExpiry(expiry: Expiry, client: DynamoDBClient, table: string, clock: Clock): Expiry {
  return {
    async eraseDue(today) {
      await sweep()
      return expiry.eraseDue(today)
    },
  }

  async function sweep(): Promise<void> {
    const now = { N: String(Math.floor(clock() / 1000)) }
    let start: Record<string, AttributeValue> | undefined
    do {
      const page = await client.send(
        new ScanCommand({
          TableName: table,
          FilterExpression: '#ttl < :now',
          ProjectionExpression: '#pk, #sk',
          ExpressionAttributeNames: { '#ttl': timeToLive, '#pk': 'pk', '#sk': 'sk' },
          ExpressionAttributeValues: { ':now': now },
          ExclusiveStartKey: start,
        }),
      )
      for (const { pk, sk } of page.Items ?? []) {
        if (pk === undefined || sk === undefined) continue
        await client.send(
          new DeleteItemCommand({
            TableName: table,
            Key: { pk, sk },
            ConditionExpression: '#ttl < :now',
            ExpressionAttributeNames: { '#ttl': timeToLive },
            ExpressionAttributeValues: { ':now': now },
          }),
        )
      }
      start = page.LastEvaluatedKey
    } while (start !== undefined)
  }
}
