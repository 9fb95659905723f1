/** What the portal cannot do for a source, said before anybody relies on it. */
export function Limits() {
  return (
    <article class="prose">
      <h1>What we cannot protect you from</h1>
      <p class="lede">
        Sealing protects what you write on its way and where it lies. It does not protect you from everything around it.
        Please read this before you decide.
      </p>

      <h2>The device in front of you</h2>
      <ul>
        <li>
          If somebody else controls your computer or telephone, for example your employer, they can see what you type
          before it is sealed. Use a device of your own.
        </li>
        <li>
          Your browser’s history shows that this page was opened. Use Tor Browser or a private window, and close it
          afterwards. A private window hides nothing from your network.
        </li>
        <li>The button “Exit this page” leaves quickly. It does not erase the history.</li>
      </ul>

      <h2>Your network</h2>
      <ul>
        <li>
          Whoever runs your network can see that you visited this address, and when, unless you use Tor Browser. They
          cannot see what you sent.
        </li>
        <li>Do not send from work, nor right after the meeting that you write about.</li>
      </ul>

      <h2>What you write</h2>
      <ul>
        <li>
          A fact that only two people know points at two people. Reviewers read what you write; they are vetted, but
          they are people.
        </li>
        <li>
          The reviewers who open your report learn whom you left out. Those whom you left out do not learn it from us.
        </li>
      </ul>

      <h2>This page itself</h2>
      <ul>
        <li>
          At a first visit you trust that this server gave you the true page. A server that was taken over could give
          you another one. The files of this page are published so that others can compare them, but your browser does
          not do that for you.
        </li>
        <li>
          Whoever runs the server knows how many envelopes arrive on a day, to which subject, and in which of three
          sizes. The company whose machines it runs on can know the second at which one arrived.
        </li>
      </ul>

      <h2>Afterwards</h2>
      <ul>
        <li>
          Whoever finds your twelve words, and knows this address, can read the replies to you and write in your name.
        </li>
        <li>A receipt proves that its holder sent a report. Do not keep one where others may search.</li>
        <li>
          A reviewer who once could read your report keeps what they have read, even when they later leave the list.
        </li>
        <li>We cannot promise that something is done about it. You are told where it stands, if you come back.</li>
      </ul>
    </article>
  )
}
