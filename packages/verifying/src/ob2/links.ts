import { hostOf, isObject, isUrl } from '@proofmark/primitives';
import type { Json, JsonObject } from '@proofmark/schemas';
import { idOf } from '../credential/nodes.js';
import { readJson } from '../documents/read-json.js';
import type { Sources } from '../documents/sources.js';
import { sameId } from '../gather/same-id.js';
import { LIMITS } from '../limits.js';
import type { FetchRequest } from '../ports.js';
import type { Linked } from './facts.js';
import { withoutNulls } from './without-nulls.js';

const ACCEPT = 'application/ld+json, application/json;q=0.9, */*;q=0.1';

/** The document at an address, which has to call itself by that address. */
export async function readAt(url: string | null, purpose: FetchRequest['for'], sources: Sources): Promise<Linked> {
  if (url === null || !/^https?:\/\//i.test(url) || !isUrl(url)) return { kind: 'unnamed' };
  const host = hostOf(url);
  const request = { url, accept: ACCEPT, maxBytes: LIMITS.documentBytes, for: purpose };
  const fetched = await sources.fetch(request);
  if (!fetched.ok && fetched.status === 410) return { kind: 'gone', host };
  if (!fetched.ok) {
    return { kind: 'unreachable', code: fetched.code, host, ...(fetched.status === undefined ? {} : { status: fetched.status }) };
  }
  const read = await readJson(request, sources);
  return read.ok && isObject(read.json) && sameId(idOf(read.json), url)
    ? { kind: 'document', json: withoutNulls(read.json) }
    : { kind: 'other', host };
}

/** A linked object: the embedded one, or the document at the address given instead. */
export async function follow(link: Json | undefined, purpose: FetchRequest['for'], sources: Sources): Promise<Linked> {
  if (isObject(link) && Object.keys(link).some((key) => key !== 'id' && key !== 'type')) return { kind: 'document', json: link };
  return readAt(idOf(link), purpose, sources);
}

/** A document's own id, or that of the link to it. */
export function idOfLink(link: Json | undefined, linked: Linked): string | null {
  return (linked.kind === 'document' ? idOf(linked.json as JsonObject) : null) ?? idOf(link);
}
