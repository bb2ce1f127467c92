import { decodeUtf8Document, hostOf, member, textOf } from '@proofmark/primitives';
import { canonicalJson } from '@proofmark/proofs';
import { documentClassOf, type Json, type JsonObject, typesOf } from '@proofmark/schemas';
import { instant, isAuthentic, issuerOf } from '../authenticity/judge-proof.js';
import { nodesOf } from '../credential/nodes.js';
import type { RefreshFact, Secured } from '../facts/facts.js';
import { fromText } from '../input/from-text.js';
import { notABadge } from '../input/reading.js';
import { LIMITS } from '../limits.js';
import type { Asking } from './gathering.js';
import { sameId } from './same-id.js';

/** What was found where newer versions are to be had, and the newer version, if there is one. */
export interface Refreshed {
  readonly fact: RefreshFact;
  readonly newer: Secured | null;
}

const ACCEPT = 'application/vc, application/vc+jwt;q=0.9, application/ld+json;q=0.9, application/json;q=0.8, text/plain;q=0.5';

/**
 * Asks the service that a badge names for newer versions (1EdTechCredentialRefresh 1.0; OB 3.0, verification, step "refresh"): once, and
 * only when its signature is good. What answers has to be the same issuer's same badge, good in itself and not older; else the original
 * stands. This file is loaded for the first badge that names such a service.
 */
export async function askRefresh(original: Secured, { policy, sources, checkProofs }: Asking): Promise<Refreshed> {
  const services = nodesOf(original.credential, 'refreshService');
  const urls = services.flatMap((node) => (typesOf(node).includes('1EdTechCredentialRefresh') ? (textOf(node, 'id') ?? []) : []));
  // Of several, always the same one: their order is not signed.
  const url = [...urls].sort()[0] ?? null;
  if (url === null) return stands({ kind: 'unsupported', type: services.flatMap(typesOf).join(' ') });
  const host = hostOf(url);
  const fetched = await sources.fetch({ url, accept: ACCEPT, maxBytes: LIMITS.textBytes, for: 'refresh' });
  if (!fetched.ok) return stands({ kind: 'unreachable', code: fetched.code, host });
  const reading = await fromText(decodeUtf8Document(fetched.body) ?? '', async () => notABadge('binary'));
  const refused = (fault: Extract<RefreshFact, { kind: 'refused' }>['fault']): Refreshed => stands({ kind: 'refused', fault, host });
  if (reading.kind !== 'badge') return refused('no-badge');
  const { credential, jwt } = reading.badge;
  if (!isSameBadge(credential, original.credential)) return refused('other-badge');
  if (isUnchanged(credential, original.credential)) return stands({ kind: 'same' });
  const [from, before] = [beginOf(credential), beginOf(original.credential)];
  if (from === null || (before !== null && from.time < before.time)) return refused('older');
  const newer = await checkProofs(credential, jwt);
  if (newer.schema === null || newer.schema.violations.length > 0) return refused('schema');
  // Read as one, two ways of writing the same are the same.
  if (isUnchanged(newer.credential, original.credential)) return stands({ kind: 'same' });
  return isAuthentic(newer, policy.at) ? { fact: { kind: 'newer', from: from.text }, newer } : refused('not-authentic');
}

function stands(fact: RefreshFact): Refreshed {
  return { fact, newer: null };
}

/** OB 3.0, equality: the same issuer and the same id. */
function isSameBadge(a: JsonObject, b: JsonObject): boolean {
  const [issuer, id] = [issuerOf(b), textOf(b, 'id')];
  return (
    issuer !== null && id !== null && sameId(issuerOf(a), issuer) && sameId(textOf(a, 'id'), id) && documentClass(a) === documentClass(b)
  );
}

/** The kind of badge, whichever data model it is written in. */
function documentClass(credential: JsonObject): string {
  return (documentClassOf(credential) ?? '').replace(/V1$/, '');
}

function isUnchanged({ proof: _a, ...a }: JsonObject, { proof: _b, ...b }: JsonObject): boolean {
  return canonicalJson(a) === canonicalJson(b);
}

function beginOf(credential: JsonObject): { readonly text: string; readonly time: number } | null {
  const text: Json | undefined = member(credential, 'validFrom') ?? member(credential, 'issuanceDate');
  const time = instant(text);
  return typeof text === 'string' && time !== null ? { text, time } : null;
}
