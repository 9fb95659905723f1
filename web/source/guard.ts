/** Asks before the page goes away while something would be lost. The only thing it can do: browsers choose the words. */
export class UnloadGuard {
  readonly #view: Window
  #armed = false

  constructor(view: Window) {
    this.#view = view
  }

  arm(on: boolean): void {
    if (on === this.#armed) return
    this.#armed = on
    if (on) this.#view.addEventListener('beforeunload', ask)
    else this.#view.removeEventListener('beforeunload', ask)
  }
}

function ask(event: BeforeUnloadEvent): void {
  event.preventDefault()
}
