import type { CaseState } from '../../../domain/clear/case.ts'
import type { FileVersion } from '../../../domain/clear/manifest.ts'
import type { Day } from '../../../domain/day.ts'
import type { Deadline, Delivery, HistoryLine, ShownAlarm, Warning } from '../protocol.ts'

const plural = new Intl.PluralRules('en')
const count = (n: number, one: string, other: string): string => `${n} ${plural.select(n) === 'one' ? one : other}`

const dayForm = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
const dayInWords = (day: Day): string => dayForm.format(new Date(`${day}T00:00:00Z`))

const states: Readonly<Record<CaseState, string>> = {
  received: 'Received',
  acknowledged: 'Acknowledged',
  assessing: 'Assessing',
  'in-progress': 'In progress',
  referred: 'Referred',
  closed: 'Closed',
}

const acts: Readonly<Record<HistoryLine['act'], (about: string) => string>> = {
  open: (handles) => `Opened the case to ${handles}`,
  attach: (id) => `Joined the tip ${id}`,
  foreign: (id) => `Joined the text ${id}, which was sealed elsewhere`,
  state: (state) => `Set the state to ${states[state as CaseState]}`,
  reply: (parts) => `Replied, in ${count(Number(parts), 'slot', 'slots')}`,
  seen: (id) => `Opened the submission ${id}`,
}

