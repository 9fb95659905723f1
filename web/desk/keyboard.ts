import { useEffect } from 'preact/hooks'

/** What single keys do on a screen. */
export type Keys = Readonly<Record<string, () => void>>

/**
 * Listen for single keys while a screen stands. Keys with a modifier, and keys typed into a field or a dialog, are
 * left alone: nobody's sentence becomes a command.
 */
export function useKeys(keys: Keys, on: boolean): void {
  useEffect(() => {
    if (!on) return
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || typing(event.target)) return
      const act = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined
      if (act === undefined) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [keys, on])
}

function typing(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, dialog') !== null
}
