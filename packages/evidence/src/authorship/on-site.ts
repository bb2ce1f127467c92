import type { Authorship } from '@proofmark/schemas/work';
import { type ExpectedMarks, marksIn } from './marks.js';
import { SITE_MARK, sitePlace } from './places.js';

/**
 * What ties a site to the recipient: a text or DID in its file, or its DID document being the recipient's.
 *
 * @param read answers the text of a small file of exactly this address, without leaving its origin; null when there is none
 */
export async function tiesOnSite(
  url: string,
  read: (url: string) => Promise<string | null>,
  expected: ExpectedMarks,
): Promise<readonly Authorship[]> {
  const place = sitePlace(url);
  const text = await read(place.name + SITE_MARK);
  const marks = text === null ? [] : marksIn(text, SITE_MARK, [place], expected);
  const { did, at } = expected;
  if (did === null || marks.some(({ method }) => method === 'did') || did !== didOf(place.name)) return marks;
  const document = await read(`${place.name}/.well-known/did.json`);
  return document !== null && idIn(document) === did ? [...marks, { method: 'did', by: did, at, share: null }] : marks;
}

/** The did:web of a whole host (did:web, 3.1). No other DID can be that of a document there. */
function didOf(origin: string): string {
  return `did:web:${new URL(origin).host.replace(':', '%3A')}`;
}

function idIn(json: string): unknown {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? (value as { readonly id?: unknown }).id : null;
  } catch {
    return null;
  }
}
