/** Every limit has a name and a reason. What a roster may choose within them stands in `policyBounds`. */
export const limits = {
  /** Grants of an envelope. More would make opening by trial slow in a browser without a compiler. */
  grantsMin: 4,
  grantsMax: 16,
  /** Reviewers of one channel: all of them must fit into the grants of a journal key. */
  channelReviewersMax: 12,
  /** Grants that carry a journal key: one for each reviewer a channel may have, the rest for throw-away keys. */
  journalGrants: 12,
  channelsMax: 32,
  membersMax: 200,
  stewardsMin: 3,
  stewardsMax: 15,
  thresholdMin: 2,
  originsMax: 8,
  /** A minimised Curve25519 certificate takes about 0.5 kB, one with an RSA-4096 signing key about 1.9 kB. */
  certificateBytesMax: 4096,
  /** The whole roster file in characters: two hundred large certificates still fit. */
  rosterTextMax: 1_500_000,
  /** Clients stop believing a roster after this, whatever it says of itself: a stolen quorum must act in time. */
  rosterDaysMax: 100,
  /** Versions a client walks back to reach its pin. */
  rosterChainMax: 1000,
  /** Uploads that one tip may claim. */
  uploadsMax: 64,
  /** A file that a source may send, in octets: 2 GiB. */
  fileBytesMax: 2 ** 31,
  /** A file that goes in small chunks, in octets: 2 MiB. */
  smallFileBytesMax: 2 << 20,
  /** Chunks that one call asks after. */
  hashesAtOnce: 100,
  /** Files that a client sends side by side: small ones mostly wait for answers. */
  filesAtOnce: 3,
  /** Chunks that a client seals and sends side by side: more would not be faster, and each takes about 20 MiB of memory. */
  chunksAtOnce: 3,
  /** How long a client waits while one chunk goes up or comes down, in milliseconds: 4 MiB at 10 kB/s. */
  chunkMs: 420_000,
  /** How often a client tries one chunk, and its longest pause in milliseconds: five minutes of a dead line in all. */
  chunkAttemptsMax: 14,
  longestPauseMs: 30_000,
  /** Keys that are tried for a file, one after the other: a source may send the same file with several messages. */
  uploadRounds: 8,
  /** A file that is hashed in one go, in octets: Web Crypto knows no other way, and memory has to stay small. */
  wholeHashBytesMax: 64 << 20,
  /** Messages that are taken on one day from people without scripts, who cannot be asked for a proof of work. */
  foreignPerDay: 256,
  /** Numbers of that day that one message tries before it is told to come again: at three quarters full, few fail. */
  foreignTries: 16,
  /** Octets of a form around the message that it carries: names of fields, and what people paste along. */
  foreignRoomBytes: 16_384,
  /** People a source may exclude: never so many that nobody is left. */
  excludedMax: 32,
  /** Answers to the questions of the form. */
  answersMax: 40,
  answerLengthMax: 4000,
  /** A narrative longer than the largest class holds goes as a file. In UTF-16 units. */
  narrativeLengthMax: 200_000,
  /** One reply, in UTF-16 units; it is cut into at most `replyPartsMax` slots. */
  replyLengthMax: 12_000,
  replyPartsMax: 16,
  /** Why a case was moved on, in UTF-16 units. */
  reasonLengthMax: 4000,
  /** Slots that a visitor downloads and tries: 960 KiB. */
  liveDropsMax: 120,
  /** Rows of a feed in one page of a sync, before the page's own limit in octets. */
  feedPageRows: 64,
  /** Content octets in one page of a sync: base64 and padding stay below Lambda's 6 MB. */
  syncPageBytes: 2 << 20,
  /** Outbox rows numbered in one transaction: DynamoDB takes 100 acts in one, and each row needs three. */
  sequencedAtOnce: 24,
  /** Shards of the outbox, so that a burst does not meet one hot partition. */
  outboxShards: 8,
  journalEntriesMax: 10_000,
  /** Any JSON request to the desk, in octets. */
  deskRequestBytes: 512 << 10,
  /** A session of a member ends after this many hours and must be opened anew. */
  sessionHours: 8,
  /** A login statement is good for this many minutes: time to type a passphrase, not to relay it tomorrow. */
  loginMinutes: 5,
  /** How far a member's clock may be off when it signs a request (RFC 9449 leaves the number to us). */
  proofSkewSeconds: 300,
  /** Sealing and receipt epochs that stand ready ahead of their day. */
  epochsAhead: 7,
  /** Ages of epoch keys in days: after this their live object keys have been wrapped anew and they are destroyed. */
  epochDays: 14,
  /** Days that an expiry may be moved, so that an expiry day does not tell the arrival day. */
  expiryFuzzDays: 3,
  /** Days after which a large body that no submission claims is erased: its sender gave up in between. */
  unclaimedDays: 2,
  /** Slots that wait, as many as a publisher looks at: the next drop is drawn from these by chance. */
  waitingSlotsMax: 64,
  /**
   * Batches of slots that one member may post on a day, for each drop of that day. One reviewer with more would keep the
   * replies of all others waiting until they expire: a drop takes one batch.
   */
  memberBatchesPerDrop: 2,
  /** Lots whose keys the caretaker wraps anew in one call. */
  rewrappedAtOnce: 64,
  /** Expired rows that the caretaker erases in one transaction. */
  erasedAtOnce: 20,
  /** How long a client waits for one answer, in milliseconds: a slow circuit is not a dead one. */
  requestMs: 60_000,
  /** How often a client tries an act of which two are one, and its first pause; each further pause is twice as long. */
  attemptsMax: 4,
  firstPauseMs: 500,
  /** Drops that a visitor fetches side by side, and how often it looks for new ones, whatever the person does. */
  dropsAtOnce: 4,
  dropsLookMs: 60_000,
  /** How often an open desk looks for a newer roster, in milliseconds. */
  rosterLookMs: 600_000,
  /** How often a member tries to append after somebody else wrote first. */
  appendsMax: 16,
  /** Pages that one sync takes before it stops and says so: a feed that never ends is not ours. */
  syncPagesMax: 10_000,
  /** Largest text that the command line reads from a file, in octets. */
  commandFileBytesMax: 1 << 20,
} as const
