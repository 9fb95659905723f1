import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import type { Answering } from './answer.ts'
import { requestOf } from './outermost.ts'

/** What of an event is looked at. The rest, with its addresses and times, is never touched. */
export type LambdaRequest = Pick<APIGatewayProxyEventV2, 'rawPath' | 'headers' | 'body' | 'isBase64Encoded'> & {
  readonly requestContext: { readonly http: { readonly method: string } }
}

/** The same answers behind an API Gateway HTTP API or a function URL (payload format 2.0). */
export function lambdaOf(answer: Answering): (event: LambdaRequest) => Promise<APIGatewayProxyStructuredResultV2> {
  return async (event) => {
    const answered = await answer(
      requestOf({
        method: event.requestContext.http.method,
        path: event.rawPath,
        headers: Object.entries(event.headers).map(([name, value]) => [name, value ?? '']),
        body: new Uint8Array(Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8')),
      }),
    )
    const headers = Object.fromEntries(answered.headers)
    const isText = headers['content-type'] === 'application/json'
    const body = Buffer.from(await answered.arrayBuffer()).toString(isText ? 'utf8' : 'base64')
    return { statusCode: answered.status, headers, body, isBase64Encoded: !isText }
  }
}
