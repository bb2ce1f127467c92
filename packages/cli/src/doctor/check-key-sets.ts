import { type DidDocument, type ListedKey, readJwks, readKeyDocument, sameKey, type VerificationMethod } from '@proofmark/proofs';
import { ownDomainOf } from './domains-of.js';
import { type Finding, note, ok, problem } from './finding.js';
import { jsonIn, type Look } from './look.js';
import { JSON_TYPES, servedFindings } from './served.js';

const ACCEPT = 'application/jwk-set+json, application/json;q=0.9, */*;q=0.1';
const JWK_ACCEPT = 'application/jwk+json, application/json;q=0.9, */*;q=0.1';
const SHOWN_ALONE = 3;

/**
 * Whether the keys that sign VC-JWTs are also where such verifiers look: in the key set of the host, each with the issuer it belongs to
 * (OB 3.0 implementation guide, key provenance), and alone at an address of their own.
 */
export async function checkKeySets(document: DidDocument, documentUrl: string, look: Look): Promise<readonly Finding[]> {
  const keys = document.methods.filter(({ key }) => key.ok && key.key.algorithm !== 'Ed25519');
  if (keys.length === 0) {
    return [
      note('jwks', 'The issuer has no key for VC-JWTs.', 'That is fine for badges with embedded proofs. For tokens add a P-256 key.'),
    ];
  }
  return [...(await checkSet(document, keys, documentUrl, look)), ...(await checkAlone(keys, documentUrl, look))];
}

async function checkSet(
  document: DidDocument,
  keys: readonly VerificationMethod[],
  documentUrl: string,
  look: Look,
): Promise<readonly Finding[]> {
  const looked = await look.ask(`${new URL(documentUrl).origin}/.well-known/jwks.json`, ACCEPT, 'issuer');
  const missing = 'Host the public keys there as a JWK Set, each with "kid" and "iss": verifiers of tokens look for them there.';
  const types = ['application/jwk-set+json', ...JSON_TYPES];
  const served = servedFindings(looked, { id: 'jwks', name: 'The key set of the host', types, missing });
  if (!looked.fetched.ok) return served;
  const set = readJwks(jsonIn(looked));
  if (set.kind !== 'jwks') {
    const secret = set.kind === 'malformed' && set.code === 'private-key';
    return [
      ...served,
      secret
        ? problem('jwks-private', 'The key set holds a private key.', 'Remove it at once, and replace the key.')
        : problem('jwks-invalid', 'The key set is none.', 'It is a JSON object with an array "keys" (RFC 7517).'),
    ];
  }
  return [...served, ...keys.map((method) => checkListed(method, set.keys, document.id))];
}

function checkListed(method: VerificationMethod, listed: readonly ListedKey[], issuer: string): Finding {
  const name = `Key ${method.id.slice(method.id.indexOf('#'))}`;
  const { key } = method;
  const same = key.ok ? listed.filter((entry) => sameKey(entry.key, key.key)) : [];
  if (same.length === 0) {
    return problem('jwks-key', `${name} is not in the key set of the host.`, 'Add it there, and leave replaced keys in it.');
  }
  if (same.some(({ iss }) => iss === issuer)) return ok('jwks-key', `${name} is in the key set of the host, as one of this issuer.`);
  const other = same.find(({ iss }) => iss !== null);
  const remedy = `Give the entry "iss": "${issuer}".`;
  if (other !== undefined) return problem('jwks-iss', `${name} is in the key set of the host as one of ${other.iss}.`, remedy);
  const text = `${name} is in the key set of the host without the issuer it belongs to ("iss").`;
  // On a host with one issuer it belongs to that one.
  return ownDomainOf(issuer) === null ? problem('jwks-iss', text, remedy) : note('jwks-iss', text, remedy);
}

async function checkAlone(keys: readonly VerificationMethod[], documentUrl: string, look: Look): Promise<readonly Finding[]> {
  const findings = keys.slice(0, SHOWN_ALONE).map(async (method): Promise<readonly Finding[]> => {
    const fragment = method.id.slice(method.id.indexOf('#') + 1);
    const looked = await look.ask(new URL(`keys/${encodeURIComponent(fragment)}`, documentUrl).href, JWK_ACCEPT, 'issuer');
    const found = looked.fetched.ok ? readKeyDocument(jsonIn(looked), looked.request.url) : null;
    const name = `Key #${fragment}, alone,`;
    if (found?.kind === 'jwk' && method.key.ok && sameKey(found.key.key, method.key.key)) {
      return servedFindings(looked, { id: 'key-alone', name, types: [...JSON_TYPES, 'application/jwk+json'], missing: '' });
    }
    const remedy = 'Only validators that take “kid” for the address of one bare JWK need that.';
    return [note('key-alone', `${name} is not to be had: ${looked.request.url}`, remedy)];
  });
  return (await Promise.all(findings)).flat();
}
