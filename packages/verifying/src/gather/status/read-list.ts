import { decodeList } from '@proofmark/credentials';
import { decodeUtf8Document, hostOf, isObject, listOf, member, textOf } from '@proofmark/primitives';
import type { DecodedJwt } from '@proofmark/proofs';
import { type JsonObject, typesOf } from '@proofmark/schemas';
import { statedBeginnings, statedEnds } from '../../authenticity/instants.js';
import { isAuthentic, issuerOf, primaryProof } from '../../authenticity/judge-proof.js';
import { nodesOf } from '../../credential/nodes.js';
import type { KeptList, ReadList } from '../../documents/list-cache.js';
import { statusRequest } from '../../documents/requests.js';
import { parseJson } from '../../input/parse-json.js';
import { lazyTokens } from '../../lazy-tokens.js';
import { LIMITS } from '../../limits.js';
import type { FetchFailure } from '../../ports.js';
import type { Asking } from '../gathering.js';
import type { ListKind } from './list-kinds.js';

export type ListAnswer = ReadList | { readonly kind: 'unreachable'; readonly code: FetchFailure; readonly host: string };

/** Reads a list, and each of them once. */
export type ReadOnce = (url: string, kind: ListKind) => Promise<ListAnswer>;

const ENTITY_TAG = /^(?:W\/)?"[\x21\x23-\x7e]{0,200}"$/;

/**
 * Reads the status list at an address: fetched, its own proof checked as a badge's is, and unfolded. A copy that the host keeps is used
 * while it is fresh, and as long as the server says that it has not changed.
 */
export async function readList(url: string, kind: ListKind, asking: Asking): Promise<ListAnswer> {
  const { ports, sources } = asking;
  const now = asking.policy.at;
  const key = `${kind.entry} ${url}`;
  const kept = ports.lists?.get(key);
  if (kept !== undefined && isFresh(kept, now)) return kept.list;
  const known = kept?.etag != null && ENTITY_TAG.test(kept.etag) ? kept.etag : null;
  const request = statusRequest(url);
  const fetched = await sources.fetch(known === null ? request : { ...request, etag: known });
  if (!fetched.ok) return { kind: 'unreachable', code: fetched.code, host: hostOf(url) };
  const unchanged = kept !== undefined && fetched.status === 304;
  const body = unchanged ? kept.body : fetched.body;
  // An issuer may give up a key at any time: the proof is checked anew even when the list is as it was.
  const list = await judgeList(body, kind, asking);
  if (list === null) return { kind: 'unreachable', code: 'unreachable', host: hostOf(url) };
  if (list.kind === 'list' && list.authentic) {
    ports.lists?.put(key, { list, etag: unchanged ? known : fetched.etag, body, askedAt: now });
  }
  return list;
}

function isFresh({ list, askedAt }: KeptList, now: number): boolean {
  const ttl = list.kind === 'list' ? list.ttl : null;
  return now >= askedAt && now - askedAt <= Math.min(ttl ?? LIMITS.listAge, LIMITS.listAge);
}

/** Null when this host could not load what the list needs to be read. */
async function judgeList(body: Uint8Array, kind: ListKind, { ports, policy, checkProofs }: Asking): Promise<ReadList | null> {
  const now = policy.at;
  const document = await readCredential(body);
  if (document === null) return null;
  const { credential, jwt } = document;
  if (credential === null || !typesOf(credential).includes(kind.credential)) return { kind: 'invalid', fault: 'not-a-list' };
  const secured = await checkProofs(credential, jwt);
  const subject = member(credential, 'credentialSubject');
  if (!isObject(subject) || !typesOf(subject).includes(kind.subject)) return { kind: 'invalid', fault: 'subject' };
  const bounds = { maxBytes: LIMITS.statusBitsBytes, minLength: 1, multibase: kind.multibase };
  const authentic = isAuthentic(secured, now);
  let text = (authentic && textOf(subject, 'encodedList')) || '';
  // The older standard was also read as asking for plain base64, with padding. Of long texts, this is far faster than to replace one by one.
  if (!kind.multibase)
    text = text
      .replace(/={1,2}$/, '')
      .split('+')
      .join('-')
      .split('/')
      .join('_');
  // What is not the issuer's is not unfolded either: nothing in it would be believed.
  const list = authentic ? await decodeList(text, (data, max) => ports.gunzip(data, max), bounds) : NO_BITS;
  if (!list.ok) return { kind: 'invalid', fault: list.code };
  const ttl = member(subject, 'ttl');
  return {
    kind: 'list',
    id: textOf(credential, 'id'),
    issuer: issuerOf(credential),
    authentic,
    purposes: listOf(member(subject, 'statusPurpose')).filter((purpose) => typeof purpose === 'string'),
    bits: list.bits,
    terms: nodesOf(credential, 'termsOfUse'),
    from: statedBeginnings(secured).map(({ text }) => text),
    until: statedEnds(secured, primaryProof(secured, now)).map(({ text }) => text),
    ttl: typeof ttl === 'number' && ttl >= 0 ? ttl : null,
  };
}

const NO_BITS = { ok: true, bits: { length: 0, bytes: new Uint8Array() } } as const;

/** A status list credential as served: JSON with an embedded proof, or a VC-JWT, else without a credential. Null when this host cannot read tokens. */
async function readCredential(body: Uint8Array): Promise<ServedList | null> {
  const text = decodeUtf8Document(body)?.trim() ?? '';
  if (text.startsWith('{')) {
    const reading = parseJson(text);
    return { credential: reading.ok && isObject(reading.json) ? reading.json : null, jwt: null };
  }
  return (await lazyTokens())?.credentialIn(text) ?? null;
}

interface ServedList {
  readonly credential: JsonObject | null;
  readonly jwt: DecodedJwt | null;
}
