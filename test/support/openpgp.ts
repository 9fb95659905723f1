/**
 * OpenPGP.js as a second program to check ours against: what tests need of it beyond what the product uses.
 * It passes through the one door first, so that it is configured as everywhere.
 */
import '../../crypto/openpgp.ts'
import { decryptKey, type PrivateKey, readPrivateKey } from 'openpgp'

/** The private key of a person as OpenPGP.js has it. Our own code never hands it out, so it goes by way of its file. */
export async function privateKeyOf(person: {
  readonly key: { lock(passphrase: string): Promise<string> }
}): Promise<PrivateKey> {
  const locked = await readPrivateKey({ armoredKey: await person.key.lock('p') })
  return await decryptKey({ privateKey: locked, passphrase: 'p' })
}

export {
  CompressedDataPacket,
  createMessage,
  decrypt,
  decryptKey,
  decryptSessionKeys,
  encrypt,
  encryptSessionKey,
  enums,
  generateKey,
  Message,
  PacketList,
  readKey,
  readMessage,
  readPrivateKey,
  revokeKey,
  sign,
} from 'openpgp'