/** Every sentence of the desk, in one place. A second language is a second file of this type. */
export const en = {
  brand: 'Safehand',
  title: 'Desk',
  skip: 'Skip to content',
  day: dayInWords,
  states,

  /** What each state means for the person who chooses it. */
  stateHints: {
    received: 'Nobody has taken it up yet.',
    acknowledged: 'The source has been told that it arrived.',
    assessing: 'Somebody is finding out whether there is something to it.',
    'in-progress': 'It is being followed up.',
    referred: 'It was handed to somebody outside who can act.',
    closed: 'The work is done. New facts may reopen it.',
  } satisfies Record<CaseState, string>,

  unlock: {
    eyebrow: 'For reviewers',
    heading: 'Unlock your desk',
    lead: 'Your key is unlocked inside this browser. Neither the key nor its passphrase leaves it.',
    file: 'Key file',
    fileHint: 'The locked key you saved when you joined. Its name ends in .asc.',
    choose: 'Choose key file',
    another: 'Choose another file',
    passphrase: 'Passphrase of the key',
    passphraseHint: 'The one that was made for you together with the key.',
    show: 'Show what I type',
    before: [
      'Use a device that only you use, and look at the address of this page before you go on.',
      'The desk shows what was sealed to you. The portal that keeps it cannot read it.',
      'Lock the desk whenever you step away. Locking forgets the key and all that it opened.',
    ],
    submit: 'Unlock',
    busy: 'Unlocking. This takes a few seconds.',
    noFile: 'Choose your key file first.',
    noPassphrase: 'Type the passphrase of the key.',
    tooLarge: 'This file is too large to be a key. Choose the .asc file you saved when you joined.',
    notAKey: 'This is not a locked key file. Choose the .asc file you saved when you joined.',
    fingerprint: 'Fingerprint',
    belongsTo: (handle: string) => `This is the key of ${handle}.`,
    unknownKey: 'This key is not on the roster of this portal, so it will not be let in.',
    locked: 'The desk is locked. The key and everything it opened are gone from this page.',
    left: 'You are signed out. The key and everything it opened are gone from this page.',
    ended: 'Your session has ended. Unlock your key to go on.',
    unsupported: 'This browser lacks what is needed to open tips. Use a current Firefox, Chromium or Tor Browser.',
  },

  bar: {
    signedInAs: 'Signed in as',
    checking: 'Looking…',
    checked: 'Up to date',
    checkedHint: 'The desk looks for new tips every five seconds, whether or not anything happens.',
    trouble: 'Not up to date',
    lock: 'Lock now',
    leave: 'Sign out',
    help: 'Keys',
    unlockAgain: 'Unlock again',
  },

  queue: {
    heading: 'Cases',
    summary: (open: number, waiting: number) =>
      open === 0 ? 'Nothing is open.' : `${count(open, 'open case', 'open cases')}, ${waiting} with an unanswered tip.`,
    caption: 'Cases, by the day on which something is due',
    source: 'Source',
    channel: 'Channel',
    state: 'State',
    arrived: 'Arrived',
    due: 'Due',
    tips: 'Tips',
    fresh: (n: number) => (n === 1 ? 'New' : `${n} new`),
    freshHint: (n: number) => count(n, 'tip that nobody has answered', 'tips that nobody has answered'),
    unsent: 'Reply not sent yet',
    alarm: 'Look closely',
    opening: 'Opening what waits for you…',
    news: 'A new tip has arrived.',
    empty: 'No tip has come to your channels yet.',
    emptyHint: 'When one does, it appears here by itself. You can leave this page open.',
    filtered: 'No case matches.',
    filterChannel: 'Channel',
    filterState: 'State',
    all: 'All',
    allOpen: 'All open',
    roster: (organisation: string, version: number) => `${organisation}, roster version ${version}.`,
    privacy:
      'What you open, answer or decide is sealed in this browser. The portal keeps it without being able to read it.',
  },

  deadline: {
    none: 'Nothing due',
    duty: { acknowledge: 'Acknowledge', feedback: 'Feedback' } satisfies Record<Deadline['duty'], string>,
    left: (days: number) =>
      days < 0
        ? `${count(-days, 'day', 'days')} late`
        : days === 0
          ? 'today'
          : days === 1
            ? 'tomorrow'
            : `in ${days} days`,
  },

  case: {
    back: 'All cases',
    previous: 'Previous case',
    next: 'Next case',
    around: 'Other cases',
    place: (at: number, of: number) => `${at} of ${of}`,
    facts: 'About this case',
    fingerprint: 'Key of the source',
    fingerprintHint: 'The same key signed every tip of this case: it is the same source each time.',
    members: 'Who can read it',
    excluded: 'Kept out by the source',
    excludedHint: 'The source asked that these people not see it. The desk will not let them in.',
    thread: 'Conversation',
    tip: (n: number) => (n === 1 ? 'Tip' : `Follow-up ${n - 1}`),
    tipFrom: (alias: string) => `from ${alias}`,
    cosigned: 'Signed by a partner too',
    unsigned: 'Unsigned, sealed elsewhere',
    unanswerable:
      'This text was sealed with another program and sent without scripts. Nobody signed it, so anybody may have written it, and nobody can be answered.',
    notForYou: 'This one was not sealed to you, so you cannot read it. Another member of the case can.',
    unanswered: 'New',
    replyFrom: (handle: string, n: number) => `Reply no. ${n} from ${handle}`,
    yourReply: (n: number) => `Your reply no. ${n}`,
    showAll: (length: number) => `Show all ${length.toLocaleString('en')} characters`,
    files: (n: number) => `It came with ${count(n, 'file', 'files')}`,
    file: (octets: number, version: FileVersion) =>
      `${octets.toLocaleString('en')} bytes, ${version === 'original' ? 'as the source had it' : 'cleaned by the source'}`,
    fetchFiles:
      'Files are not opened in the browser. On a machine that you keep apart: safehand desk save, or safehand desk export.',
    seenBy: (handles: readonly string[]) => `Opened by ${handles.join(', ')}`,
    notJoined: 'You can read this, but the key of the case has not reached you. Another member can let you in.',
    stateChanged: (by: string, to: CaseState) => `${by} set the case to ${states[to]}`,
    delivery: {
      unsent: 'Not sent yet',
      waiting: 'On its way: not published yet',
      published: 'Published: the source can read it',
    } satisfies Record<Delivery, string>,
    evidenceOnly: 'The text below was written by a stranger. It is shown as plain text, and nothing in it is a link.',
  },

  reply: {
    heading: 'Reply to the source',
    label: 'Your reply',
    hint: 'Ask one thing at a time. Name nobody and nothing that the source did not name: whoever finds their twelve words can read this too.',
    showState: 'Show the state of the case to the source',
    preview: 'What the source will see',
    parts: (n: number) =>
      n === 0 ? 'Nothing to send yet.' : `Goes out in ${count(n, 'sealed slot', 'sealed slots')} of the same size.`,
    goesOut: {
      soon: 'It is published with the next drop, within a few seconds.',
      hours: (hours: readonly number[]) =>
        `It is published at the next fixed time (${hours.map((hour) => `${String(hour).padStart(2, '0')}:00`).join(', ')} UTC).`,
    },
    tooLong: (over: number) => `${count(over, 'character', 'characters')} too long. Shorten it or send two replies.`,
    check: 'Preview',
    send: 'Send reply',
    edit: 'Go on writing',
    sending: 'Sealing and sending…',
    sent: 'Your reply was taken. It shows here as published once the source can read it.',
    kept: 'Nothing was lost: your text is still here.',
    empty: 'Write something first.',
  },

  state: {
    heading: 'State',
    now: 'Now',
    move: (to: CaseState) => `Set to “${states[to]}”`,
    reason: 'Reason, for the journal',
    reasonHint: 'Read by the other members of the case, never by the source.',
    confirm: (to: CaseState) => `Set to ${states[to]}`,
    cancel: 'Cancel',
    changed: (to: CaseState) => `The case is now: ${states[to]}.`,
    busy: 'Writing it into the journal…',
  },

  history: {
    heading: 'Journal',
    lead: 'Everything done in this case, in order. Each line is signed by its author and names the line before, so none can be changed or dropped.',
    caption: 'Entries of the journal',
    position: 'No.',
    day: 'Day',
    by: 'By',
    what: 'What',
    did: ({ act, about }: HistoryLine): string => acts[act](about),
    notBelieved: 'Not counted: it breaks a rule',
  },

  alarms: {
    heading: 'Look closely',
    codes: {
      'copied-nonce': 'A tip of this case is a copy of an earlier one. It does not count as a second report.',
      'copied-sequence': 'Two tips of this case carry the same number. One of them may be a copy.',
      'changed-source-key':
        'A tip was joined here that another key signed. It is not from the same source and was left out.',
      'illegal-transition': 'Somebody moved the case to a state that cannot follow. The move was not counted.',
      'not-a-member': 'Somebody who is not a member of this case wrote into its journal. It was not counted.',
      conflict:
        'Two reviewers opened the same tip and found different texts. Do not rely on either; compare them by voice.',
      'unsound-tip': 'A tip of this channel opened, but what is inside is not sound. It was left out.',
      'unsound-entry': 'A line of a journal is not sound. It was left out.',
      unseen: 'A tip in this channel has been opened by nobody for days. It may be spam, or somebody tampered with it.',
    } satisfies Record<ShownAlarm['code'], string>,
    where: (channel: string, { count: n }: Warning) => (n > 1 ? `${channel}, ${n} times` : channel),
    atEntry: (line: number, by: string | null) => `Journal line ${line}${by === null ? '' : `, by ${by}`}`,
  },

  help: {
    heading: 'Keyboard',
    close: 'Close',
    keys: [
      ['j', 'Next case'],
      ['k', 'Previous case'],
      ['Enter', 'Open the chosen case'],
      ['u', 'Back to all cases'],
      ['r', 'Write a reply'],
      ['?', 'This help'],
    ] as const,
    singleKeys: 'Use these keys. Turn them off if you speak to your computer.',
  },

  trouble: {
    bug: 'Something broke in the desk. Lock it and unlock your key again; nothing that was sent is lost.',
    retry: 'Try again',
  },
}

export type Words = typeof en
