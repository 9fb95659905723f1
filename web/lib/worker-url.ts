/** The address of this page's one worker. The build puts the constant in, so no text from anywhere can change it. */
declare const SAFEHAND_WORKER: string

interface WorkerPolicy {
  createScriptURL(address: string): string
}

interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL: (address: string) => string }): WorkerPolicy
}

let policy: WorkerPolicy | null = null

/**
 * Start this page's worker. Where the browser enforces Trusted Types, its address passes through the one policy that
 * the content policy names, and that policy lets nothing through but this constant.
 */
export function startWorker(): Worker {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory }
  // A page may make a policy of a name only once, and the desk starts a new worker after each locking.
  policy ??= trustedTypes?.createPolicy('safehand-worker', { createScriptURL: onlyOurWorker }) ?? null
  return new Worker(policy === null ? SAFEHAND_WORKER : policy.createScriptURL(SAFEHAND_WORKER), { type: 'module' })
}

function onlyOurWorker(address: string): string {
  if (address !== SAFEHAND_WORKER) throw new TypeError('this policy lets only the worker of this page through')
  return address
}
