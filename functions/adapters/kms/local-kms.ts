import { createCipheriv, createDecipheriv, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto'
import { concat, fromHex, toBase64Url, toHex } from '../../../domain/bytes.ts'
import { canonical } from '../../../domain/canonical.ts'
import type { Dice } from '../../ports/platform.ts'
import { type KeyFile, openKeyFile, type StoredKey, writeKeyFile } from './key-file.ts'

/** An error by the name that AWS KMS gives it. */
export class KmsError extends Error {
  readonly type: string

  constructor(type: string, message: string) {
    super(message)
    this.type = type
  }
}

/** The fields of a request or an answer of KMS, as JSON has them. */
export type Fields = Readonly<Record<string, unknown>>

type Context = Readonly<Record<string, string>>

/**
 * The operations of AWS KMS that Safehand uses, over a key file. Everything else is refused.
 *
 * [Note: forgetting] A database on one's own disk forgets where a deleted row stood, not what it was: what KMS wrapped
 * may be found in the file long after. So every encryption context has a key of its own here, and destroying an epoch
 * takes that key out of the key file. AWS has no need of it: nobody can look at its free pages.
 */
export class LocalKms {
  readonly #path: string
  readonly #dice: Dice
  #file: KeyFile

  constructor(path: string, dice: Dice) {
    this.#path = path
    this.#dice = dice
    this.#file = openKeyFile(path)
  }

  answer(operation: string, fields: Fields): Fields {
    switch (operation) {
      case 'CreateKey':
        return this.#createKey(fields)
      case 'CreateAlias':
        return this.#createAlias(fields)
      case 'DescribeKey':
        return describe(...this.#find(fields.KeyId))
      case 'Encrypt':
        return this.#wrap(fields)
      case 'Decrypt':
        return this.#unwrap(fields)
      case 'Sign':
        return this.#sign(fields)
      case 'GetPublicKey':
        return this.#publicKey(fields)
      default:
        throw new KmsError('UnsupportedOperationException', `${operation} is not needed and not there`)
    }
  }

  #createKey({ KeySpec: spec = 'SYMMETRIC_DEFAULT' }: Fields): Fields {
    if (spec !== 'SYMMETRIC_DEFAULT' && spec !== 'ECC_NIST_EDWARDS25519') {
      throw new KmsError('ValidationException', 'this kind of key is not needed and not there')
    }
    const id = toHex(this.#dice(16)).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
    const material = spec === 'SYMMETRIC_DEFAULT' ? null : toBase64Url(this.#dice(32))
    const key: StoredKey = { spec, material }
    this.#save({ ...this.#file, keys: { ...this.#file.keys, [id]: key } })
    return describe(id, key)
  }

  #createAlias({ AliasName: alias, TargetKeyId: target }: Fields): Fields {
    const [id] = this.#find(target)
    const name = text(alias)
    if (this.#file.aliases[name] !== undefined) throw new KmsError('AlreadyExistsException', 'this alias exists')
    this.#save({ ...this.#file, aliases: { ...this.#file.aliases, [name]: id } })
    return {}
  }

  /** Forget the keys of all contexts of which this is true: what they wrapped is lost, wherever copies of it are. */
  forget(isOver: (context: Readonly<Record<string, string>>) => boolean): void {
    this.#save({ ...this.#file, contexts: this.#file.contexts.filter((one) => !isOver(one.context)) })
  }

  #wrap({ KeyId, Plaintext, EncryptionContext }: Fields): Fields {
    const [id] = this.#find(KeyId, 'SYMMETRIC_DEFAULT')
    const clear = octets(Plaintext)
    if (clear.length === 0 || clear.length > 4096) throw new KmsError('ValidationException', '1 to 4096 octets')
    const context = contextIn(EncryptionContext)
    const material = this.#contextKey(id, context) ?? this.#newContextKey(id, context)
    const nonce = this.#dice(12)
    const cipher = createCipheriv('aes-256-gcm', material, nonce)
    cipher.setAAD(Buffer.from(`${id}\n${canonical(context)}`))
    const blob = concat(rawId(id), nonce, cipher.update(clear), cipher.final(), cipher.getAuthTag())
    return { KeyId: id, CiphertextBlob: base64(blob), EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' }
  }

  #unwrap({ KeyId, CiphertextBlob, EncryptionContext }: Fields): Fields {
    const blob = octets(CiphertextBlob)
    const [id] = this.#find(KeyId, 'SYMMETRIC_DEFAULT')
    const context = contextIn(EncryptionContext)
    const material = this.#contextKey(id, context)
    if (blob.length < 16 + 12 + 16) throw new KmsError('InvalidCiphertextException', 'too short')
    if (toHex(blob.subarray(0, 16)) !== id.replaceAll('-', '')) {
      throw new KmsError('IncorrectKeyException', 'this was wrapped by another key')
    }
    try {
      const decipher = createDecipheriv('aes-256-gcm', material ?? Buffer.alloc(32), blob.subarray(16, 28))
      decipher.setAAD(Buffer.from(`${id}\n${canonical(context)}`))
      decipher.setAuthTag(blob.subarray(-16))
      const clear = concat(decipher.update(blob.subarray(28, -16)), decipher.final())
      return { KeyId: id, Plaintext: base64(clear), EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' }
    } catch {
      throw new KmsError('InvalidCiphertextException', 'wrong context, forgotten, or damaged')
    }
  }

  #sign({ KeyId, Message, MessageType, SigningAlgorithm }: Fields): Fields {
    const [id, key] = this.#find(KeyId, 'ECC_NIST_EDWARDS25519')
    if (MessageType !== 'RAW' || SigningAlgorithm !== 'ED25519_SHA_512') {
      throw new KmsError('ValidationException', 'raw messages by Ed25519 only')
    }
    const message = octets(Message)
    if (message.length > 4096) throw new KmsError('ValidationException', 'at most 4096 octets')
    return { KeyId: id, Signature: base64(sign(null, message, privateKey(key))), SigningAlgorithm }
  }

  #publicKey({ KeyId }: Fields): Fields {
    const [id, key] = this.#find(KeyId, 'ECC_NIST_EDWARDS25519')
    const spki = createPublicKey(privateKey(key)).export({ type: 'spki', format: 'der' })
    return { KeyId: id, KeySpec: key.spec, KeyUsage: 'SIGN_VERIFY', PublicKey: base64(spki) }
  }

  #find(reference: unknown, spec?: StoredKey['spec']): readonly [string, StoredKey] {
    const name = text(reference)
    const id = this.#file.aliases[name] ?? name
    const key = this.#file.keys[id]
    if (key === undefined) throw new KmsError('NotFoundException', 'there is no such key')
    if (spec !== undefined && key.spec !== spec) throw new KmsError('InvalidKeyUsageException', 'not for this use')
    return [id, key]
  }

  #contextKey(id: string, context: Context): Buffer | null {
    const name = canonical(context)
    const found = this.#file.contexts.find((one) => one.key === id && canonical(one.context) === name)
    return found === undefined ? null : Buffer.from(found.material, 'base64url')
  }

  #newContextKey(id: string, context: Context): Buffer {
    const material = this.#dice(32)
    const added = { key: id, context, material: toBase64Url(material) }
    this.#save({ ...this.#file, contexts: [...this.#file.contexts, added] })
    return Buffer.from(material)
  }

  #save(file: KeyFile): void {
    writeKeyFile(this.#path, file, this.#dice)
    this.#file = file
  }
}

function describe(id: string, { spec }: StoredKey): Fields {
  const usage = spec === 'SYMMETRIC_DEFAULT' ? 'ENCRYPT_DECRYPT' : 'SIGN_VERIFY'
  return { KeyMetadata: { KeyId: id, KeySpec: spec, KeyUsage: usage, KeyState: 'Enabled', Enabled: true } }
}

function privateKey({ material }: StoredKey): KeyObject {
  // PKCS #8 of an Ed25519 seed (RFC 8410): sixteen octets of wrapping, then the seed.
  const head = Buffer.from('302e020100300506032b657004220420', 'hex')
  return createPrivateKey({
    key: concat(head, Buffer.from(material ?? '', 'base64url')) as Buffer,
    format: 'der',
    type: 'pkcs8',
  })
}

function contextIn(context: unknown): Context {
  const pairs = Object.entries((context ?? {}) as Readonly<Record<string, unknown>>)
  return Object.fromEntries(pairs.map(([name, value]) => [name, text(value)]))
}

function rawId(id: string): Uint8Array {
  return fromHex(id.replaceAll('-', '')) ?? new Uint8Array(16)
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw new KmsError('ValidationException', 'expected text')
  return value
}

function octets(value: unknown): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text(value), 'base64'))
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
