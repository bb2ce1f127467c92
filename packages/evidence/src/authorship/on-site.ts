import type { Authorship } from '@proofmark/schemas/evidence';
import { authorshipInText, type ExpectedAuthorship } from './expected-authorship.js';
import { SITE_AUTHORSHIP_FILE, sitePlace } from './places.js';

/**
 * The authorship that a site shows: a text or DID in its file, or the DID document of the recipient.
 *
 * @param read answers the text of a small file of exactly this address, without leaving its origin; null when there is none
 */
export async function authorshipOnSite(
  url: string,
  read: (url: string) => Promise<string | null>,
  expected: ExpectedAuthorship,
): Promise<readonly Authorship[]> {
  const place = sitePlace(url);
  const text = await read(place.name + SITE_AUTHORSHIP_FILE);
  const authorship = text === null ? [] : authorshipInText(text, SITE_AUTHORSHIP_FILE, [place], expected);
  const { did, at } = expected;
  if (did === null || authorship.some(({ method }) => method === 'did') || did !== didOf(place.name)) return authorship;
  const document = await read(`${place.name}/.well-known/did.json`);
  return document !== null && idIn(document) === did ? [...authorship, { method: 'did', by: did, at, share: null }] : authorship;
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
