/**
 * An address as the WHATWG URL standard reads it, or null when it is none.
 *
 * `URL.canParse` is not used: in Node 20 it answers false for addresses with letters such as `ü` once its caller has been optimised.
 */
export function parseUrl(text: string, base?: string | URL): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}

/** The host of an address, with its port; the empty text for what is no address. */
export function hostOf(text: string): string {
  return parseUrl(text)?.host ?? '';
}

/** Whether a text is an address, absolute or relative to the base. */
export function isUrl(text: string, base?: string | URL): boolean {
  return parseUrl(text, base) !== null;
}
