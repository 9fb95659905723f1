import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findWork } from '../../../crypto/work.ts'
import { concat, toBase64Url, toHex } from '../../../domain/bytes.ts'
import { dayOf } from '../../../domain/day.ts'
import { readFeedPages } from '../../../domain/feed.ts'
import { readReceipt } from '../../../domain/receipt.ts'
import { bodyClasses, jsonClassOf } from '../../../domain/sizes.ts'
import { chunkRequestOf, uploadSeed } from '../../../domain/upload.ts'
import { patience } from '../../../functions/adapters/dynamo/retry.ts'
import { createTables } from '../../../functions/adapters/dynamo/table.ts'
import { type Engine, startEngine } from '../../../functions/adapters/engine.ts'
import { clientOf } from '../../../functions/adapters/kms/in-process.ts'
import { createKeys, keyService } from '../../../functions/adapters/kms/kms.ts'
import { LocalKms } from '../../../functions/adapters/kms/local-kms.ts'
import type { lambdaOf } from '../../../functions/entry/lambda.ts'
import { nodeSha256, systemDice } from '../../../functions/entry/platform.ts'
import { type Service, StandInBuckets, serveKms } from '../../support/cloud.ts'
import { type Called, DeskCaller, postOctets } from '../../support/desk-caller.ts'
import { type Organisation, organise } from '../../support/organisation.ts'
import { formOf } from '../../support/sealed-elsewhere.ts'
import { shapedBatch, shapedEnvelope } from '../../support/shapes.ts'
import { spaced, submission } from '../../support/submissions.ts'
import { aChunk, aPlan, chunkPath, filledUp, uploadPath } from '../../support/uploads.ts'

/**
 * The four functions as they are deployed, each from its own entry and its environment, over the embedded engine, the
 * local key service behind HTTP and a stand-in for S3.
 */
type Handler = ReturnType<typeof lambdaOf>

const buckets = new StandInBuckets()
const origin = 'https://portal.example'
let folder: string
let engine: Engine
let services: Service[]
let organisation: Organisation
let portal: Called
let publisher: () => Promise<void>
let caretaker: () => Promise<void>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cloud-'))
  engine = await startEngine(join(folder, 'cloud.db'), undefined)
  const tables = { content: 'the-content-table', keys: 'the-keys-table' }
  await createTables(engine.client, tables)
  const kms = new LocalKms(join(folder, 'keys'), systemDice)
  await createKeys(clientOf(kms))
  services = [await serveKms(kms), await buckets.serve()]
  const keys = keyService(clientOf(kms), patience(systemDice))
  organisation = await organise({
    now: Date.now(),
    origins: [origin],
    keys: { receipt: toHex(await keys.publicKey('receipt')), ledger: toHex(await keys.publicKey('ledger')) },
  })
  Object.assign(process.env, {
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint,
    AWS_ENDPOINT_URL_KMS: services[0]?.url,
    AWS_ENDPOINT_URL_S3: services[1]?.url,
    SAFEHAND_CONTENT_TABLE: tables.content,
    SAFEHAND_KEYS_TABLE: tables.keys,
    SAFEHAND_BLOBS: 'the-blobs',
    SAFEHAND_PUBLISHED: 'the-public-files',
    SAFEHAND_WORK_BITS: '2',
    SAFEHAND_FILES_PER_DAY: '1',
    SAFEHAND_PIN: organisation.pin,
  })
  const intake = (await import('../../../functions/entry/lambda-intake.ts')).handler
  const desk = (await import('../../../functions/entry/lambda-desk.ts')).handler
  publisher = (await import('../../../functions/entry/lambda-publisher.ts')).handler
  caretaker = (await import('../../../functions/entry/lambda-caretaker.ts')).handler
  portal = { origin, clock: () => Date.now(), fetch: async (url, init) => await invoke(desk, intake, url, init) }
})
afterAll(async () => {
  await Promise.all(services.map(async (one) => await one.stop()))
  await engine.stop()
  await rm(folder, { recursive: true, force: true })
})

/** As API Gateway does with the two routes of the stack. */
async function invoke(desk: Handler, intake: Handler, url: string, init: RequestInit): Promise<Response> {
  const path = new URL(url).pathname
  const octets = Buffer.from(init.body as Uint8Array)
  const answer = await (path.startsWith('/api/desk/') ? desk : intake)({
    rawPath: path,
    headers: Object.fromEntries(new Headers(init.headers)),
    body: octets.toString('base64'),
    isBase64Encoded: true,
    requestContext: { http: { method: init.method ?? 'GET' } },
  })
  const body = Buffer.from(answer.body ?? '', answer.isBase64Encoded === true ? 'base64' : 'utf8')
  return new Response(body, { status: answer.statusCode ?? 0 })
}

