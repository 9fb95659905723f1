import type { CaseState } from '../../../domain/clear/case.ts'
import type { RefusalCode } from '../../../domain/refusal.ts'
import type { SendStep } from '../protocol.ts'
import { plural } from './plural.ts'
import type { Sentences } from './sentences.ts'

/** Every sentence that a source reads in the portal, in English. The other languages have the same shape. */
export const en = {
  language: 'en',
  /** Under which the language stands in addresses. */
  path: 'en',
  dir: 'ltr',
  name: 'Safehand',

  frame: {
    skip: 'Skip to the page',
    exit: 'Exit this page',
    exitHint: 'Leaves at once for an empty page',
    reading: 'Read more',
    languages: 'Languages',
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
    // The organisation names its subjects; these stand in where it has no name in the reader's language.
    names: {
      electronics: 'Electronics',
      'machine-tools': 'Machine tools',
      nuclear: 'Nuclear',
      'chem-bio': 'Chemical and biological',
      missiles: 'Missiles and drones',
      shipping: 'Shipping',
      finance: 'Money',
      research: 'Research',
      'this-portal': 'This portal',
    },
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
    },
  },

  tell: {
    title: 'Report something',
    lede: 'Write as you would tell it to someone you trust. Everything here stays on this page until you press the last button.',
    channel: 'What is it about?',
    channelHint: 'This decides which reviewers can open it. When in doubt, take the nearest.',
    story: 'What happened?',
    storyHint:
      'What was ordered, built, taught or shipped, and why it seems wrong to you. Names, numbers and papers help. A few words are enough to begin; you can add more later.',
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
    files: 'Add files',
    send: 'Seal and send',
    sendHint: 'This takes a few seconds. Afterwards you see twelve words: have something to write with.',
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
    some: (many: number) => plural('en', many, { one: '# reviewer is left out', other: '# reviewers are left out' }),
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
    counted: (words: number) => plural('en', words, { one: '# word of 12', other: '# words of 12' }),
    show: 'Read replies',
    missing: 'Type all twelve words.',
    tooMany: 'These are more than twelve words.',
    reading: 'Looking through everything that was put out…',
    readingHint:
      'This page has fetched all sealed replies to everybody, as it does at every visit, and tries yours now.',
  },

  replies: {
    nothing: 'No reply yet',
    title: (letters: number) => plural('en', letters, { one: 'One reply', other: '# replies' }),
    none: 'Nothing that your words open is out at the moment. Replies are put out at fixed times, a few times a day, and stay for about a month. If your report is new, come back in some days.',
    from: (handle: string) => `From ${handle}`,
    number: (number: number) => `message ${number}`,
    missing: (handle: string, number: number) =>
      `Message ${number} from ${handle} is not here. It may be too old to be out still, or was held back. Ask for it again if it matters.`,
    unsound: (many: number) =>
      plural('en', many, {
        one: '# piece was addressed to you but not signed by a reviewer of this portal. It is not shown.',
        other: '# pieces were addressed to you but not signed by a reviewer of this portal. They are not shown.',
      }),
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
    answerHint: 'It is sealed like your first report and joins it. The server cannot tell the two belong together.',
    channel: 'Which subject was your report about?',
    channelHint: 'Choose the same as the first time, so that the same reviewers can open it.',
    send: 'Seal and send',
    leave: 'Forget the words and go to the first page',
    sent: 'Your message has arrived, sealed',
    sentText: 'Your twelve words stay the same. Come back with them to read what is answered.',
    another: 'Write another message',
  },

  /** Why not, by code. */
  refused: {
    bug: 'Something in this page broke. Try again, or reload the page.',
    malformed: 'This could not be understood. Reload the page and send it again.',
    'too-large': 'This is larger than the portal takes. Shorten it and send it again.',
    'wrong-size': 'This does not have one of the fixed sizes. Reload the page and send it again.',
    'not-sealed': 'This was not sealed as agreed, so it was not taken. Nothing was stored.',
    'wrong-grants': 'This was not sealed as agreed, so it was not taken. Nothing was stored.',
    'unknown-channel': 'This subject does not exist any more. Choose another one.',
    'uploads-off': 'Files cannot be taken at present. Send the text without them.',
    'no-work': 'The short calculation is missing or too small. Send it again.',
    'roster-changed': 'The list of reviewers has just changed. Send it again, so that it is sealed for them.',
    'roster-expired': 'The list of reviewers has expired, so no reports are taken for now. Try again in a day.',
    'body-known': 'A copy of this was changed on its way. Send it again; it is sealed anew.',
    'upload-unknown': 'The portal does not have this file any more. Choose the file again.',
    'upload-known': 'This file was announced with another size. Choose the file again.',
    'upload-full': 'The portal has as many pieces of this file as it was told. Choose the file again.',
    'upload-incomplete': 'A file has not arrived whole yet. Send what is missing, then the text.',
    'chunk-damaged': 'A piece of a file was damaged on its way. Send it again.',
    'uploads-busy': 'The portal takes no more files today. Send the text without them now, or the files tomorrow.',
    'file-too-large': 'A file is larger than 2 GiB, which is more than can be sent. Choose a smaller one.',
    'file-changed': 'A file changed while it was read, or cannot be read. Choose it again.',
    'file-damaged': 'A file is not the one that was sent. It is not shown.',
    'too-many-files': 'These are more files than one report can carry. Leave some out, and send them as an addition.',
    stopped: 'Stopped, as you asked.',
    'try-again': 'The portal is busy or out of reach. Wait a little and try again; nothing is stored twice.',
    'wrong-passphrase': 'These are not twelve words of a passphrase. Look for a mistyped word.',
    'bad-signature': 'A signature does not fit what it signs. Do not trust this.',
    'fat-certificate': 'The list of reviewers breaks its own rules. Do not send anything.',
    'unsuitable-key': 'The list of reviewers holds a key that cannot be used here. Do not send anything.',
    'roster-untrusted': 'The list of reviewers is not signed by enough stewards. Do not send anything.',
    'roster-rolled-back': 'An old list of reviewers was served. Do not send anything.',
    'roster-foreign': 'The list of reviewers belongs to another portal. Do not send anything.',
    'roster-unsound': 'The list of reviewers breaks its own rules. Do not send anything.',
    'bad-receipt': 'The portal answered without a valid receipt. Keep your text and try again later.',
    'cannot-open': 'Your words do not open this.',
    'bad-reply': 'A reply opened, but is not what a reviewer of this portal would send.',
    'no-web-crypto': 'This browser lacks what is needed to seal a report. Use Tor Browser or another current browser.',
  } satisfies Record<Exclude<RefusalCode, NotForSources> | 'bug', string>,
} as const

