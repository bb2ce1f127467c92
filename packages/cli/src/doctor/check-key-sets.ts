import { doctorTexts } from '@proofmark/messages/terminal';
import { type DidDocument, type ListedKey, readJwks, readKeyDocument, sameKey, type VerificationMethod } from '@proofmark/proofs';
import { eachOnce } from './check-keys.js';
import { ownDomainOf } from './domains-of.js';
import { type Finding, note, ok, problem } from './finding.js';
import { jsonIn, type Look } from './look.js';
import { JSON_TYPES, servedFindings } from './served.js';

const texts = doctorTexts['key-sets'];
const ACCEPT = 'application/jwk-set+json, application/json;q=0.9, */*;q=0.1';
const JWK_ACCEPT = 'application/jwk+json, application/json;q=0.9, */*;q=0.1';
const SHOWN_ALONE = 3;

/**
 * Whether the keys that sign VC-JWTs are also where such verifiers look: in the key set of the host, each with the issuer it belongs to
 * (OB 3.0 implementation guide, key provenance), and alone at an address of their own.
 */
export async function checkKeySets(document: DidDocument, documentUrl: string, look: Look): Promise<readonly Finding[]> {
  const keys = eachOnce(document.methods).filter(({ key, revoked }) => key.ok && key.key.algorithm !== 'Ed25519' && revoked === null);
  if (keys.length === 0) {
    return [note('jwks', texts['no-key'].text, texts['no-key'].remedy)];
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
  const { name, missing } = texts;
  const types = ['application/jwk-set+json', ...JSON_TYPES];
  const served = servedFindings(looked, { id: 'jwks', name, types, missing });
  if (!looked.fetched.ok) return served;
  const set = readJwks(jsonIn(looked));
  if (set.kind !== 'jwks') {
    const secret = set.kind === 'malformed' && set.code === 'private-key';
    return [
      ...served,
      secret
        ? problem('jwks-private', texts.private.text, texts.private.remedy)
        : problem('jwks-invalid', texts.invalid.text, texts.invalid.remedy),
    ];
  }
  return [...served, ...keys.map((method) => checkListed(method, set.keys, document.id))];
}

function checkListed(method: VerificationMethod, listed: readonly ListedKey[], issuer: string): Finding {
  const key = method.id.slice(method.id.indexOf('#'));
  const { key: read } = method;
  const same = read.ok ? listed.filter((entry) => sameKey(entry.key, read.key)) : [];
  if (same.length === 0) {
    return problem('jwks-key', texts.absent.text({ key }), texts.absent.remedy);
  }
  if (same.some(({ iss }) => iss === issuer)) return ok('jwks-key', texts.ok({ key }));
  const other = same.find(({ iss }) => iss !== null);
  const remedy = texts['no-issuer'].remedy({ issuer });
  if (other !== undefined) return problem('jwks-iss', texts['other-issuer']({ key, other: other.iss ?? '' }), remedy);
  const text = texts['no-issuer'].text({ key });
  // On a host with one issuer it belongs to that one.
  return ownDomainOf(issuer) === null ? problem('jwks-iss', text, remedy) : note('jwks-iss', text, remedy);
}

async function checkAlone(keys: readonly VerificationMethod[], documentUrl: string, look: Look): Promise<readonly Finding[]> {
  const findings = keys.slice(0, SHOWN_ALONE).map(async (method): Promise<readonly Finding[]> => {
    const fragment = method.id.slice(method.id.indexOf('#') + 1);
    const looked = await look.ask(new URL(`keys/${encodeURIComponent(fragment)}`, documentUrl).href, JWK_ACCEPT, 'issuer');
    const found = looked.fetched.ok ? readKeyDocument(jsonIn(looked), looked.request.url) : null;
    if (found?.kind === 'jwk' && method.key.ok && sameKey(found.key.key, method.key.key)) {
      return servedFindings(looked, {
        id: 'key-alone',
        name: texts.alone({ key: `#${fragment}` }),
        types: [...JSON_TYPES, 'application/jwk+json'],
        missing: '',
      });
    }
    const { text, remedy } = texts['not-alone'];
    return [note('key-alone', text({ key: `#${fragment}`, url: looked.request.url }), remedy)];
  });
  return (await Promise.all(findings)).flat();
}
