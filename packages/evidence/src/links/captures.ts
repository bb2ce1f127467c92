import { isCanonicalInstant, isUrl } from '@proofmark/primitives';
import type { LinkDescription } from './description.js';
import { describeDoi, describeSwhid } from './names.js';
import { kindOfPage } from './page-kinds.js';

const CAPTURE = /^\/web\/(\d{14})(?:[a-z]{2}_)?\/(https?:\/\/?.+)$/;

/** A link into an archive or to a resolver of persistent names: a Wayback capture, a SWHID, a DOI. Null for anything else. */
export function describeCapture(url: string, parsed: URL): LinkDescription | null {
  const { host, pathname } = parsed;
  if (host === 'archive.softwareheritage.org') return describeSwhid(url, pathname.slice(1).replace(/\/$/, ''), host);
  if (host === 'doi.org' || host === 'dx.doi.org' || host === 'www.doi.org') return describeDoi(url, pathname.slice(1), host);
  const [, time, captured] = (host === 'web.archive.org' ? CAPTURE.exec(pathname + parsed.search) : null) ?? [];
  if (time === undefined || captured === undefined) return null;
  const page = captured.replace(/^(https?:\/)(?!\/)/, '$1/');
  const kind = isUrl(page) ? kindOfPage(new URL(page)) : 'page';
  const capturedAt = dateOf(time);
  const found = { url, kind, host, pinned: true, pinnedBy: 'capture', permalink: parsed.href, fetchable: false, problems: [] } as const;
  return capturedAt === null ? found : { ...found, capturedAt };
}

/** The fourteen digits of a capture as RFC 3339; null for a day or hour that does not exist. */
function dateOf(digits: string): string | null {
  const text = digits.replace(/^(....)(..)(..)(..)(..)(..)$/, '$1-$2-$3T$4:$5:$6Z');
  return isCanonicalInstant(text) ? text : null;
}
