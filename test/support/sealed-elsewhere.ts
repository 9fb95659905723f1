import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What somebody without scripts does: read the page, save the keys, copy the commands into a terminal, send the form. */
export class WithoutScripts {
  readonly folder = mkdtempSync(join(tmpdir(), 'elsewhere-'))
  readonly #page: string

  constructor(page: string) {
    this.#page = page
  }

  /** The part of the page about one desk. */
  desk(channel: string): string {
    const [, part = ''] = this.#page.split(`id="${channel}">`)
    return part.slice(0, part.indexOf('</details>'))
  }

  /** The commands as a person copies them. */
  recipe(channel: string): string {
    const [, recipe = ''] = /<pre[^>]*>([\s\S]*?)<\/pre>/.exec(this.desk(channel)) ?? []
    return textOfHtml(recipe)
  }

  /** The fields that the form of a desk carries along. */
  hidden(channel: string): Readonly<Record<string, string>> {
    const found = this.desk(channel).matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"\/>/g)
    return Object.fromEntries([...found].map(([, name = '', value = '']) => [name, textOfHtml(value)]))
  }

  /** Save something in the folder where the commands run. */
  save(name: string, content: string): void {
    writeFileSync(join(this.folder, name), content)
  }

  /** Run the commands. @returns the armored message. Fails with what GnuPG said. */
  seal(channel: string, change: (recipe: string) => string = (recipe) => recipe): string {
    const script = `set -e\n${change(this.recipe(channel))}`
    const { status, stderr } = spawnSync('sh', ['-c', script], { cwd: this.folder, encoding: 'utf8' })
    if (status !== 0) throw new Error(`the recipe ended with ${status}: ${stderr}`)
    return readFileSync(join(this.folder, 'report.asc'), 'utf8')
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/** Text of HTML. */
export function textOfHtml(html: string): string {
  const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' }
  return html.replaceAll(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => entities[name] ?? '')
}

/** The form as a browser sends it. */
export function formOf(
  fields: Readonly<Record<string, string>>,
  file?: string | Uint8Array<ArrayBuffer>,
  name = 'report.asc',
): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries({ message: '', ...fields })) form.set(name, value)
  // A browser sends a file of no octets when none was chosen.
  form.set('file', new Blob(file === undefined ? [] : [file]), file === undefined ? '' : name)
  return form
}
