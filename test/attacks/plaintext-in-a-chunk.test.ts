import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Bytes, concat, toHex, toUtf8 } from '../../domain/bytes.ts'
import { dayOf } from '../../domain/day.ts'
import { nodeSha256 } from '../../functions/entry/platform.ts'
import { findMarks } from '../support/marks.ts'
import { type OpenPortal, openPortal } from '../support/portal.ts'
import { shapedBody, shapedGrant } from '../support/shapes.ts'
import { announce, aPlan, codeIn, sendChunk } from '../support/uploads.ts'

/**
 * Goal: get a file that nobody sealed stored by a portal that promises never to hold any. Method: announce a file with
 * honest work, then send chunks of the right length and the right hash that are something else.
 */
const secret = 'PLAINTEXT delivery note for the valve '
const length = 262_144
let portal: OpenPortal

beforeAll(async () => {
  portal = await openPortal()
})
afterAll(async () => await portal.close())

const clear = (count: number): Bytes => toUtf8(secret.repeat(Math.ceil(count / secret.length)).slice(0, count))
const headed = (...header: number[]): Bytes => concat(Uint8Array.from(header), clear(length - header.length))
/** Four octets of the length of all that follows a header of six. */
const rest = [0, 3, 0xff, 0xfa]

const chunks: readonly [string, () => Bytes][] = [
  ['a file as it is', () => clear(length)],
  ['a JPEG', () => headed(0xff, 0xd8, 0xff, 0xe0)],
  ['a literal packet', () => headed(0xcb, 0xff, ...rest, 0x62)],
  ['a compressed packet', () => headed(0xc8, 0xff, ...rest, 1)],
  ['the old packet without integrity', () => headed(0xc9, 0xff, ...rest)],
  ['a packet in parts', () => headed(0xd2, 0xf2, 1)],
  ['a packet of the profile that is not agreed', () => shapedBody(length, 'modern')],
  ['a grant and a packet, which would name who may read it', () => concat(shapedGrant(), shapedBody(length - 96))],
  ['a short packet with text behind it', () => concat(shapedBody(65_536), clear(length - 65_536))],
]

describe('a chunk that nobody sealed', () => {
  it.each(chunks)('is refused as %s', async (_, chunk) => {
    const plan = aPlan(1)
    await announce(portal, plan)
    const octets = chunk()
    expect(octets.length).toBe(length)
    const hash = toHex(await nodeSha256(octets))
    expect(codeIn(await sendChunk(portal, { upload: plan.upload, hash, chunk: octets }))).toBe('not-sealed')
    expect(await portal.parts.uploads.missing(plan.upload, [hash], dayOf(portal.clock()))).toEqual([0])
  })

  it('stands in no file of the portal after all of this', async () => {
    expect(await findMarks([portal.dataDir], ['PLAINTEXT delivery'])).toEqual([])
  })
})
