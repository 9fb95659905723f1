/**
 * What a signature may be for. Every signed statement has a field `context` with one of these, and every OpenPGP
 * signature carries the same word as a notation in its hashed area, so none is valid for another purpose.
 */
export const contexts = ['roster', 'tip', 'report', 'reply', 'entry', 'login'] as const
export type Context = (typeof contexts)[number]

/** Name of the notation (RFC 9580, section 5.2.3.24) that carries the context. */
export const contextNotation = 'context@safehand.invalid'
