import { config, enums } from 'openpgp'

/**
 * The one door to OpenPGP.js. Nothing else imports the library, so nothing meets it before it is hardened.
 * Every setting that is not the library's own says why.
 */
export {
  createMessage,
  decryptKey,
  encrypt,
  encryptKey,
  enums,
  generateKey,
  type Key,
  LiteralDataPacket,
  Message,
  PacketList,
  PaddingPacket,
  PrivateKey,
  PublicKey,
  readKey,
  readMessage,
  readPrivateKey,
  readSignature,
  reformatKey,
  SecretKeyPacket,
  SecretSubkeyPacket,
  type SignaturePacket,
  type Subkey,
  sign,
  UserIDPacket,
  verify,
} from 'openpgp'
export { config }

declare module 'openpgp' {
  /** The library has it, its types do not. Readers drop it, so it fills what is encrypted up to an exact length. */
  class PaddingPacket extends MarkerPacket {
    padding: Uint8Array | null
  }
}

Object.assign(config, {
  // Keys that announce the newer format get it from other programs in OCB, which is a hundred times slower here.
  aeadProtect: false,
  // Chunks of 256 KiB; the size that other programs of the field read and that is fastest in browsers.
  aeadChunkSizeByte: 12,
  preferredAEADAlgorithm: enums.aead.gcm,
  // Compression before encryption lets a length tell something about the text.
  preferredCompressionAlgorithm: enums.compression.uncompressed,
  minRSABits: 3072,
  // Our own messages are never compressed; 4 MiB bounds what a stranger's could unfold to.
  maxDecompressedMessageSize: 4 << 20,
  maxArgon2MemoryExponent: 21,
  maxUserIDLength: 1024,
  // Nothing is handed out before its integrity was checked.
  allowUnauthenticatedMessages: false,
  allowUnauthenticatedStream: false,
  // One key, one use; a key says itself what it is for.
  allowInsecureDecryptionWithSigningKeys: false,
  allowInsecureVerificationWithReformattedKeys: false,
  allowMissingKeyFlags: false,
  // Formats that nobody of ours writes are not read either.
  enableParsingV5Entities: false,
  parseAEADEncryptedV4KeysAsLegacy: false,
  ignoreMalformedPackets: false,
  enforceGrammar: true,
  additionalAllowedPackets: [],
  knownNotations: [],
  // A salt in a notation names the program that signed, makes a source's certificate differ from visit to visit,
  // and takes a twentieth of a slot.
  nonDeterministicSignaturesViaNotation: false,
  showVersion: false,
  showComment: false,
  // Argon2 needs WebAssembly, which the people we serve have switched off. So: the iterated kind, at its highest count.
  s2kType: enums.s2k.iterated,
  s2kIterationCountByte: 255,
})
config.rejectHashAlgorithms.add(enums.hash.sha1)
config.rejectPublicKeyAlgorithms.add(enums.publicKey.dsa)
Object.freeze(config)
