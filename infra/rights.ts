import type { Kind } from '../functions/adapters/dynamo/table.ts'

/** What a function may do with rows of a kind. `read` covers single rows and ranges, never a scan. */
type Right = 'read' | 'write' | 'erase'

export interface Rights {
  readonly content: Readonly<Partial<Record<Kind, readonly Right[]>>>
  readonly keys: Readonly<Partial<Record<Kind, readonly Right[]>>>
  /** By the beginning of their names: bodies of tips, chunks of files, and rosters too large for a row, which are public. */
  readonly blobs: Readonly<Partial<Record<'body' | 'chunk' | 'roster', readonly Right[]>>>
  readonly published: readonly Right[]
  readonly kms: Readonly<Partial<Record<KeyName, readonly KeyAct[]>>>
}

/** The keys of KMS, each by what it is for, under the alias that `functions/adapters/kms/kms.ts` asks for. */
export const keyAliases = {
  sealing: 'alias/safehand-epoch-sealing',
  receipt: 'alias/safehand-epoch-receipt',
  signReceipts: 'alias/safehand-sign-receipts',
  signLedger: 'alias/safehand-sign-ledger',
} as const
export type KeyName = keyof typeof keyAliases
export const keyNames: readonly KeyName[] = ['sealing', 'receipt', 'signReceipts', 'signLedger']
type KeyAct = 'kms:Encrypt' | 'kms:Decrypt' | 'kms:Sign' | 'kms:GetPublicKey'

export const functionNames = ['intake', 'desk', 'publisher', 'caretaker'] as const
export type FunctionName = (typeof functionNames)[number]

/**
 * Who may touch what: the promise "intake cannot read what it keeps, the publisher cannot unlock anything" as a table.
 * AWS holds it by the kind that every partition key begins with (`dynamodb:LeadingKeys`). Kinds that a function does
 * not name, it cannot touch; nobody may scan.
 */
export const rights: Readonly<Record<FunctionName, Rights>> = {
  intake: {
    content: {
      // The row that holds the receipt is read when the same record comes again. Bodies and grants are never read.
      SUB: ['read', 'write'],
      BODY: ['write'],
      GRANT: ['write'],
      // Which chunks have come. Chunks themselves are blobs.
      UPLOAD: ['read', 'write'],
      OUTBOX: ['write'],
      EXP: ['write'],
      // A message that comes again meets the row that it wrote.
      FOREIGN: ['read', 'write'],
      ROSTER: ['read'],
      HEAD: ['read'],
    },
    keys: { KEY: ['write'], HELD: ['write'], EPOCH: ['read'] },
    blobs: { body: ['write'], chunk: ['write'], roster: ['read'] },
    // The words of its pages; public.
    published: ['read'],
    // The day's receipt key and no other: what seals at rest, intake cannot unwrap.
    kms: { receipt: ['kms:Decrypt'] },
  },
  desk: {
    content: {
      SUB: ['read'],
      BODY: ['read'],
      GRANT: ['read'],
      UPLOAD: ['read'],
      FEED: ['read'],
      ENTRY: ['read', 'write'],
      JOURNAL: ['read', 'write'],
      OUTBOX: ['write'],
      EXP: ['write'],
      SLOT: ['write'],
      BATCH: ['write'],
      ROSTER: ['read', 'write'],
      HEAD: ['read', 'write'],
      NONCE: ['read', 'write'],
      PROOF: ['read', 'write'],
      SESSION: ['read', 'write', 'erase'],
    },
    keys: { KEY: ['read', 'write'], HELD: ['write'], EPOCH: ['read'] },
    blobs: { body: ['read'], chunk: ['read'], roster: ['read', 'write'] },
    published: [],
    kms: { sealing: ['kms:Decrypt'], signReceipts: ['kms:GetPublicKey'], signLedger: ['kms:GetPublicKey'] },
  },
  publisher: {
    content: {
      OUTBOX: ['read', 'write', 'erase'],
      FEED: ['write'],
      LEAF: ['write'],
      HEAD: ['read', 'write'],
      SLOT: ['read', 'erase'],
      DROP: ['read', 'write'],
      ROSTER: ['read'],
    },
    keys: {},
    blobs: { roster: ['read'] },
    published: ['read', 'write'],
    kms: {},
  },
  caretaker: {
    content: {
      EXP: ['read', 'write', 'erase'],
      SUB: ['read', 'erase'],
      UPLOAD: ['read', 'write', 'erase'],
      JOURNAL: ['read', 'erase'],
      BODY: ['erase'],
      GRANT: ['erase'],
      ENTRY: ['erase'],
      BATCH: ['erase'],
      ROSTER: ['read'],
      HEAD: ['read'],
    },
    keys: {
      KEY: ['read', 'write', 'erase'],
      HELD: ['read', 'write', 'erase'],
      EPOCH: ['read', 'write', 'erase'],
      SWEEP: ['read', 'write'],
    },
    blobs: { body: ['erase'], chunk: ['erase'], roster: ['read'] },
    published: [],
    kms: { sealing: ['kms:Encrypt', 'kms:Decrypt'], receipt: ['kms:Encrypt'], signReceipts: ['kms:Sign'] },
  },
}

/** The acts of DynamoDB behind a right. */
export const actsOf: Readonly<Record<Right, readonly string[]>> = {
  read: ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query', 'dynamodb:ConditionCheckItem'],
  write: ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:ConditionCheckItem'],
  erase: ['dynamodb:DeleteItem'],
}

/** The acts of S3 behind a right. */
export const blobActsOf: Readonly<Record<Right, readonly string[]>> = {
  read: ['s3:GetObject'],
  write: ['s3:PutObject'],
  erase: ['s3:DeleteObject'],
}
