import type { Day } from '../../../domain/day.ts'
import * as f from '../../../domain/fields.ts'
import type { ReceiptKeyStatement } from '../../../domain/receipt.ts'
import type { Epoch, Epochs } from '../../ports/epochs.ts'
import { bytesIn, type Row, rowOf, textIn } from './attributes.ts'
import { isNew } from './clauses.ts'
import type { Store } from './store.ts'
import { keyOf } from './table.ts'

/** More days than can be live at once: those ahead, those that age, and a caretaker that was long away. */
const epochsMax = 1000

/** Where the days' keys are kept, in the keys table. */
export function epochs(parts: { store: Store }): Epochs {
  const { store } = parts
  return {
    async keep({ day, sealingKey, sealingSecret, receiptSecret, receiptCertificate }) {
      const certificate = JSON.stringify(receiptCertificate)
      await store.transact([
        {
          table: 'keys',
          put: rowOf(keyOf.epoch(day), { sealingKey, sealingSecret, receiptSecret, certificate }),
          when: isNew,
        },
        // Nothing can be kept before there is an epoch to lock it under, so the sweep of expired rows begins here.
        {
          table: 'keys',
          change: keyOf.sweep(),
          set: { says: 'SET #from = if_not_exists(#from, :day)', names: ['from'], values: { day } },
        },
      ])
    },

    async find(day) {
      const row = await store.get('keys', keyOf.epoch(day))
      return row === null ? null : epochIn(row)
    },

    async list() {
      const { rows } = await store.query('keys', keyOf.epoch('' as Day).pk, epochsMax)
      return rows.map(epochIn)
    },

    async destroy(day) {
      await store.write({ table: 'keys', erase: keyOf.epoch(day) })
    },
  }
}

const readCertificate: f.Read<Epoch['receiptCertificate']> = f.object<Epoch['receiptCertificate']>({
  statement: f.object<ReceiptKeyStatement>({
    context: f.exactly('receipt-key'),
    instance: f.hex(16),
    day: f.day,
    key: f.hex(32),
  }),
  signature: f.hex(64),
})

function epochIn(row: Row): Epoch {
  return {
    day: textIn(row, 'sk') as Day,
    sealingKey: bytesIn(row, 'sealingKey'),
    sealingSecret: bytesIn(row, 'sealingSecret'),
    receiptSecret: bytesIn(row, 'receiptSecret'),
    receiptCertificate: readCertificate(f.parseJson(textIn(row, 'certificate'), 4096), 'certificate'),
  }
}
