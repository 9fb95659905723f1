/** What the build put into the page: whose roster to believe, and from which version on. */
export function trusting(
  page: Document,
  location: Location,
): { readonly origin: string; readonly pin: string; readonly minimumVersion: number } {
  const meta = (name: string): string => page.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? ''
  return {
    origin: location.origin,
    pin: meta('safehand-pin'),
    minimumVersion: Number.parseInt(meta('safehand-minimum-version'), 10) || 1,
  }
}
