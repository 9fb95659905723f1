import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clearBytesMax, openBody, sealBody } from '../../crypto/body.ts'
import { dice } from '../../crypto/dice.ts'
import { isBody, type Profile } from '../../domain/packet.ts'
import { bodyClasses, entryClasses, grantBytes, slotBytes } from '../../domain/sizes.ts'
import {
  CompressedDataPacket,
  createMessage,
  decrypt,
  encrypt,
  enums,
  Message,
  PacketList,
  readMessage,
} from '../support/openpgp.ts'
import { codeOf } from '../support/refused.ts'

const profiles: Profile[] = ['compat', 'modern']
const slotBody = slotBytes - grantBytes
const lengths = [slotBody, ...entryClasses, ...bodyClasses]

describe('a body', () => {
  it.each(profiles)(
    'of the %s profile has its exact length for every content that a slot can hold',
    async (profile) => {
      const sessionKey = dice(32)
      const most = clearBytesMax(slotBody, profile)
      for (let from = 0; from <= most; from += 64) {
        const contents = Array.from({ length: Math.min(64, most + 1 - from) }, (_, at) => dice(from + at))
        const bodies = await Promise.all(contents.map((one) => sealBody(one, sessionKey, slotBody, profile)))
        for (const body of bodies) {
          expect(body.length).toBe(slotBody)
          expect(isBody(body, profile)).toBe(true)
        }
      }
      expect(await codeOf(() => sealBody(dice(most + 1), sessionKey, slotBody, profile))).toBe('too-large')
    },
  )

  it.each(profiles)('of the %s profile opens to what was sealed, at every length class', async (profile) => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...lengths),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        async (length, share, key) => {
          const sessionKey = new Uint8Array(key)
          const clear = dice(Math.floor(share * clearBytesMax(length, profile)))
          const body = await sealBody(clear, sessionKey, length, profile)
          expect(body.length).toBe(length)
          expect(await openBody(body, sessionKey)).toEqual(clear)
        },
      ),
      { numRuns: 30 },
    )
  })

  it.each(profiles)('of the %s profile is filled to the brim without a gap', async (profile) => {
    const sessionKey = dice(32)
    for (const length of lengths) {
      const most = clearBytesMax(length, profile)
      // The last few lengths are those for which no single padding packet fits; so are some around 200 and 8400 left.
      const gaps = [0, 1, 2, 3, 192, 193, 194, 195, 196, 8385, 8386, 8387, 8388, 8389, 8390, 8391]
      for (const less of gaps.filter((one) => one <= most)) {
        const clear = dice(most - less)
        const body = await sealBody(clear, sessionKey, length, profile)
        expect(body.length).toBe(length)
        expect(await openBody(body, sessionKey, profile)).toEqual(clear)
      }
      expect(await codeOf(() => sealBody(dice(most + 1), sessionKey, length, profile))).toBe('too-large')
    }
  })

  it.each(profiles)('of the %s profile does not open with any octet changed', async (profile) => {
    const sessionKey = dice(32)
    const body = await sealBody(dice(40), sessionKey, slotBody, profile)
    const places = fc.integer({ min: 0, max: body.length - 1 })
    await fc.assert(
      fc.asyncProperty(places, fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const bent = body.slice()
        bent[at] = (bent[at] ?? 0) ^ change
        expect(await codeOf(() => openBody(bent, sessionKey))).toBe('cannot-open')
      }),
      { numRuns: 150 },
    )
  })

  it('does not open with another key, cut short, or as the other profile', async () => {
    const sessionKey = dice(32)
    for (const profile of profiles) {
      const body = await sealBody(dice(40), sessionKey, slotBody, profile)
      const other = profile === 'compat' ? 'modern' : 'compat'
      expect(await codeOf(() => openBody(body, dice(32)))).toBe('cannot-open')
      expect(await codeOf(() => openBody(body.slice(0, -1), sessionKey))).toBe('cannot-open')
      expect(await codeOf(() => openBody(body, sessionKey, other))).toBe('cannot-open')
    }
  })

  it('does not open when something else than one literal packet is inside', async () => {
    const sessionKey = dice(32)
    const bodyOf = async (count: number, compressed: boolean) => {
      const message = await createMessage({ binary: dice(300) })
      for (let more = 1; more < count; more++)
        message.packets.push(...(await createMessage({ binary: dice(300) })).packets)
      const packed = compressed ? compress(message) : message
      const sealed = await encrypt({
        message: packed,
        sessionKey: { data: sessionKey, algorithm: 'aes256' },
        format: 'binary',
      })
      expect(isBody(new Uint8Array(sealed), 'compat')).toBe(true)
      return new Uint8Array(sealed)
    }
    expect(await openBody(await bodyOf(1, false), sessionKey)).toHaveLength(300)
    expect(await codeOf(async () => openBody(await bodyOf(2, false), sessionKey))).toBe('cannot-open')
    expect(await codeOf(async () => openBody(await bodyOf(1, true), sessionKey))).toBe('cannot-open')
  })

  it('is one that OpenPGP.js opens, with neither name nor date inside', async () => {
    const sessionKey = dice(32)
    const clear = dice(500)
    for (const profile of profiles) {
      const body = await sealBody(clear, sessionKey, slotBody, profile)
      const message = await readMessage({ binaryMessage: body })
      const opened = await decrypt({
        message,
        sessionKeys: { data: sessionKey, algorithm: 'aes256' },
        format: 'binary',
      })
      expect(opened.data).toEqual(clear)
      expect(opened.filename ?? '').toBe('')
    }
  })

  it('is never the same twice', async () => {
    const sessionKey = dice(32)
    const clear = dice(40)
    const one = await sealBody(clear, sessionKey, slotBody, 'compat')
    const other = await sealBody(clear, sessionKey, slotBody, 'compat')
    expect(one).not.toEqual(other)
  })
})

/** The same message inside a compressed packet, as other programs like to write. */
function compress(message: Message<Uint8Array>): Message<Uint8Array> {
  const packet = new CompressedDataPacket()
  Object.assign(packet, { packets: message.packets, algorithm: enums.compression.zlib })
  const list = new PacketList()
  list.push(packet)
  return new Message(list)
}
