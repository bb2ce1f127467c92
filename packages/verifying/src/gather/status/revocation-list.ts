import { isObject, listOf, member, textOf } from '@proofmark/primitives';
import type { Json, JsonObject } from '@proofmark/schemas';
import { issuerOf } from '../../authenticity/judge-proof.js';
import { idOf } from '../../credential/nodes.js';
import { readJson } from '../../documents/read-json.js';
import type { Sources } from '../../documents/sources.js';
import type { StatusFact } from '../../facts/facts.js';
import { LIMITS } from '../../limits.js';
import { sameAs } from '../same-id.js';

/**
 * Looks the badge up in a 1EdTechRevocationList (Verifiable Credentials Revocation List 1.0). The list has no proof of its own: the signed
 * badge names its address, and TLS vouches for that. Implementers spell the property in two ways; both are read.
 * This file is loaded for the first badge that names such a list.
 */
export async function askRevocationList(
  badge: JsonObject,
  url: string | null,
  sources: Sources,
): Promise<Pick<StatusFact, 'answer' | 'reason'>> {
  const id = textOf(badge, 'id');
  const none = { reason: null };
  if (url === null || id === null) return { ...none, answer: { kind: 'invalid', fault: 'entry' } };
  const read = await readJson({ url, accept: 'application/json', maxBytes: LIMITS.statusListBytes, for: 'status' }, sources);
  if (!read.ok) {
    const { code, host } = read;
    return { ...none, answer: code === 'malformed' ? { kind: 'invalid', fault: 'not-a-list' } : { kind: 'unreachable', code, host } };
  }
  const revoked = revokedIn(read.json);
  if (revoked === null) return { ...none, answer: { kind: 'invalid', fault: 'not-a-list' } };
  const issuer = idOf(member(read.json, 'issuer'));
  if (issuer !== null && issuer !== issuerOf(badge)) return { ...none, answer: { kind: 'untrusted', fault: 'issuer' } };
  const isThis = sameAs(id);
  const found = revoked.find((entry) => isThis(idOf(entry)) && member(entry, 'revoked') !== false);
  const answer = {
    kind: 'bit',
    set: found !== undefined,
    value: found === undefined ? 0 : 1,
    fault: null,
    foreignIssuer: null,
    entries: null,
    from: [],
    until: [],
    terms: [],
  } as const;
  return { answer, reason: textOf(found, 'revocationReason')?.slice(0, 500) ?? null };
}

/** The withdrawn credentials; null for what is no such list. A credential is an object with its id, or the id alone. */
function revokedIn(json: Json): readonly Json[] | null {
  if (!isObject(json)) return null;
  const written = ['revokedCredential', 'revokedCredentials'].filter((key) => member(json, key) !== undefined);
  const entries = written.flatMap((key) => listOf(member(json, key)));
  const known = entries.every((entry) => typeof entry === 'string' || (isObject(entry) && textOf(entry, 'id') !== null));
  return known && (written.length > 0 || textOf(json, 'type')?.includes('RevocationList')) ? entries : null;
}
