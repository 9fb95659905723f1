import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib'
import { AttributeType, Billing, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms'
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { partitionKey, sortKey, timeToLive } from '../functions/adapters/dynamo/table.ts'
import { type KeyName, keyAliases } from './rights.ts'

/** Days for which a table can be brought back. Keys: one, so that what was erased stays erased. */
const recoveryDays = { content: 7, keys: 1 } as const

/** What must outlive every deployment. */
export class DataStack extends Stack {
  readonly content: TableV2
  readonly keys: TableV2
  readonly blobs: Bucket
  /** Files that anyone may read: the site, rosters, drops. */
  readonly published: Bucket
  /** What AWS seals tables and buckets with, below our own sealing at rest. */
  readonly atRestKey: Key
  /** Called by the day, never by the request: KMS keeps the second of every call. */
  readonly kms: Readonly<Record<KeyName, Key>>

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props)
    this.atRestKey = this.#key('AtRestKey', 'What AWS seals tables and buckets with')
    this.content = this.#table('ContentTable', recoveryDays.content, this.atRestKey)
    this.keys = this.#table('KeysTable', recoveryDays.keys, this.atRestKey)
    this.blobs = this.#bucket('Blobs', this.atRestKey)
    this.published = this.#bucket('Published', this.atRestKey)
    this.kms = {
      sealing: this.#key('EpochSealingKey', 'Wraps the private halves of the keys that seal at rest', 'sealing'),
      receipt: this.#key('EpochReceiptKey', 'Wraps the private halves of the keys that sign receipts', 'receipt'),
      signReceipts: this.#signingKey('ReceiptKey', 'Certifies the receipt key of each day', 'signReceipts'),
      signLedger: this.#signingKey('LedgerKey', 'Signs checkpoints of the ledger', 'signLedger'),
    }
  }

  #table(id: string, recoveryPeriodInDays: number, encryptionKey: Key): TableV2 {
    return new TableV2(this, id, {
      partitionKey: { name: partitionKey, type: AttributeType.STRING },
      sortKey: { name: sortKey, type: AttributeType.STRING },
      timeToLiveAttribute: timeToLive,
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.customerManagedKey(encryptionKey),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
  }

  #bucket(id: string, encryptionKey: Key): Bucket {
    return new Bucket(this, id, {
      encryption: BucketEncryption.KMS,
      encryptionKey,
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      // Unversioned: an erased object must not live on as an old version.
      versioned: false,
      removalPolicy: RemovalPolicy.RETAIN,
    })
  }

  #key(id: string, description: string, name?: KeyName): Key {
    return this.#named(
      new Key(this, id, { description, enableKeyRotation: true, removalPolicy: RemovalPolicy.RETAIN }),
      name,
    )
  }

  /** Asymmetric keys cannot rotate: a new one is a new roster. */
  #signingKey(id: string, description: string, name: KeyName): Key {
    const made = new Key(this, id, {
      description,
      keySpec: KeySpec.ECC_NIST_EDWARDS25519,
      keyUsage: KeyUsage.SIGN_VERIFY,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    return this.#named(made, name)
  }

  /** One portal in one account: the functions ask for these keys by their aliases. */
  #named(key: Key, name: KeyName | undefined): Key {
    if (name !== undefined) key.addAlias(keyAliases[name])
    return key
  }
}
