import { request as httpRequest } from 'node:http'
import { dirname } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makePassphrase } from '../../crypto/passphrase.ts'
import { sealTip } from '../../crypto/tip.ts'
import { concat, toBase64Url, toUtf8 } from '../../domain/bytes.ts'
import { plain } from '../../domain/print.ts'
import { bodyClasses } from '../../domain/sizes.ts'
import { chunkRequestOf } from '../../domain/upload.ts'
import { type LambdaRequest, lambdaOf } from '../../functions/entry/lambda.ts'
import { portalOf } from '../../functions/entry/portal.ts'
import { DeskCaller, postOctets } from '../support/desk-caller.ts'
import { findMarks, holds } from '../support/marks.ts'
import { everybody, type People } from '../support/people.ts'
import { type OpenPortal, openPortal } from '../support/portal.ts'
import { formOf } from '../support/sealed-elsewhere.ts'
import { shapedBatch, shapedEnvelope } from '../support/shapes.ts'
import { loginOf, shapedEntry, signedInAs } from '../support/signed-in.ts'
import { submission } from '../support/submissions.ts'
import { aChunk, announcement, aPlan, chunkPath, filledUp, missingPath, uploadPath } from '../support/uploads.ts'

/**
 * Goal: find out from what the portal keeps who wrote, when, from where and with what. Method: flood both entries with
 * requests that carry marks in every place a request has, then search every file and every line of log for them.
 */
const marks = {
  address: '203.0.113.77',
  addressOfSix: '2001:db8:77:88::99',
  agent: 'MarkedAgent',
  language: 'tlh-marked',
  cookie: 'MarkedCookie',
  host: 'marked-host.example',
  referer: 'marked-referer.example',
  query: 'MarkedQuery',
  path: 'MarkedPath',
  trace: 'MarkedTrace',
  device: 'MarkedDevice',
  proof: 'MarkedProofIdentifier',
  field: 'MarkedField',
  file: 'marked-delivery-note.pdf',
  name: 'Markia Markström',
  words: 'MarkedNarrative',
  bug: 'MarkedBug',
}
/** Friday 20 November 2026, 09:17:27.345: nothing finer than the day may stay. */
const moment = Date.UTC(2026, 10, 20, 9, 17, 27, 345)
const times = ['09:17', '9:17:27', String(Math.floor(moment / 100_000)), new Date(moment).toUTCString().slice(0, 22)]
const everyMark = [...Object.values(marks), ...times]

const headers: Readonly<Record<string, string>> = {
  'user-agent': marks.agent,
  'accept-language': marks.language,
  'x-forwarded-for': `${marks.address}, ${marks.addressOfSix}`,
  'x-real-ip': marks.address,
  'cf-connecting-ip': marks.address,
  forwarded: `for="[${marks.addressOfSix}]";by=${marks.address}`,
  via: `1.1 ${marks.host}`,
  cookie: `session=${marks.cookie}`,
  referer: `https://${marks.referer}/`,
  origin: `https://${marks.referer}`,
  'x-amzn-trace-id': `Root=${marks.trace}`,
  'x-request-id': marks.trace,
  traceparent: marks.trace,
  authorization: `Bearer ${marks.cookie}`,
  'sec-ch-ua': marks.device,
  'sec-ch-ua-platform': marks.device,
  'if-modified-since': new Date(moment).toUTCString(),
  date: new Date(moment).toUTCString(),
}

type Send = (
  path: string,
  octets: Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>>,
) => Promise<Response>

let portal: OpenPortal
let people: People
const written: string[] = []
const restore: (() => void)[] = []

beforeAll(async () => {
  people = await everybody()
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write
    stream.write = ((piece: string | Uint8Array) => {
      written.push(typeof piece === 'string' ? piece : Buffer.from(piece).toString('latin1'))
      return true
    }) as typeof write
    restore.push(() => {
      stream.write = write
    })
  }
  portal = await openPortal({ http: true, now: moment, logs: true })
})
afterAll(async () => {
  for (const one of restore) one()
  await portal.close()
})

