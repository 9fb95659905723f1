import { generateMnemonic } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import { newMember, newSteward, type UnlockedMember } from '../../crypto/member.ts'
import type { Bytes } from '../../domain/bytes.ts'

/** The instance that all people of the tests belong to. */
export const instance = '5afe4a9d00112233445566778899aabb'

/** Everybody's keys were made on this day, long before anything happens. */
export const keysMade = Date.UTC(2026, 0, 5, 8, 0)

/** A quarter past nine on a Friday: when things happen unless a test says otherwise. */
export const friday = Date.UTC(2026, 10, 20, 9, 15)

export interface Person {
  readonly handle: string
  /** Their id on the roster. Stewards and outsiders have one too, and no use for it. */
  readonly id: string
  readonly key: UnlockedMember
  readonly certificate: Bytes
}

export interface People {
  readonly ida: Person
  readonly noor: Person
  readonly tomas: Person
  readonly ada: Person
  readonly grace: Person
  readonly lise: Person
  readonly harbourWatch: Person
  readonly vera: Person
  /** Has a key like a reviewer's and stands on no roster. */
  readonly mallory: Person
}

/** Everybody, with keys made once for each test process. */
export async function everybody(): Promise<People> {
  made ??= makeEverybody()
  return await made
}

/** A source is nothing but twelve words. */
export function newSource(): string {
  return generateMnemonic(wordlist)
}

/** Somebody more, with a key made now. */
export async function newPerson(handle: string, role: 'steward' | 'reviewer', of: string): Promise<Person> {
  const make = role === 'steward' ? newSteward : newMember
  return person(handle, '5000000000000000', await make(handle, of, keysMade))
}

let made: Promise<People> | undefined

async function makeEverybody(): Promise<People> {
  const steward = async (handle: string, id: string) => person(handle, id, await newSteward(handle, instance, keysMade))
  const member = async (handle: string, id: string) => person(handle, id, await newMember(handle, instance, keysMade))
  return {
    ida: await steward('ida', '0000000000000001'),
    noor: await steward('noor', '0000000000000002'),
    tomas: await steward('tomas', '0000000000000003'),
    ada: await member('ada', 'ada0000000000001'),
    grace: await member('grace', '9face00000000002'),
    lise: await member('lise', '115e000000000003'),
    harbourWatch: await member('harbour-watch', '4a4b000000000004'),
    vera: await member('vera', '7e4a000000000005'),
    mallory: await member('mallory', 'bad0000000000006'),
  }
}

function person(handle: string, id: string, key: UnlockedMember): Person {
  return { handle, id, key, certificate: key.certificate }
}
