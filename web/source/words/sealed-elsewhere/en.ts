import type { Sentences } from '../sentences.ts'

/** The sentences of the way without scripts. They are read by the build alone: no script of a page carries them. */
export const en = {
  title: 'Send without scripts',
  lede: 'If your browser runs no scripts, you can seal a report yourself with GnuPG and send it here. It takes a terminal, and some patience.',
  before: 'Before you begin',
  points: [
    'Nobody can answer you on this way: there are no twelve words and no replies. If you can, use Tor Browser at the level “Safer” and the usual page instead.',
    'What you send is sealed to everybody of the subject desk. You cannot leave anybody out.',
    'We never seal anything for you. What arrives readable is refused and not kept, but it has travelled readable to us.',
    'The commands are for Linux, such as Tails. They use a fresh set of keys and leave your own alone.',
    'The reviewers read the text and nothing else: no name of the file, no size, and only the day on which you sealed it.',
  ],
  steps: 'What to do',
  write: 'Write your report with a text editor and save it as report.txt. Plain text, nothing else.',
  choose: 'Open the subject desk below that fits best, and save its keys in the same folder.',
  compare:
    'Compare the fingerprints if you have them from elsewhere: print, a colleague, another visit. Whoever controls this server could show you other keys.',
  run: 'Open a terminal in that folder and copy the commands of the desk into it.',
  send: 'Choose the file report.asc in the form of the desk, or paste what is in it, and send it.',
  sizes: (first: string, second: string, third: string) =>
    `Every report is filled up to one of three sizes, so that its length tells little. If report.txt is larger than ${first} bytes, write ${second} in place of it, or ${third}. Anything longer is not taken.`,
  desks: 'The subject desks',
  keys: 'Keys of this desk',
  save: 'Save the keys as a file',
  commands: 'The commands for this desk',
  paste: 'Paste the sealed message here',
  file: 'Or choose its file, report.asc',
  submit: 'Send the sealed message',
  runBy: 'This portal is run by',
  taken: 'Your message was taken',
  takenAbout:
    'It is kept sealed, and will be opened by the reviewers of that desk. Nobody here could read it. Now delete report.txt and report.asc.',
  receipt: 'Your receipt',
  receiptAbout:
    'This proves that the portal took your message. It also proves that you sent it: keep it only where nobody looks, or not at all.',
  refused: 'Your message was not taken',
  again: 'Back to the page with the keys',
}

export type SealedElsewhereWords = Sentences<typeof en>
