import { KMSClient } from '@aws-sdk/client-kms'
import type { Dice } from '../../ports/platform.ts'
import { type Fields, KmsError, LocalKms } from './local-kms.ts'

/** What the SDK hands to whoever carries its requests, as far as we look at it. */
interface Request {
  readonly headers: Readonly<Record<string, string>>
  readonly body?: unknown
}

/**
 * The KMS client of the AWS SDK over a key file: requests are answered inside the process, and nothing listens. The
 * path of the code is the one it takes in AWS, down to the names of errors.
 */
export function localKmsClient(keyFile: string, dice: Dice): KMSClient {
  return clientOf(new LocalKms(keyFile, dice))
}

/** The same over a key service that one also wants to speak to directly. */
export function clientOf(kms: LocalKms): KMSClient {
  return new KMSClient({
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
    requestHandler: {
      metadata: { handlerProtocol: 'in-process' },
      handle: async (request: Request) => ({ response: answer(kms, request) }),
      updateHttpClientConfig: () => undefined,
      httpHandlerConfigs: () => ({}),
      destroy: () => undefined,
    },
  })
}

function answer(kms: LocalKms, { headers, body }: Request) {
  try {
    const operation = (headers['x-amz-target'] ?? headers['X-Amz-Target'] ?? '').split('.')[1] ?? ''
    return respond(200, kms.answer(operation, fieldsIn(body)))
  } catch (problem) {
    if (!(problem instanceof KmsError)) throw problem
    return respond(400, { __type: problem.type, message: problem.message })
  }
}

function fieldsIn(body: unknown): Fields {
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body as Uint8Array)
  return JSON.parse(text) as Fields
}

function respond(statusCode: number, fields: Fields) {
  return {
    statusCode,
    headers: { 'content-type': 'application/x-amz-json-1.1' },
    body: new TextEncoder().encode(JSON.stringify(fields)),
  }
}