/** By the local server, with a host and a query of the sender's own. */
const byServer: Send = async (path, octets, own) =>
  await new Promise((resolve, reject) => {
    const asked = httpRequest(
      `${portal.origin}${path}?who=${marks.query}`,
      { method: 'POST', headers: { ...headers, host: marks.host, ...own, 'content-length': octets.length } },
      (answer) => {
        const pieces: Buffer[] = []
        answer.on('data', (piece: Buffer) => pieces.push(piece))
        answer.on('end', () => resolve(new Response(Buffer.concat(pieces), { status: answer.statusCode ?? 200 })))
      },
    )
    asked.on('error', reject)
    asked.end(octets)
  })

/** By the Lambda entry, with an event as API Gateway makes it. */
const byLambda: Send = async (path, octets, own) => {
  const event = {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: `who=${marks.query}`,
    queryStringParameters: { who: marks.query },
    cookies: [`session=${marks.cookie}`],
    headers: { ...headers, host: marks.host, ...own },
    body: Buffer.from(octets).toString('base64'),
    isBase64Encoded: true,
    requestContext: {
      accountId: '000000000000',
      domainName: marks.host,
      time: new Date(moment).toUTCString(),
      timeEpoch: moment,
      requestId: marks.trace,
      http: { method: 'POST', path, protocol: 'HTTP/1.1', sourceIp: marks.address, userAgent: marks.agent },
    },
  }
  const answer = await lambdaOf(portalOf(portal.functions))(event satisfies LambdaRequest)
  const body = Buffer.from(answer.body ?? '', answer.isBase64Encoded === true ? 'base64' : 'utf8')
  return new Response(body, { status: answer.statusCode ?? 200 })
}

/** The same portal, reached by one of the two entries. */
function reachedBy(send: Send): OpenPortal {
  return {
    ...portal,
    async fetch(url, init) {
      const own = Object.fromEntries(new Headers(init?.headers))
      return await send(new URL(url).pathname, init?.body as Uint8Array<ArrayBuffer>, own)
    },
  }
}

async function markedTip(to: OpenPortal): Promise<Uint8Array<ArrayBuffer>> {
  const { trusted, roster, file } = portal.organisation
  const sealed = await sealTip({
    content: {
      narrative: `${marks.words}: ${marks.name} signed ${marks.file} at 09:17 from ${marks.address}`,
      answers: { where: marks.address, who: marks.name },
      language: 'en',
      excluded: [people.lise.id],
      files: [],
    },
    channel: 'electronics',
    roster: trusted,
    words: await makePassphrase(),
    now: to.clock(),
    previous: null,
    site: null,
  })
  const { envelope } = sealed
  return (await submission(roster, file.document, { envelope, channel: 'electronics', now: to.clock() })).octets
}

/** The form for people without scripts, with what is taken and with what is not. */
async function floodForm(to: OpenPortal): Promise<void> {
  const { grants, body } = shapedEnvelope(3, bodyClasses[0])
  const fields = { channel: 'electronics', roster: '1', language: 'en' }
  for (const [more, message, status] of [
    [{}, concat(...grants, body), 200],
    [{}, toUtf8(marks.words), 422],
    [{ channel: marks.field, message: marks.words }, undefined, 400],
  ] as const) {
    const form = new Request('http://form.invalid', {
      method: 'POST',
      body: formOf({ ...fields, ...more }, message, marks.file),
    })
    const headers = { 'content-type': form.headers.get('content-type') ?? '' }
    const body = new Uint8Array(await form.arrayBuffer())
    const answer = await to.fetch(`${to.origin}/api/intake/foreign`, { method: 'POST', headers, body })
    expect(answer.status).toBe(status)
  }
}