/** The pages to read, in English. They are drawn by the build and are in no script. */
export const readingEn = {
  safely: {
    title: 'How to report safely',
    lede: 'Take a few minutes before you write. Most people who were found out were not found out by broken locks, but by where, when and what they wrote.',
    sections: [
      {
        title: 'Before you begin',
        points: [
          'Use a device that is yours alone. Not the computer or the telephone of your employer.',
          'Use a network that nobody at your work watches. Not the one at work, and not at home if somebody there must not know.',
          'Tor Browser hides from your network which page you visit. Get it from torproject.org, before you need it, and set its level to “Safer”.',
          'In some countries, using Tor draws attention. Then somebody else’s network, for example in a library, may be the better choice.',
          'Do not look us up in a search engine from work, and send this address to nobody.',
        ],
      },
      {
        title: 'While you write',
        points: [
          'Choose a quiet time, not right after the meeting or the delivery that you write about.',
          'Leave out what only you can know. You can say it later.',
          'Write in short, plain sentences. A style of your own can be recognised.',
          'Do not take papers for us. Do nothing dangerous or unlawful to learn more. Say what you know already.',
          'Documents can carry the name of whoever printed or opened them. If in doubt, describe what they say.',
          'Leave out of the circle any reviewer whom you know or do not trust.',
        ],
      },
      {
        title: 'Afterwards',
        points: [
          'Keep the twelve words on paper, where nobody looks, apart from this address.',
          'Come back only from a safe place, and not more often than you must.',
          'Behave as before. Do not ask colleagues about it, and do not hint at it.',
          'Talk about it to nobody, except to a lawyer if you need one.',
        ],
      },
      {
        title: 'If you are in danger',
        text: 'This portal is slow: people read your report after days, not minutes, and cannot come to help. If you are in danger now, leave first, and turn to someone near you who can protect you.',
      },
    ],
  },
  how: {
    title: 'What happens then',
    lede: 'A report is sealed where it is written and opened where it is read. In between there is a server that carries closed envelopes.',
    sections: [
      {
        title: 'When you write',
        steps: [
          'Your browser fetches a signed list of reviewers and checks the signatures. They are made by stewards, who vet the reviewers and cannot read reports themselves. One steward alone can change nothing on the list.',
          'You choose a subject. Your browser picks some of its reviewers, without those whom you leave out, and seals your text to their keys. Every envelope has the same number of locks, some fitting nobody, so the server cannot tell who may open it.',
          'The envelope is filled up to one of three sizes. Its length does not tell how much you wrote.',
          'The portal answers with a signed receipt, and your browser checks it. If your report were dropped or changed later, this signature would show it.',
          'You see twelve words. They are made in your browser, never sent, and are the only way back.',
        ],
      },
      {
        title: 'When it is read',
        points: [
          'Reviewers see what you wrote, the subject, the day it arrived, whom you left out, and an invented name under which they keep your messages together.',
          'They see no address, no device and no time of day, because the portal does not have them.',
          'They aim to confirm it within seven days, and to tell you within three months what became of it. These are the times that European law sets.',
        ],
      },
      {
        title: 'When you come back',
        text: 'Replies are sealed too. They are cut into pieces of one size, mixed with pieces that mean nothing, and put out for everybody a few times a day. Every visitor’s browser fetches all of them and yours tries your twelve words on each. So the server cannot tell a person who returns from one who is here for the first time. What you add is one more envelope like any other.',
      },
      {
        title: 'If your browser runs no scripts',
        text: 'Then this page cannot seal anything, and the portal takes nothing that is not sealed. We do not offer to seal it for you on the server: that would let the server read it. In Tor Browser the level “Safer” is enough.',
      },
    ],
  },
  limits: {
    title: 'What we cannot protect you from',
    lede: 'Sealing protects what you write on its way and where it lies. It does not protect you from everything around it. Please read this before you decide.',
    sections: [
      {
        title: 'The device in front of you',
        points: [
          'Whoever controls your computer or telephone, for example your employer, can see what you type before it is sealed.',
          'Your browser’s history shows that this page was opened. Use Tor Browser or a private window, and close it afterwards. A private window hides nothing from your network.',
          'The button “Exit this page” leaves quickly. It does not erase the history.',
        ],
      },
      {
        title: 'Your network',
        points: [
          'Whoever runs your network can see that you visited this address, and when, unless you use Tor Browser. They cannot see what you sent.',
          'With Tor Browser they can still see that you use Tor.',
        ],
      },
      {
        title: 'What you write',
        points: [
          'A fact that only two people know points at two people. Reviewers are vetted, but they are people.',
          'The reviewers who open your report learn whom you left out. Those whom you left out do not learn it from us.',
        ],
      },
      {
        title: 'This page itself',
        points: [
          'At a first visit you trust that this server gave you the true page. A server that was taken over could give you another one. The files of this page are published so that others can compare them, but your browser does not do that for you.',
          'Whoever runs the server knows how many envelopes arrive on a day, to which subject, and in which of three sizes. The company whose machines it runs on can know the second at which one arrived.',
        ],
      },
      {
        title: 'Afterwards',
        points: [
          'Whoever finds your twelve words, and knows this address, can read the replies to you and write in your name.',
          'A receipt proves that its holder sent a report. Do not keep one where others may search.',
          'A reviewer who once could read your report keeps what they have read, even when they later leave the list.',
          'We cannot promise that something is done about it. You are told where it stands, if you come back.',
        ],
      },
    ],
  },
  elsewhere: {
    title: 'Where else you can report',
    lede: 'This portal is one way among several, and not always the best one. The others are not ours: most of them learn who you are unless you prevent it. This is not legal advice.',
    sections: [
      {
        title: 'Inside your organisation',
        text: 'Many companies and universities have somebody for export control or compliance, and a channel for reports. It is often the fastest way, if you can trust that it is not part of the problem.',
      },
      {
        title: 'Authorities',
        points: [
          'Everywhere: the authority that grants export licences, customs, and the police.',
          'European Union: every member state has authorities that must take reports and protect those who make them (Directive (EU) 2019/1937). The European Commission has a tool of its own for reports about broken sanctions.',
          'United States: the Bureau of Industry and Security takes reports about exports. FinCEN takes reports about sanctions and money, and can pay rewards.',
          'United Kingdom: customs (HMRC) for exports, and the Office of Financial Sanctions Implementation for sanctions.',
        ],
      },
      {
        title: 'People who can advise you',
        points: [
          'A lawyer. In most countries they may not tell others what you tell them.',
          'Organisations that help whistleblowers. Many advise free of charge, before you decide.',
        ],
      },
      {
        title: 'Going public',
        text: 'The law protects those who go to the press less often than those who go to an authority. Where it does, it usually asks that you tried another way first, or that the danger is great and near. Ask someone who knows the law of your country.',
      },
    ],
  },
  signs: {
    title: 'Signs to look for',
    lede: 'What people who fight illicit procurement have learnt to notice. One sign alone proves nothing, and most have an innocent explanation, which stands below it. Several together are worth a report.',
    note: 'The same list for computer programs:',
    innocent: 'Innocent explanation',
    sources: 'Drawn from',
    categories: {
      party: 'Buyers and companies',
      product: 'Goods',
      'end-use': 'What it is for',
      route: 'Routes and papers',
      maritime: 'Ships',
      finance: 'Money',
      network: 'Networks',
      academia: 'Universities and research',
    },
  },
} as const

/** The shape of a catalogue. */
export type Words = Sentences<typeof en>

/** The shape of the pages to read. */
export type Reading = Sentences<typeof readingEn>

/** What only reviewers and the terminal meet. */
type NotForSources =
  | 'journal-moved'
  | 'not-signed-in'
  | 'login-refused'
  | 'not-allowed'
  | 'enough-today'
  | 'wrong-key-passphrase'
  | 'bad-tip'
  | 'chunk-gone'
  | 'bad-entry'
  | 'excluded'
  | 'illegal-transition'
  | 'usage'
