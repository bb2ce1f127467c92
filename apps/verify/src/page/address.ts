/** The badge that the page's own address asks about: `#url=…` (which no server ever sees) or `?url=…`. */
export function askedInAddress(address: { readonly hash: string; readonly search: string }): string | null {
  for (const part of [address.hash.replace(/^#/, ''), address.search]) {
    const url = new URLSearchParams(part).get('url');
    if (url !== null && url.trim() !== '') return url.trim();
  }
  return null;
}
