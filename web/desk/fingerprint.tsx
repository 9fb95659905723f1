/** What two people compare aloud: hexadecimal in groups of four. */
export function Fingerprint({ label, of }: { readonly label: string; readonly of: string }) {
  return (
    <code class="fingerprint" translate={false}>
      <span class="unseen">{label}: </span>
      {(of.toUpperCase().match(/.{1,4}/g) ?? []).join(' ')}
    </code>
  )
}
