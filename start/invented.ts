import type { ChannelId } from '../domain/record.ts'

/** A tip that nobody ever sent. Every person, firm, ship and number in it is made up. */
export interface Invented {
  readonly channel: ChannelId
  readonly narrative: string
  /** What a reviewer has answered already. */
  readonly answered: string | null
}

/** Three tips that wait when the demonstration is opened for the first time. */
export const invented: readonly Invented[] = [
  {
    channel: 'machine-tools',
    narrative: `I do the books for a small import company. We sell shoes. In March a new customer, Brightwater Leisure FZC, asked us to order 1.2 tonnes of maraging steel bar, grade 350, 60 mm, from a mill in Styria, and to say on the order form that it is for "moulds for shoe soles".

We have never bought steel. Nobody makes soles with a steel that costs forty times what tool steel does. The customer paid all of it in advance, 118,400 euros, from an account in the name of a different firm (Halden Marine Spares), and wants the bars sent to a warehouse at the free port, not to any workshop.

I have seen the order form, the two bank slips and the mail in which my manager is told which words to use. He says it is none of my business.`,
    answered: `Thank you. This matters, and you described it well. Two reviewers have read it.

Please do nothing that would draw attention to you: do not copy papers that you would not normally handle, and do not ask your manager again.

If you can recall it without looking anything up: had the bars left the mill when you wrote, and did the mill ask for an end-use statement?`,
  },
  {
    channel: 'electronics',
    narrative: `I repair test equipment for a distributor. Since the summer we get the same four spectrum analysers in for "calibration" every few weeks. Each time they come back they carry other serial plates, and the invoices name another university.

The one I opened had logged its last position fixes in a town where there is no university at all, but there is the plant of Vessmar Avionics. The export licence in the file is for teaching. Our sales lead, who signs for them, laughed when I mentioned it and said that universities are poor and lend each other everything.`,
    answered: null,
  },
  {
    channel: 'shipping',
    narrative: `I am second mate on a feeder ship; I will not say which. Twice this autumn we loaded three containers declared as "ceramic tiles" that were far too light for tiles: 6.1 tonnes each where tiles would be over 20. Both times the destination on the bill of lading was changed while we were at sea, by a mail from the charterer, Orlena Bulk & Feeder, and we were told to switch the transponder off "for maintenance" for eleven hours.

The boxes were taken off by a barge in the roads, at night, without customs. One had a broken seal. Inside I saw grey carbon-fibre tubes of about 40 cm across, in foam, with caps on both ends.`,
    answered: null,
  },
]