describe('the four functions in a cloud', () => {
  it('take the first roster, make keys, and put the roster out', async () => {
    const request = { file: JSON.parse(organisation.json) as unknown }
    const octets = spaced(request, jsonClassOf(JSON.stringify(request).length) ?? 0)
    expect((await postOctets(portal, '/api/desk/roster', octets)).json).toEqual({ version: 1 })
    await caretaker()
    await publisher()
    expect(JSON.parse(buckets.objects.get('/the-public-files/roster.json')?.toString() ?? '')).toEqual(request.file)
    expect(buckets.objects.get('/the-public-files/work.json')?.toString()).toBe('{"bits":2}')
  })

  it('take tips of every size and give them to a reviewer, octet for octet', async () => {
    const sent: Awaited<ReturnType<typeof submission>>[] = []
    for (const bodyClass of bodyClasses) {
      const one = await submission(organisation.roster, organisation.file.document, { bodyClass })
      const answer = await postOctets(portal, '/api/intake/submissions', one.octets)
      expect(answer.status).toBe(200)
      expect(readReceipt(answer.json.receipt, 'receipt').statement.record).toBe(one.recordHash)
      sent.push(one)
    }
    await publisher()
    const { ada } = organisation.people
    const reviewer = await DeskCaller.at(portal)
    const about = { instance: organisation.roster.instance, member: ada.id, roster: organisation.trusted.hash }
    await reviewer.signIn(about, ada.key)
    const answer = await reviewer.post('/api/desk/sync', { cursor: {} })
    const rows = readFeedPages(answer.json.feeds, 'feeds').electronics?.rows ?? []
    const got = rows.flatMap((row) => (row.kind === 'submission' ? [toBase64Url(row.body)] : []))
    expect(got.sort()).toEqual(sent.map((one) => toBase64Url(one.envelope.body)).sort())
    expect((await reviewer.post('/api/desk/slots', { slots: toBase64Url(shapedBatch()) })).json).toEqual({ kept: true })
    await publisher()
    expect(buckets.objects.get('/the-public-files/drops/0')?.length).toBe(8192)
  })

  it('take the largest chunk of a file within what a function may be sent, and give it to a reviewer', async () => {
    const plan = aPlan(1, 4_194_304)
    const seed = await uploadSeed(plan, organisation.roster.instance, dayOf(Date.now()), nodeSha256)
    const opened = await postOctets(portal, uploadPath, filledUp({ ...plan, work: await findWork(seed, 2) }))
    expect(opened.json).toEqual({ opened: true })
    const chunk = await aChunk(plan)
    expect((await postOctets(portal, chunkPath, chunkRequestOf(chunk))).json).toEqual({ kept: true })
    const { roster, file } = organisation
    const tip = await submission(roster, file.document, { uploads: [plan.upload] })
    expect((await postOctets(portal, '/api/intake/submissions', tip.octets)).status).toBe(200)
    const { ada } = organisation.people
    const reviewer = await DeskCaller.at(portal)
    await reviewer.signIn({ instance: roster.instance, member: ada.id, roster: organisation.trusted.hash }, ada.key)
    const got = await reviewer.fetchOctets('/api/desk/chunks', { upload: plan.upload, hash: chunk.hash })
    expect(Buffer.from(got.octets).equals(Buffer.from(chunk.chunk))).toBe(true)
  })

  it('fill the pages of the site that name keys, and answer their form with a page', async () => {
    const templates = {
      en: { form: '{{#desks}}<{{id}} {{keysPath}}>{{/desks}}', answer: '{{#accepted}}<{{day}}>{{/accepted}}' },
    }
    buckets.objects.set('/the-public-files/sealed-elsewhere.json', Buffer.from(JSON.stringify(templates)))
    await publisher()
    const page = buckets.objects.get('/the-public-files/en/sealed-elsewhere/index.html')?.toString()
    expect(page).toContain('<nuclear /keys/nuclear.asc>')
    expect(buckets.objects.get('/the-public-files/keys/nuclear.asc')?.toString()).toContain('PUBLIC KEY BLOCK')
    const { grants, body } = shapedEnvelope(1, bodyClasses[0])
    const fields = formOf({ channel: 'nuclear', roster: '1', language: 'en' }, concat(...grants, body))
    const form = new Request(origin, { method: 'POST', body: fields })
    const answer = await portal.fetch(`${origin}/api/intake/foreign`, {
      method: 'POST',
      headers: { 'content-type': form.headers.get('content-type') ?? '' },
      body: new Uint8Array(await form.arrayBuffer()),
    })
    expect(answer.status).toBe(200)
    expect((await answer.text()).trimEnd()).toBe(`<${dayOf(Date.now())}>`)
  })

  it('never let intake read a blob', () => {
    expect(buckets.asked.some((one) => one.startsWith('PUT /the-blobs/body/'))).toBe(true)
    const reads = buckets.asked.filter((one) => one.startsWith('GET /the-blobs/'))
    // By the desk: the one tip that was too large for its row, and the one chunk.
    expect(reads).toHaveLength(2)
  })
})
