import { isLoopbackHost, isUrl } from '@proofmark/primitives';

/** A link that a badge names and a reader may follow, with the host that must stand beside it. */
export interface SafeLink {
  readonly href: string;
  /** Host and port as the browser will use them; an internationalised name in its `xn--` form, so that look-alikes show. */
  readonly host: string;
}

/** Longest `data:` image that is drawn, in characters. */
const MAX_DATA_IMAGE = 2_000_000;

function parse(text: string | null | undefined): URL | null {
  if (text === null || text === undefined || !isUrl(text)) return null;
  const url = new URL(text);
  return url.username === '' && url.password === '' ? url : null;
}

/** An absolute http(s) link without user info, or null: `javascript:`, `data:` and everything else is not a link for a reader. */
export function safeLink(text: string | null | undefined): SafeLink | null {
  const url = parse(text);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
  return { href: url.href, host: url.host };
}

/**
 * The address of an image that may be loaded, or null: https, a `data:` image, and plain http on loopback, but only for
 * a page that is itself on loopback (else a badge could knock at the reader's own machine).
 */
export function safeImage(text: string | null | undefined, pageHostname: string): string | null {
  if (text === null || text === undefined) return null;
  if (/^data:image\/(png|jpeg|gif|webp|svg\+xml)[;,]/i.test(text)) return text.length <= MAX_DATA_IMAGE ? text : null;
  const url = parse(text);
  if (url === null) return null;
  if (url.protocol === 'https:') return isLoopbackHost(url.hostname) && !isLoopbackHost(pageHostname) ? null : url.href;
  return url.protocol === 'http:' && isLoopbackHost(url.hostname) && isLoopbackHost(pageHostname) ? url.href : null;
}
