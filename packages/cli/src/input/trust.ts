import { decodeUtf8Document } from '@proofmark/primitives';
import type { Json } from '@proofmark/schemas';
import type { DocumentSource, Policy, Registry } from '@proofmark/verifying';
import { UsageError } from '../usage-error.js';
import { readFileStart } from './read-input.js';

/** Whom the reader trusts: issuers by DID or domain, and registries that list issuers. */
export type Trust = Pick<Policy, 'trustedIssuers' | 'registries'>;

const MAX_BYTES = 4_000_000;
const ENTRY = /^(?:did:[a-z0-9]+:\S+|(?:https?:\/\/)?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*(?::\d+)?\/?)$/iu;
const ACCEPT = 'application/json, application/entity-statement+jwt, text/plain';

/**
 * Reads what `--trust` names, in the order given: lists of DIDs and domains (JSON, or one a line), registries in the form of the Digital
 * Credentials Consortium, lists of such registries, and OpenID Federations. Throws a UsageError for a file that is none of these. What an
 * address answers is the verifier's to judge: one that cannot be read leaves the question open, and is named.
 */
export async function readTrust(places: readonly string[], documents: DocumentSource): Promise<Trust> {
  const issuers: string[] = [];
  const registries: Registry[] = [];
  for (const place of places) {
    const found = await readPlace(place, documents);
    issuers.push(...(found.trustedIssuers ?? []));
    registries.push(...(found.registries ?? []));
  }
  return { ...(issuers.length > 0 && { trustedIssuers: issuers }), ...(registries.length > 0 && { registries }) };
}

async function readPlace(place: string, documents: DocumentSource): Promise<Trust> {
  if (place.startsWith('did:')) return { trustedIssuers: [place] };
  if (!/^https?:\/\//i.test(place)) {
    const found = understand(decodeUtf8Document(await readFileStart(place, MAX_BYTES)), place);
    if (found !== null) return found;
    throw new UsageError(
      `${place} is no list of trusted issuers: it takes a JSON list, one DID or domain a line, or a registry ({"registry": {…}}).`,
    );
  }
  const answer = await documents.fetch({ url: place, accept: ACCEPT, maxBytes: MAX_BYTES, for: 'registry' });
  return (answer.ok ? understand(decodeUtf8Document(answer.body), place) : null) ?? { registries: [{ url: place }] };
}

/** What a text says; null when it is none of the forms. */
function understand(text: string | null, place: string): Trust | null {
  if (text === null) return null;
  const trimmed = text.trim();
  if (/^[\w-]+\.[\w-]+\.[\w-]+$/.test(trimmed) && trimmed.length > 100) {
    return /^https?:/i.test(place) ? { registries: [{ url: place, kind: 'openid-federation' }] } : null;
  }
  if (/^[[{]/.test(trimmed)) return fromJson(parse(trimmed), place);
  const lines = trimmed
    .split(/\r?\n/)
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter((line) => line !== '');
  return lines.length > 0 && lines.every((line) => ENTRY.test(line)) ? { trustedIssuers: lines } : null;
}

function fromJson(json: Json | undefined, place: string): Trust | null {
  if (Array.isArray(json)) {
    if (json.every((entry) => typeof entry === 'string' && ENTRY.test(entry.trim()))) return { trustedIssuers: json as string[] };
    const registries = json.map(registryOf);
    return registries.length > 0 && registries.every((registry) => registry !== null) ? { registries } : null;
  }
  return objectOf(objectOf(json)?.registry) === null ? null : { registries: [{ url: place, json: json as Json }] };
}

/** One entry of a list of known registries: `{name, url}`, or for a federation `{name, trustAnchorEC}`. */
function registryOf(entry: Json): Registry | null {
  const { name, url, trustAnchorEC } = objectOf(entry) ?? {};
  const address = typeof trustAnchorEC === 'string' ? trustAnchorEC : url;
  if (typeof address !== 'string' || !/^https?:\/\//i.test(address)) return null;
  const kind = typeof trustAnchorEC === 'string' ? 'openid-federation' : 'json';
  return { url: address, kind, ...(typeof name === 'string' && { name }) };
}

function objectOf(json: Json | undefined): { readonly [key: string]: Json | undefined } | null {
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as { readonly [key: string]: Json | undefined }) : null;
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
