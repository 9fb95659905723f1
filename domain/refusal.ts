/**
 * Every expected "no", by code. The list is closed: a code that is not here does not exist, and a code without a
 * status and a sentence does not compile. Statuses stay within 400, 401, 409, 413, 422 and 429, because 403, 404
 * and 5xx belong to the edge in front of us.
 */
export const refusals = {
  malformed: { status: 400, says: 'This could not be understood. Reload the page and send it again.' },
  'too-large': { status: 413, says: 'This is larger than the portal takes. Shorten it and send it again.' },
  'wrong-size': { status: 422, says: 'This does not have one of the fixed sizes. Reload the page and send it again.' },
  'not-sealed': { status: 422, says: 'This was not sealed as agreed, so it was not taken. Nothing was stored.' },
  'wrong-grants': { status: 422, says: 'This was not sealed as agreed, so it was not taken. Nothing was stored.' },
  'unknown-channel': { status: 422, says: 'This subject desk does not exist any more. Choose another one.' },
  'uploads-off': { status: 422, says: 'Files cannot be taken at present. Send the text without them.' },
  'upload-unknown': {
    status: 422,
    says: 'The portal does not have this file any more. Choose the file again; your text is kept.',
  },
  'upload-known': { status: 409, says: 'This file was announced with another size. Choose the file again.' },
  'upload-full': {
    status: 409,
    says: 'The portal has as many pieces of this file as it was told. Choose the file again.',
  },
  'upload-incomplete': { status: 409, says: 'A file has not arrived whole yet. Send what is missing, then the text.' },
  'chunk-damaged': { status: 422, says: 'A piece of a file was damaged on its way. Send it again.' },
  'chunk-gone': { status: 422, says: 'This piece of a file has expired or was erased.' },
  'uploads-busy': {
    status: 429,
    says: 'The portal takes no more files today. Send the text without them now, or the files tomorrow.',
  },
  'no-work': { status: 422, says: 'The proof of work is missing or too small. Send it again; your text is kept.' },
  'roster-changed': { status: 409, says: 'The list of reviewers has changed. It is being sealed again for them.' },
  'roster-expired': {
    status: 409,
    says: 'The list of reviewers has expired, so no tips are taken for now. Try again in a day.',
  },
  'body-known': { status: 409, says: 'A copy of this was changed on its way. Send it again; it is sealed anew.' },
  'journal-moved': { status: 409, says: 'Somebody else wrote first. Your entry is placed after theirs.' },
  'not-signed-in': { status: 401, says: 'Your session has ended. Unlock your key again.' },
  'login-refused': { status: 401, says: 'This key could not be let in. Check that it is the key on the roster.' },
  'not-allowed': { status: 422, says: 'Your role on the roster does not allow this.' },
  'enough-today': {
    status: 429,
    says: 'You have sent as many replies today as one member may. Stay signed in past midnight UTC, or write again tomorrow.',
  },
  'try-again': {
    status: 429,
    says: 'The portal is busy or out of reach. Wait a little and try again; nothing is stored twice.',
  },
  // From here on: found by clients, and by the desk when it is asked to publish a roster.
  'wrong-passphrase': { status: 422, says: 'These are not twelve words of a passphrase. Look for a mistyped word.' },
  'wrong-key-passphrase': { status: 422, says: 'This passphrase does not unlock the key.' },
  'bad-signature': { status: 422, says: 'A signature does not fit what it signs. Do not trust this.' },
  'fat-certificate': { status: 422, says: 'A certificate on the roster carries more than it may.' },
  'unsuitable-key': { status: 422, says: 'This key is of a kind that cannot be used here.' },
  'roster-untrusted': {
    status: 422,
    says: 'The list of reviewers is not signed by enough stewards. Do not send anything.',
  },
  'roster-rolled-back': { status: 422, says: 'An old list of reviewers was served. Do not send anything.' },
  'roster-foreign': { status: 422, says: 'The list of reviewers belongs to another portal. Do not send anything.' },
  'roster-unsound': { status: 422, says: 'The list of reviewers breaks its own rules. Do not send anything.' },
  'bad-receipt': {
    status: 422,
    says: 'The portal answered without a valid receipt. Keep your text and try again later.',
  },
  'cannot-open': { status: 422, says: 'None of your keys opens this.' },
  'bad-tip': { status: 422, says: 'This opened, but what is inside is not a sound tip.' },
  'bad-reply': { status: 422, says: 'A reply opened, but is not what a reviewer of this portal would send.' },
  'bad-entry': { status: 422, says: 'A journal entry is not sound. The case is shown without it.' },
  'too-many-files': { status: 422, says: 'One message takes at most 64 files. Send the rest with a second message.' },
  'file-too-large': { status: 422, says: 'A file is larger than 2 GiB. Split it, or leave it out.' },
  'file-changed': {
    status: 422,
    says: 'A file changed, went away or cannot be read, or it is a folder. Choose the file again.',
  },
  'file-damaged': { status: 422, says: 'A file did not arrive as the source sent it. Nothing of it is shown.' },
  stopped: { status: 422, says: 'You stopped this. What was sent so far is erased within two days.' },
  excluded: { status: 422, says: 'The source asked that this person not see the tip.' },
  'illegal-transition': { status: 422, says: 'A case cannot move from its present state to this one.' },
  'no-web-crypto': {
    status: 422,
    says: 'This browser lacks what is needed to seal a tip. Use Tor Browser or another current browser.',
  },
  usage: { status: 400, says: 'The command was not understood.' },
} as const satisfies Record<string, { status: 400 | 401 | 409 | 413 | 422 | 429; says: string }>

export type RefusalCode = keyof typeof refusals

/** An expected "no". It may be shown to people; everything else thrown is a bug and is shown to nobody. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: RefusalCode

  /** @param detail names the wrong field or rule, in words of ours: never the content of what was refused. */
  constructor(code: RefusalCode, detail?: string) {
    super(detail === undefined ? refusals[code].says : detail)
    this.code = code
  }
}

/** The answer of a refusal, as it goes over the wire. `more` is what the code promises to bring along. */
export function answerOf(refusal: Refusal, more: Readonly<Record<string, unknown>> = {}): RefusalAnswer {
  return { error: { code: refusal.code, message: refusal.message, ...more } }
}

export interface RefusalAnswer {
  readonly error: { readonly code: RefusalCode; readonly message: string; readonly [more: string]: unknown }
}

/** Whether a text is one of our codes; what a stranger sends as a code is a text first. */
export function isRefusalCode(text: unknown): text is RefusalCode {
  return typeof text === 'string' && Object.hasOwn(refusals, text)
}
