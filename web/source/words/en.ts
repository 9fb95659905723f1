import type { CaseState } from '../../../domain/clear/case.ts'
import type { SendStep } from '../protocol.ts'

const count = (many: number, one: string, more: string): string => `${many} ${many === 1 ? one : more}`

/** Every sentence that a source reads in the portal, in English. The other languages have the same shape. */
export const en = {
  language: 'en',
  dir: 'ltr' as 'ltr' | 'rtl',
  name: 'Safehand',

  frame: {
    skip: 'Skip to the page',
    exit: 'Exit this page',
    exitHint: 'Leaves at once for an empty page',
    how: 'How it works',
    limits: 'What we cannot protect you from',
    desk: 'For reviewers',
  },

  home: {
    title: 'Say what you have seen, in confidence',
    lede: 'For reports about goods and know-how that may be on their way into a weapons programme. What you write is sealed in this browser. The server that carries it cannot read it, and does not ask who you are.',
    tell: 'Report something',
    tellAbout: 'About five minutes. No account, no e-mail address, no questions you have to answer.',
    comeBack: 'Come back',
    comeBackAbout: 'Read what reviewers wrote to you and add to your report, with your twelve words.',
    before: 'Before you begin',
    beforePoints: [
      'Use a device and a network that your employer does not own or watch.',
      'Tor Browser keeps your network from learning that you were here. An ordinary browser does not.',
      'If you are in danger now, this is not the fastest way to get help.',
      '“Exit this page” leaves at once for an empty page. Pressing Escape three times does the same.',
    ],
    beforeMore: 'Read what we cannot protect you from',
    promises: [
      {
        title: 'Sealed before it leaves',
        text: 'Only reviewers chosen for your subject hold a key to it. You can leave out anyone you do not trust.',
      },
      {
        title: 'Nothing kept on your device',
        text: 'No cookies, no saved drafts, no addresses in your history beyond this one page.',
      },
      {
        title: 'A way back that only you have',
        text: 'Twelve words, shown once, let you return from any device, read replies and answer.',
      },
    ],
    noScript:
      'Your browser does not run scripts on this page, so it cannot seal anything here, and we will not take a report that is not sealed. You can read everything. To send something, allow scripts for this site only (in Tor Browser: the level “Safer” is enough).',
    runBy: (organisation: string) =>
      `This portal is run by ${organisation}. Its list of reviewers is signed, and the signatures were checked just now.`,
  },

  trouble: {
    title: 'This cannot be used right now',
    again: 'Try again',
    broken: 'A part of this page could not be loaded. Reload the page and try again.',
    noWebCrypto:
      'This browser cannot seal anything on this page. It lacks the cryptography that is needed, or the page was not opened over a safe connection. Use a current version of Tor Browser, Firefox or Chrome, and check that the address begins with https:// or ends in .onion.',
    closed:
      'The signed list of reviewers has expired, so no reports are taken for now. You can still read replies. Try again in a day.',
  },

  waiting: {
    title: 'One moment',
    portal: 'Fetching the list of reviewers and checking its signatures…',
  },

  channels: {
    about: {
      electronics: 'Chips, sensors, radio and test equipment, circuit boards',
      'machine-tools': 'Milling and turning machines, measuring machines, presses, furnaces',
      nuclear: 'Enrichment, reactors, special metals, radiation, centrifuge parts',
      'chem-bio': 'Precursors, agents, glass-lined vessels, fermenters, cultures',
      missiles: 'Engines, guidance, gyroscopes, composites, drones and their parts',
      shipping: 'Odd routes, changed papers, transhipment, forwarding, front addresses',
      finance: 'Payments from strangers, shell companies, letters of credit, insurance',
      research: 'Visitors, theses, joint projects, know-how taught or carried away',
      'this-portal': 'Something wrong with this portal, its reviewers or how reports are treated',
    } as Readonly<Record<string, string>>,
  },

  tell: {
    title: 'Report something',
    lede: 'Write as you would tell it to someone you trust. Everything here stays on this page until you press the last button.',
    channel: 'What is it about?',
    channelHint: 'This decides which reviewers can open it. When in doubt, take the nearest.',
    story: 'What happened?',
    storyHint:
      'What was ordered, built, taught or shipped, and why it seems wrong to you. Names, numbers and papers help. A few words are enough to begin; you can add more later.',
    storyLabel: 'Your report',
    prompts: 'A few questions that help',
    promptsHint: 'Answer what you like. Each can stay empty.',
    questions: [
      { id: 'where', label: 'Where?', hint: 'A country, a port, a company, an address' },
      { id: 'when', label: 'When?', hint: 'A day, a month, “since spring”; before or after what' },
      {
        id: 'how-known',
        label: 'How do you know?',
        hint: 'Seen myself, read in a paper, heard from someone. Leave out what would point at you',
      },
    ],
    careful: 'Careful with what only you can know',
    carefulText:
      'A detail known to two people points at two people, however well it is sealed. Reviewers will read it. Leave it out, or say it later, when you know them better.',
    recovery:
      'It is also sealed to a recovery key that is kept offline, so that it can still be read if the reviewers lose their keys.',
    noRecovery:
      'There is no recovery key: if every reviewer it is sealed to loses their key, nobody can read it any more.',
    send: 'Seal and send',
    sendHint: 'This takes a few seconds. Afterwards you see twelve words: have something to write with.',
    wrongTitle: 'Something is missing',
    wrong: {
      channel: 'Choose what it is about.',
      narrative: 'Write at least a few words.',
      tooLong: 'This is longer than one report can be. Shorten it, and send the rest as an addition afterwards.',
      exclusions: 'Nobody would be left to open it. Leave at least one reviewer in.',
      asked: 'Say whether anyone must be left out.',
    },
  },

  exclude: {
    title: 'Should anyone here not see this?',
    choose: 'Choose a subject first. Then you can leave out reviewers of that subject.',
    text: 'These reviewers work on this subject. Tick whoever must not be able to open your report: someone you know, someone it is about, someone you do not trust. It is then not sealed to them. The server does not learn whom you left out; the reviewers who open it do.',
    legend: 'Leave out',
    some: (many: number) => count(many, 'reviewer is left out', 'reviewers are left out'),
    again: 'Did you leave anyone out the first time?',
    againText:
      'No reply was found that could tell this page. Please say it again, so that nobody whom you left out gets to read this.',
    nobody: 'Nobody has to be left out',
    somebody: 'Leave out somebody',
  },

  sending: {
    title: 'Sealing your report',
    followUpTitle: 'Sealing your addition',
    lede: 'Please keep this page open. It takes a few seconds.',
    steps: {
      sealing: 'Sealing it in this browser',
      working: 'A short calculation that keeps out floods of junk',
      sending: 'Sending it',
    } satisfies Record<Exclude<SendStep, 'waiting'>, string>,
    done: 'done',
    now: 'under way',
    waiting: 'The portal does not answer yet. Trying again by itself; nothing arrives twice.',
  },

  failed: {
    title: 'It was not sent',
    kept: 'Your text is still here.',
    again: 'Try again',
  },

  sent: {
    title: 'It has arrived, sealed',
    lede: 'The portal has signed for it. These twelve words are your only way back to read replies and to add something.',
    words: 'Your twelve words',
    wordsHint: 'Write them on paper, in this order. They are shown only now.',
    copy: 'Copy',
    copied: 'Copied. Other programs can read what is copied; clear it afterwards.',
    copyFailed: 'The browser did not allow copying. Write them down instead.',
    print: 'Print',
    printHint: 'Browsers print the address of the page at the edge of the sheet. Cut it off.',
    loss: 'Nobody can recover them',
    lossText:
      'If you lose them, your report is still read, but you cannot see replies. If somebody else finds them together with this address, they can read the replies and write as you.',
    receipt: 'Show the receipt',
    receiptText:
      'The portal’s signature that it took your report. With it, anyone can later check that the report was not dropped. It also proves that its holder sent a report, so do not keep it on a device that others may search. You do not need it to come back.',
    written: 'I have written them down',
    never: 'I will not come back',
  },

  confirm: {
    title: 'Two words, to be sure',
    lede: 'Look at what you wrote down, and type these two.',
    word: (number: number) => `Word ${number}`,
    wrong: 'This is not that word. Look at your paper, or show the words once more.',
    check: 'Check',
    show: 'Show the words again',
  },

  done: {
    title: 'You are done',
    kept: 'Your words are right. Come back with them in a few days: new replies are put out at fixed times, and stay for about a month.',
    notKept: 'Your report will be read. There will be no way to answer it or to see what is written to you.',
    now: 'Now',
    points: [
      'Close this page with “Exit this page”. Your browser’s history still shows that it was visited; Tor Browser forgets it when you close it.',
      'Keep the paper where nobody looks, and not together with this address.',
      'Talk to nobody about having reported, not even to those you trust, unless you must.',
    ],
    pointsNotKept: [
      'Close this page with “Exit this page”. Your browser’s history still shows that it was visited; Tor Browser forgets it when you close it.',
      'Talk to nobody about having reported, not even to those you trust, unless you must.',
    ],
    another: 'Go to the first page',
  },

  comeBack: {
    title: 'Come back',
    lede: 'Type your twelve words. They stay in this browser: nothing is sent to look for you.',
    words: 'Your twelve words',
    wordsHint: 'Capital letters and spaces do not matter. The first four letters of each word are enough.',
    counted: (words: number) => `${count(words, 'word', 'words')} of 12`,
    show: 'Read replies',
    missing: 'Type all twelve words.',
    tooMany: 'These are more than twelve words.',
    reading: 'Looking through everything that was put out…',
    readingHint:
      'This page has fetched all sealed replies to everybody, as it does at every visit, and tries yours now.',
  },

  replies: {
    title: (letters: number) => (letters === 0 ? 'No reply yet' : letters === 1 ? 'One reply' : `${letters} replies`),
    none: 'Nothing that your words open is out at the moment. Replies are put out at fixed times, a few times a day, and stay for about a month. If your report is new, come back in some days.',
    from: (handle: string) => `From ${handle}`,
    number: (number: number) => `message ${number}`,
    missing: (handle: string, number: number) =>
      `Message ${number} from ${handle} is not here. It may be too old to be out still, or was held back. Ask for it again if it matters.`,
    unsound: (many: number) =>
      `${count(many, 'piece was', 'pieces were')} addressed to you but not signed by a reviewer of this portal. ${many === 1 ? 'It is' : 'They are'} not shown.`,
    state: 'Where it stands',
    states: {
      received: 'Received',
      acknowledged: 'Acknowledged',
      assessing: 'Being looked into',
      'in-progress': 'Being worked on',
      referred: 'Passed on to somebody who can act',
      closed: 'Closed',
    } satisfies Record<CaseState, string>,
    statesAbout: {
      received: 'It lies with the reviewers.',
      acknowledged: 'A reviewer has read it and will work on it.',
      assessing: 'They are checking what can be checked.',
      'in-progress': 'They are following it up.',
      referred: 'The people it concerns were told, without naming you.',
      closed: 'Their work on it has ended. You may still write.',
    } satisfies Record<CaseState, string>,
    answer: 'Answer or add something',
    answerLabel: 'Your message',
    answerHint: 'It is sealed like your first report and joins it. The server cannot tell the two belong together.',
    channel: 'Which subject was your report about?',
    channelHint: 'Choose the same as the first time, so that the same reviewers can open it.',
    send: 'Seal and send',
    leave: 'Forget the words and go to the first page',
    sent: 'Your message has arrived, sealed',
    sentText: 'Your twelve words stay the same. Come back with them to read what is answered.',
    another: 'Write another message',
  },
}

/** The shape of a catalogue. */
export type Words = typeof en
