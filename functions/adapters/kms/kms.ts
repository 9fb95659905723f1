import {
  CreateAliasCommand,
  CreateKeyCommand,
  DecryptCommand,
  DescribeKeyCommand,
  EncryptCommand,
  GetPublicKeyCommand,
  type KMSClient,
  NotFoundException,
  SignCommand,
} from '@aws-sdk/client-kms'
import type { Bytes } from '../../../domain/bytes.ts'
import type { Day } from '../../../domain/day.ts'
import { type Patience, persist } from '../dynamo/retry.ts'

/** What an epoch's secret is for. Each purpose has a wrapping key of its own, so that a policy can tell them apart. */
export interface EpochSecret {
  readonly purpose: 'sealing' | 'receipt'
  readonly instance: string
  readonly day: Day
}

export interface KeyService {
  wrap(what: EpochSecret, secret: Bytes): Promise<Bytes>
  /** @throws when it was wrapped as something else */
  unwrap(what: EpochSecret, wrapped: Bytes): Promise<Bytes>
  /** Ed25519 over the octets themselves, at most 4096 of them. */
  sign(by: SigningKey, message: Bytes): Promise<Bytes>
  /** The 32 octets of a public key. */
  publicKey(of: SigningKey): Promise<Bytes>
}

export type SigningKey = 'receipt' | 'ledger'

/** The keys that a portal has in its key service, by alias. */
export const aliases = {
  sealing: 'alias/safehand-epoch-sealing',
  receipt: 'alias/safehand-epoch-receipt',
  signReceipts: 'alias/safehand-sign-receipts',
  signLedger: 'alias/safehand-sign-ledger',
} as const

const signers = { receipt: aliases.signReceipts, ledger: aliases.signLedger } as const

/** An Ed25519 public key in the form of X.509 (RFC 8410): twelve octets of wrapping, then the key. */
const publicKeyPrefixBytes = 12

/** The key service: AWS KMS, or the local one behind the same client. */
export function keyService(client: KMSClient, patience: Patience): KeyService {
  return {
    async wrap(what, secret) {
      const input = { KeyId: aliases[what.purpose], Plaintext: secret, EncryptionContext: contextOf(what) }
      const { CiphertextBlob } = await persist(() => client.send(new EncryptCommand(input)), patience)
      return octets(CiphertextBlob)
    },

    async unwrap(what, wrapped) {
      const input = { KeyId: aliases[what.purpose], CiphertextBlob: wrapped, EncryptionContext: contextOf(what) }
      const { Plaintext } = await persist(() => client.send(new DecryptCommand(input)), patience)
      return octets(Plaintext)
    },

    async sign(by, message) {
      const input = {
        KeyId: signers[by],
        Message: message,
        MessageType: 'RAW',
        SigningAlgorithm: 'ED25519_SHA_512',
      } as const
      const { Signature } = await persist(() => client.send(new SignCommand(input)), patience)
      return octets(Signature)
    },

    async publicKey(of) {
      const { PublicKey } = await persist(() => client.send(new GetPublicKeyCommand({ KeyId: signers[of] })), patience)
      return octets(PublicKey).slice(publicKeyPrefixBytes)
    },
  }
}

/** Make the keys and their aliases unless they exist. For a machine of one's own; in AWS the stacks make them. */
export async function createKeys(client: KMSClient): Promise<void> {
  const wrapping = { KeySpec: 'SYMMETRIC_DEFAULT', KeyUsage: 'ENCRYPT_DECRYPT' } as const
  const signing = { KeySpec: 'ECC_NIST_EDWARDS25519', KeyUsage: 'SIGN_VERIFY' } as const
  for (const [alias, form] of [
    [aliases.sealing, wrapping],
    [aliases.receipt, wrapping],
    [aliases.signReceipts, signing],
    [aliases.signLedger, signing],
  ] as const) {
    if (await exists(client, alias)) continue
    const { KeyMetadata } = await client.send(new CreateKeyCommand(form))
    await client.send(new CreateAliasCommand({ AliasName: alias, TargetKeyId: KeyMetadata?.KeyId }))
  }
}

async function exists(client: KMSClient, alias: string): Promise<boolean> {
  try {
    await client.send(new DescribeKeyCommand({ KeyId: alias }))
    return true
  } catch (problem) {
    if (problem instanceof NotFoundException) return false
    throw problem
  }
}

/** Bound into the ciphertext, and the key service's log keeps it: so it holds nothing that is not public. */
function contextOf({ purpose, instance, day }: EpochSecret): Record<string, string> {
  return { purpose: `safehand/${purpose}`, instance, day }
}

function octets(value: Uint8Array | undefined): Bytes {
  if (value === undefined) throw new Error('the key service answered without octets')
  return new Uint8Array(value)
}
