import { beforeAll, describe, expect, it } from 'vitest'
import { verifyReceipt } from '../../crypto/receipt.ts'
import { type Bytes, toHex } from '../../domain/bytes.ts'
import { type Canonical, canonicalBytes } from '../../domain/canonical.ts'
import { addDays, type Day, dayOf } from '../../domain/day.ts'
import type { Receipt } from '../../domain/receipt.ts'
import { friday, instance } from '../support/people.ts'
import { codeOf } from '../support/refused.ts'

interface Signer {
  readonly publicKey: string
  sign(statement: object): Promise<string>
}

let portal: Signer
let dayKey: Signer
let stranger: Signer
beforeAll(async () => {
  portal = await signer()
  dayKey = await signer()
  stranger = await signer()
})

const today = dayOf(friday)
const recordHash = 'ab'.repeat(32)

const expected = () => ({ instance, recordHash, receiptKey: portal.publicKey, today })

async function receipt(
  fields: { day?: Day; record?: string; instance?: string; certifiedDay?: Day; by?: Signer; certifiedBy?: Signer } = {},
): Promise<Receipt> {
  const day = fields.day ?? today
  const statement = {
    context: 'receipt',
    format: 'safehand-receipt/1',
    instance: fields.instance ?? instance,
    record: fields.record ?? recordHash,
    salt: '11'.repeat(32),
    day,
  } as const
  const certified = {
    context: 'receipt-key',
    instance: fields.instance ?? instance,
    day: fields.certifiedDay ?? day,
    key: dayKey.publicKey,
  } as const
  return {
    statement,
    signature: await (fields.by ?? dayKey).sign(statement),
    certificate: { statement: certified, signature: await (fields.certifiedBy ?? portal).sign(certified) },
  }
}

describe('a receipt', () => {
  it('is believed when the portal’s key certifies the day’s key and that signed the record', async () => {
    await verifyReceipt(await receipt(), expected())
    await verifyReceipt(await receipt({ day: addDays(today, 1) }), expected())
    await verifyReceipt(await receipt({ day: addDays(today, -7) }), expected())
  })

  it('is refused for another record, another portal, or another time', async () => {
    for (const wrong of [
      { record: '00'.repeat(32) },
      { instance: '00'.repeat(16) },
      { day: addDays(today, 2) },
      { day: addDays(today, -8) },
      { certifiedDay: addDays(today, -1) },
    ]) {
      expect(await codeOf(async () => verifyReceipt(await receipt(wrong), expected()))).toBe('bad-receipt')
    }
  })

  it('is refused when another key signed either half', async () => {
    for (const wrong of [{ by: stranger }, { certifiedBy: stranger }, { by: portal }, { certifiedBy: dayKey }]) {
      expect(await codeOf(async () => verifyReceipt(await receipt(wrong), expected()))).toBe('bad-receipt')
    }
  })

  it('is refused when the roster names another receipt key', async () => {
    const other = { ...expected(), receiptKey: stranger.publicKey }
    expect(await codeOf(async () => verifyReceipt(await receipt(), other))).toBe('bad-receipt')
  })

  it('is refused when any octet of a signature was changed', async () => {
    const good = await receipt()
    const bent = { ...good, signature: `${good.signature.slice(0, -1)}${good.signature.endsWith('0') ? '1' : '0'}` }
    expect(await codeOf(() => verifyReceipt(bent, expected()))).toBe('bad-receipt')
  })
})

async function signer(): Promise<Signer> {
  const pair = (await crypto.subtle.generateKey('Ed25519', false, ['sign'])) as CryptoKeyPair
  return {
    publicKey: toHex(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))),
    sign: async (statement) => {
      const octets: Bytes = canonicalBytes(statement as Canonical)
      return toHex(new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, octets)))
    },
  }
}
