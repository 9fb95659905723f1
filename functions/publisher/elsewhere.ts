import { createHash } from 'node:crypto'
import { armored } from '../../domain/armor.ts'
import { type Bytes, concat, fromUtf8, toHex } from '../../domain/bytes.ts'
import { parseJson } from '../../domain/fields.ts'
import { packetAt } from '../../domain/framing.ts'
import type { ChannelId } from '../../domain/record.ts'
import { keysOf, type Roster } from '../../domain/roster.ts'
import {
  elsewherePath,
  elsewhereTemplates,
  elsewhereTextMax,
  type Filling,
  fillTemplate,
  readElsewhereTemplates,
} from '../../domain/template.ts'
import { write } from './file.ts'
import type { PublisherParts } from './publisher.ts'

/**
 * What people need who seal without us: the keys of each subject desk in one file, and in every language the page with
 * their fingerprints and a form. Both follow the roster in force.
 */
export async function publishElsewhere({ inForce, published, site }: PublisherParts): Promise<void> {
  const newest = await inForce.newest()
  if (newest === null) return
  const { roster } = newest.file
  for (const { id } of roster.channels) await write(published, keysPath(id), keysFile(roster, id))
  const templates = fromUtf8((await site.get(elsewhereTemplates)) ?? new Uint8Array()) ?? ''
  // A portal whose site was not built yet has keys to fetch, and no page.
  if (templates === '') return
  const pages = readElsewhereTemplates(parseJson(templates, elsewhereTextMax), 'templates')
  for (const [language, { form }] of Object.entries(pages)) {
    await write(published, `${elsewherePath(language)}index.html`, fillTemplate(form, fillingOf(roster, language)))
  }
}

function keysPath(channel: ChannelId): string {
  return `/keys/${channel}.asc`
}

function keysFile(roster: Roster, channel: ChannelId): string {
  return armored('PUBLIC KEY BLOCK', concat(...keysOf(roster, channel).map((one) => one.certificate)))
}

function fillingOf(roster: Roster, language: string): Filling {
  return {
    roster: String(roster.version),
    organisation: roster.organisation,
    desks: roster.channels.map(({ id, names }) => ({
      id,
      name: names[language] ?? names.en ?? id,
      keysPath: keysPath(id),
      keys: keysOf(roster, id).map(({ name, certificate }) => {
        const fingerprint = fingerprintOf(certificate)
        return { holder: name, fingerprint, legible: fingerprint.match(/.{4}/g)?.join(' ') ?? '' }
      }),
    })),
  }
}

/** Of the first key in a certificate of version 4 (RFC 9580, section 5.5.4.2), as programs print it. */
function fingerprintOf(certificate: Bytes): string {
  const key = packetAt(certificate, 0)?.packet.content ?? new Uint8Array()
  const head = Uint8Array.of(0x99, key.length >> 8, key.length & 0xff)
  return toHex(new Uint8Array(createHash('sha1').update(concat(head, key)).digest())).toUpperCase()
}
