/**
 * The few lengths that things have on the wire. A length must tell no more than its class.
 * All numbers are octets.
 */

/** Exact lengths of the body of an envelope: the encrypted-data packet, header included. */
export const bodyClasses = [16_384, 65_536, 262_144] as const
export type BodyClass = (typeof bodyClasses)[number]

/** Exact lengths of the body of a journal entry. */
export const entryClasses = [2_048, 8_192, 65_536] as const
export type EntryClass = (typeof entryClasses)[number]

/** One grant: a version 3 session-key packet for a Curve25519 key (RFC 9580, section 5.1.6). */
export const grantBytes = 96

/** One slot of a reply: a grant and a body. */
export const slotBytes = 2_048

/** Room in a submission request for everything but the envelope: names of fields, 64 uploads, the proof of work. */
const submissionRoom = 8_192

/** Exact length of a submission request whose body has this class, for any number of grants that a policy may choose. */
export function submissionRequestBytes(bodyClass: BodyClass): number {
  return Math.ceil((bodyClass * 4) / 3 / 4096) * 4096 + submissionRoom
}

/** Exact lengths of every other JSON request and answer. */
export const jsonClasses = [2_048, 8_192, 32_768, 131_072, 524_288, 2_097_152, 5_242_880] as const

/** The class that a JSON text of so many octets is filled up to with trailing spaces, or `null` when none is large enough. */
export function jsonClassOf(length: number): number | null {
  return jsonClasses.find((one) => length <= one) ?? null
}

/** The smallest class of a list that holds so many octets. */
export function classOf<T extends number>(classes: readonly T[], length: number): T | null {
  return classes.find((one) => length <= one) ?? null
}
