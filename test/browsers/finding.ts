/**
 * How a person finds things on a page: by the words on them. Expressions, because they run in the page, where a
 * content policy forbids everything that is not an expression of the debugger.
 */

/** An expression for the visible thing to press that says this. */
export function pressable(says: string): string {
  return `(() => {
    const wanted = ${JSON.stringify(says)}.toLowerCase()
    const seen = (one) => one.getClientRects().length > 0
    const words = (one) => (one.getAttribute('aria-label') ?? one.innerText ?? '').trim().toLowerCase()
    const all = [...document.querySelectorAll('button, a[href], summary, label.card, label.tick, [role="button"], tr[tabindex], [role="tab"]')].filter(seen)
    const found = all.find((one) => words(one) === wanted) ?? all.find((one) => words(one).startsWith(wanted)) ?? all.find((one) => words(one).includes(wanted))
    return found ?? null
  })()`
}

/** An expression for the field with this label. */
export function fieldOf(label: string): string {
  return `(() => {
    const wanted = ${JSON.stringify(label)}.toLowerCase()
    const labels = [...document.querySelectorAll('label')]
    const words = (one) => one.innerText.trim().toLowerCase()
    const found = labels.find((one) => words(one) === wanted) ?? labels.find((one) => words(one).includes(wanted))
    return found?.control ?? document.querySelector('[aria-label=' + JSON.stringify(${JSON.stringify(label)}) + ']')
  })()`
}

export const shownText = `document.body.innerText`

/**
 * Ask again and again until something is there. A page that is just being replaced cannot be asked, so it is asked
 * again.
 *
 * @throws an error that says what was looked for
 */
export async function eventually<T>(what: string, ask: () => Promise<T | null | false>, withinMs = 20_000): Promise<T> {
  const until = Date.now() + withinMs
  for (;;) {
    const answer = await ask().catch((trouble: unknown) => ({ trouble }))
    const failed = answer !== null && typeof answer === 'object' && 'trouble' in answer
    if (!failed && answer !== null && answer !== false) return answer
    if (Date.now() > until) throw new Error(`waited in vain for ${what}`, failed ? { cause: answer.trouble } : {})
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
