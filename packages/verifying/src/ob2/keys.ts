import { listOf, member, textOf } from '@proofmark/primitives';
import { checkJws, type DecodedJwt, readJwk } from '@proofmark/proofs';
import type { Json, JsonObject, Outcome } from '@proofmark/schemas';
import { idOf } from '../credential/nodes.js';
import type { Sources } from '../documents/sources.js';
import { sameId } from '../gather/same-id.js';
import type { Ports } from '../ports.js';
import type { KeyTried, Linked } from './facts.js';
import { follow } from './links.js';

/** Keys of one issuer that are tried. */
const MAX_KEYS = 5;

/**
 * Tries the keys that the issuer's profile lists (Open Badges 2.0, signed verification). A key counts only when the profile names it and
 * it names the profile as its owner; one that only the badge names is not even fetched.
 */
export async function tryKeys(
  jwt: DecodedJwt,
  assertion: JsonObject,
  issuerId: string,
  profile: JsonObject,
  ports: Ports,
  sources: Sources,
): Promise<readonly KeyTried[]> {
  const creator = textOf(member(assertion, 'verification') ?? member(assertion, 'verify'), 'creator');
  const listed = listOf(member(profile, 'publicKey')).slice(0, MAX_KEYS);
  const wanted = creator === null ? listed : listed.filter((link) => sameId(idOf(link), creator));
  if (creator !== null && wanted.length === 0) return [{ id: creator, listed: false, owned: false, signature: NOT_REACHED }];
  const tried: KeyTried[] = [];
  for (const link of wanted) {
    const one = await tryKey(jwt, link, issuerId, ports, sources);
    tried.push(one);
    if (one.owned && one.signature.outcome === 'passed') break;
  }
  return tried;
}

const NOT_REACHED: Outcome = { outcome: 'unknown', code: 'not-reached' };

async function tryKey(jwt: DecodedJwt, link: Json, issuerId: string, ports: Ports, sources: Sources): Promise<KeyTried> {
  const found = await follow(link, 'issuer', sources);
  const key = { id: idOf(link), listed: true };
  if (found.kind !== 'document') return { ...key, owned: false, signature: missing(found) };
  const owned = sameId(idOf(member(found.json, 'owner')), issuerId);
  const jwk = await ports.tokens.readPem(textOf(found.json, 'publicKeyPem') ?? '');
  if (jwk === undefined) return { ...key, owned, signature: { outcome: 'unknown', code: 'unsupported-by-host' } };
  const reading = jwk === null ? null : readJwk(jwk);
  if (!reading?.ok) return { ...key, owned, signature: { outcome: 'unknown', code: 'issuer-document-invalid', detail: { reason: 'key' } } };
  const outcome = await checkJws({ jwt, key: reading.key, tokens: ports.tokens });
  if (outcome.outcome === 'valid') return { ...key, owned, signature: { outcome: 'passed' } };
  if (outcome.outcome === 'invalid') {
    return { ...key, owned, signature: { outcome: 'failed', code: 'signature-invalid', detail: { reason: outcome.reason } } };
  }
  const code = outcome.reason === 'host' ? 'unsupported-by-host' : 'unsupported-suite';
  return { ...key, owned, signature: { outcome: 'unknown', code, detail: { suite: jwt.alg, reason: outcome.reason } } };
}

function missing(found: Exclude<Linked, { kind: 'document' }>): Outcome {
  switch (found.kind) {
    case 'unreachable':
      return found.code === 'offline'
        ? { outcome: 'unknown', code: 'offline', detail: { host: found.host } }
        : { outcome: 'unknown', code: 'issuer-unreachable', detail: { host: found.host, reason: found.code } };
    case 'other':
      return { outcome: 'unknown', code: 'issuer-document-invalid', detail: { host: found.host } };
    case 'gone':
      return { outcome: 'unknown', code: 'key-not-found', detail: { host: found.host } };
    case 'unnamed':
      return { outcome: 'unknown', code: 'key-not-found' };
  }
}