async function flood(to: OpenPortal, journal: string): Promise<void> {
  const { roster, file } = portal.organisation
  for (let count = 0; count < 3; count++) {
    expect((await postOctets(to, '/api/intake/submissions', await markedTip(to))).status).toBe(200)
  }
  // What is refused leaves no more than what is taken.
  for (const fields of [
    { [marks.field]: marks.name },
    { channel: marks.name },
    { uploads: [marks.file] },
    { envelope: toBase64Url(toUtf8(marks.words.repeat(100))) },
    { work: [marks.field] },
  ]) {
    const { octets } = await submission(roster, file.document, { fields, now: to.clock() })
    const answer = await postOctets(to, '/api/intake/submissions', octets)
    expect(answer.status).not.toBe(200)
    expect([400, 422]).toContain(answer.status)
  }
  for (const path of [
    `/api/intake/${marks.path}`,
    `/api/desk/${marks.path}`,
    '/api/desk/sync',
    '/api/intake/submissions',
  ]) {
    await postOctets(to, path, toUtf8(marks.words.padEnd(2048, ' ')))
  }
  await floodForm(to)
  const plan = aPlan(1)
  const chunk = await aChunk(plan)
  for (const [path, octets] of [
    [uploadPath, await announcement(to, plan)],
    [chunkPath, chunkRequestOf(chunk)],
    [missingPath, filledUp({ upload: plan.upload, hashes: [chunk.hash] })],
  ] as const) {
    expect((await postOctets(to, path, octets)).status).toBe(200)
  }
  for (const [path, octets] of [
    [uploadPath, await announcement(to, aPlan(), { [marks.field]: marks.file })],
    [missingPath, filledUp({ upload: marks.name, hashes: [marks.file] })],
    [chunkPath, toUtf8(marks.words.repeat(20_000).slice(0, 262_208))],
  ] as const) {
    expect([400, 422]).toContain((await postOctets(to, path, octets)).status)
  }
  const ada = await signedInAs(to, people.ada)
  const got = await ada.fetchOctets('/api/desk/chunks', { upload: plan.upload, hash: chunk.hash })
  expect(Buffer.from(got.octets).equals(Buffer.from(chunk.chunk))).toBe(true)
  const sync = '/api/desk/sync'
  const marked = await ada.proof(sync, ada.token, { jti: marks.proof })
  expect((await ada.post(sync, { cursor: {} }, { dpop: marked })).status).toBe(200)
  expect((await ada.post(sync, { cursor: { [marks.field]: 1 } })).status).toBe(400)
  const entry = await shapedEntry(null, journal)
  const appended = await ada.post('/api/desk/journals/append', { channel: 'electronics', entry: plain(entry) })
  expect(appended.status).toBe(200)
  expect((await ada.post('/api/desk/slots', { slots: toBase64Url(shapedBatch()) })).status).toBe(200)
  const stranger = await DeskCaller.at(to)
  const login = { ...loginOf(portal, people.mallory), nonce: await stranger.nonce() }
  const refused = await stranger.login(
    stranger.statement(login, { origin: `https://${marks.host}` }),
    people.mallory.key,
  )
  expect(refused.status).toBe(401)
  expect((await ada.post('/api/desk/session/end', {})).status).toBe(200)
}

describe('of whoever sends, reads or fails', () => {
  it.each([
    ['the local server', byServer, 'a1'],
    ['the Lambda entry', byLambda, 'b2'],
  ] as const)('%s lets no mark through', async (_, send, journal) => {
    const before = written.length
    await flood(reachedBy(send), journal.repeat(16))
    await portal.publish()
    expect(await findMarks([dirname(portal.dataDir)], everyMark)).toEqual([])
    expect(written.slice(before)).toEqual([])
  })

  it('a bug leaves one line without a word of the request', async () => {
    const { functions } = portal
    const broken = portalOf({
      ...functions,
      intake: {
        ...functions.intake,
        submissions: {
          keep: async ({ record }) => {
            throw new Error(`${marks.bug} ${record.id}`)
          },
        },
      },
    })
    const before = written.length
    const answer = await lambdaOf(broken)({
      rawPath: '/api/intake/submissions',
      headers: { ...headers },
      body: Buffer.from(await markedTip(portal)).toString('utf8'),
      isBase64Encoded: false,
      requestContext: { http: { method: 'POST' } },
    })
    expect(answer.statusCode).toBe(429)
    expect(written.slice(before)).toEqual(['{"code":"bug","function":"intake"}\n'])
  })

  it('this search would find a mark if there were one', async () => {
    const day = '2026-11-20'
    for (const kept of ['electronics', day, portal.organisation.roster.instance]) {
      expect(await findMarks([portal.dataDir], [kept])).not.toEqual([])
    }
    const forms = ['utf8', 'utf16le', 'hex', 'base64', 'base64url'] as const
    for (const form of forms) {
      for (const before of ['', 'x', 'xy']) {
        const hidden = Buffer.from(form === 'utf8' || form === 'utf16le' ? '' : `${before}${marks.name} and more`)
        const octets =
          hidden.length === 0 ? Buffer.from(`${marks.name} and more`, form) : Buffer.from(hidden.toString(form))
        expect(holds(Buffer.concat([Buffer.from('abc'), octets]), marks.name)).toBe(true)
      }
    }
  })
})
