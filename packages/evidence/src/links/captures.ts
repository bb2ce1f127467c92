import { isCanonicalInstant, isUrl, parseInstant } from '@proofmark/primitives';
import type { LinkDescription } from './description.js';
import { describeDoi, describeSwhid } from './names.js';
import { kindOfPage } from './page-kinds.js';

const CAPTURE = /^\/web\/(\d{14})(?:[a-z]{2}_)?\/(https?:\/\/?.+)$/;
const HERITAGE = 'archive.softwareheritage.org';

/**
 * A link into an archive or to a resolver of persistent names: a Wayback capture, a SWHID, a DOI. Null for anything else.
 *
 * @param now milliseconds since 1970 UTC; a capture that is later cannot be evidence
 */
export function describeCapture(url: string, parsed: URL, now: number | undefined): LinkDescription | null {
  const { hostname: host, pathname } = parsed;
  if (host === HERITAGE) return describeHeritage(url, parsed);
  if (host === 'doi.org' || host === 'dx.doi.org' || host === 'www.doi.org') return describeDoi(url, pathname.slice(1), host);
  const [, time, captured] = (host === 'web.archive.org' ? CAPTURE.exec(pathname + parsed.search) : null) ?? [];
  if (time === undefined || captured === undefined) return null;
  const page = captured.replace(/^(https?:\/)(?!\/)/, '$1/');
  const kind = isUrl(page) ? kindOfPage(new URL(page)) : 'page';
  const found = { url, kind, host, pinned: false, fetchable: true } as const;
  const claimed = dateOf(time);
  if (claimed === null) return { ...found, fetchable: false, problems: ['no-such-capture'] };
  if (now !== undefined && parseInstant(claimed)! > now) return { ...found, fetchable: false, problems: ['future-capture'] };
  return { ...found, names: 'capture', captureTime: time, problems: ['capture-not-asked'] };
}

/** The fourteen digits of a capture in an address of the Wayback Machine; null when it is none. */
export function captureTimeOf(url: string): string | null {
  if (!isUrl(url)) return null;
  const { hostname, pathname } = new URL(url);
  return hostname === 'web.archive.org' ? (/^\/web\/(\d{14})(?:[a-z]{2}_)?\//.exec(pathname)?.[1] ?? null) : null;
}

/** The fourteen digits of a capture as RFC 3339; null for a day or hour that does not exist. */
export function dateOf(digits: string): string | null {
  const text = digits.replace(/^(....)(..)(..)(..)(..)(..)$/, '$1-$2-$3T$4:$5:$6Z');
  return isCanonicalInstant(text) ? text : null;
}

const OBJECT = /^\/(?:browse|api\/1)\/(revision|directory|content|release|snapshot)\/(?:sha1_git:)?([0-9a-f]{40})(?:\/(?:raw\/|log\/)?)?$/i;
const TYPES: Readonly<Record<string, string>> = { revision: 'rev', directory: 'dir', content: 'cnt', release: 'rel', snapshot: 'snp' };

/** Software Heritage: a SWHID in the address, or a page that shows one object. */
function describeHeritage(url: string, { hostname, pathname, searchParams }: URL): LinkDescription | null {
  const swhid = pathname.replace(/^\/(?:browse\/)?(?=swh:)/, '').replace(/\/$/, '');
  if (swhid.startsWith('swh:')) return describeSwhid(url, swhid, hostname);
  const [, type = '', id] = OBJECT.exec(pathname) ?? [];
  // With a path the page shows an object in it, not the one whose id stands in the address.
  if (id === undefined || searchParams.has('path')) return null;
  const origin = searchParams.get('origin_url') ?? '';
  const context = isUrl(origin) && !/[\s;]/.test(origin) ? `;origin=${origin}` : '';
  return describeSwhid(url, `swh:1:${TYPES[type.toLowerCase()]}:${id.toLowerCase()}${context}`, hostname);
}
