import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'

const expressions = new Set([
  'ConditionExpression',
  'FilterExpression',
  'KeyConditionExpression',
  'ProjectionExpression',
  'UpdateExpression',
])

/** Where content stands: text of any alphabet is fine there. */
const content = new Set(['Item', 'Key', 'ExpressionAttributeValues', 'ExpressionAttributeNames'])

/**
 * [Note: ASCII guard] The embedded engine ends itself when an expression holds anything but printable ASCII
 * (GHSA-gwhp-7jch-7xj6, mended in a version that is not to be had yet). All our expressions are constants, and this
 * makes sure of it: a stranger's text in an expression would be a bug with any engine.
 */
export function guardExpressions(client: DynamoDBClient): void {
  client.middlewareStack.add(
    (next) => (call) => {
      check(call.input)
      return next(call)
    },
    { step: 'initialize', name: 'asciiGuard' },
  )
}

function check(value: unknown): void {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return
  for (const [name, field] of Object.entries(value)) {
    if (expressions.has(name) && typeof field === 'string' && !/^[\x20-\x7e]*$/.test(field)) {
      throw new Error(`${name} must be printable ASCII`)
    }
    if (!content.has(name)) check(field)
  }
}
