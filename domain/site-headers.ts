/**
 * The same headers on every response that we make, whatever it is: a page, a script, an answer, an error. One constant
 * policy can be pinned from outside and forgotten nowhere.
 */

/** What a page of ours may load and do. Everything comes from its own origin; nothing is inline; nothing is framed. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  // The one policy can only name the site's own worker files: Chromium asks for it before `new Worker`.
  'trusted-types safehand-worker',
].join('; ')

/** The same for the one page with a form, which may send it to its own origin. */
export const policyWithForm = contentSecurityPolicy.replace("form-action 'none'", "form-action 'self'")

/**
 * Abilities of a browser that no page of ours needs, and that would hurt most if one had them. Not every ability there
 * is: these headers stand on every response, and a slow circuit carries them every time.
 */
const switchedOff = ['camera', 'display-capture', 'geolocation', 'microphone', 'usb']

export const siteHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': switchedOff.map((one) => `${one}=()`).join(', '),
  'referrer-policy': 'no-referrer',
  // Two years. Browsers ignore it where it has no meaning: over plain HTTP to an onion address or this machine.
  'strict-transport-security': 'max-age=63072000',
  'x-content-type-options': 'nosniff',
}

/** How long a browser may keep what it got. */
export const keepFor = {
  /** Answers are for one person, once. */
  nothing: 'no-store',
  /** Pages name their scripts by hash, so the page itself is asked for each time. */
  page: 'no-cache',
  /** Published files that change. */
  minute: 'public, max-age=60',
  /** Named by hash or number, and never changed. */
  ever: 'public, max-age=31536000, immutable',
} as const
