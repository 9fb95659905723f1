/** How a report travels, for people who want to know before they trust. */
export function HowItWorks() {
  return (
    <article class="prose">
      <h1>How it works</h1>
      <p class="lede">
        A report is sealed where it is written and opened where it is read. In between there is a server that carries
        closed envelopes.
      </p>

      <h2>When you write</h2>
      <ol>
        <li>
          Your browser fetches this page and a <strong>signed list of reviewers</strong>, and checks the signatures.
          They are made by stewards, people who vet the reviewers and who cannot read reports themselves. One steward
          alone can change nothing on the list.
        </li>
        <li>
          You choose a subject. Your browser picks some of the reviewers of that subject, leaves out whoever you told it
          to leave out, and <strong>seals your text to their keys</strong>. Every envelope has the same number of locks,
          some of them fitting nobody, so the server cannot tell who may open it or whether anyone was left out.
        </li>
        <li>The envelope is filled up to one of three sizes. Its length does not tell how much you wrote.</li>
        <li>
          The portal answers with a <strong>signed receipt</strong>. Your browser checks it. If your report were dropped
          or changed later, this signature would show it.
        </li>
        <li>
          You see <strong>twelve words</strong>. They are made in your browser, never sent, and are the only way back.
        </li>
      </ol>

      <h2>When you come back</h2>
      <p>
        Replies are sealed too. They are cut into small pieces of one size, mixed with pieces that mean nothing, and put
        out for everybody a few times a day. Your browser fetches all of them at every visit, whether or not you have a
        report here, and tries your twelve words on each. So the server cannot tell a person who returns from one who is
        here for the first time.
      </p>
      <p>
        What you add is one more envelope like any other. Only the reviewers who open it see that it comes from the same
        person as before.
      </p>

      <h2>What reviewers see</h2>
      <p>
        They see what you wrote, the subject, the day it arrived, whom you left out, and an invented name under which
        they keep your messages together. They see no address, no device and no time of day, because the portal does not
        have them.
      </p>

      <h2>If your browser runs no scripts</h2>
      <p>
        Then this page cannot seal anything, and the portal takes nothing that is not sealed. We do not offer to seal it
        for you on the server: that would let the server read it. In Tor Browser, the security level “Safer” is enough;
        “Safest” is not.
      </p>
    </article>
  )
}
