import { DID_CONFIGURATION, DID_CONFIGURATION_CONTEXT } from '@proofmark/proofs';
import { signWithSuite } from '@proofmark/proofs/sign';
import { type Json, type JsonObject, VC1_CONTEXT } from '@proofmark/schemas';
import { acme, acmeJwt, ISSUER, issuerDocument, JWT_METHOD, methodOf, NOW, portsOf, rawToken, type TestKey } from './badges.fixture.js';

export const ORIGIN = 'https://acme.example';
export const CONFIGURATION = `${ORIGIN}/.well-known/did-configuration.json`;

/** The issuer's document, which names web domains as its own. */
export function claiming(...origins: readonly string[]): JsonObject {
  return issuerDocument({ service: [{ id: `${ISSUER}#domains`, type: 'LinkedDomains', serviceEndpoint: { origins } }] });
}

/** What a domain hosts. */
export function configuration(...linked: readonly Json[]): JsonObject {
  return { '@context': DID_CONFIGURATION_CONTEXT, linked_dids: linked };
}

/** An unsigned domain linkage credential; `more` replaces whole members, and `undefined` takes one out. */
export function linkage(more: JsonObject = {}): JsonObject {
  const credential: JsonObject = {
    '@context': [VC1_CONTEXT, DID_CONFIGURATION_CONTEXT],
    type: ['VerifiableCredential', 'DomainLinkageCredential'],
    issuer: ISSUER,
    issuanceDate: '2026-11-22T09:00:00Z',
    expirationDate: '2031-11-22T09:00:00Z',
    credentialSubject: { id: ISSUER, origin: ORIGIN },
    ...more,
  };
  return Object.fromEntries(Object.entries(credential).filter(([, value]) => value !== undefined));
}

/** The same as a token, as DIF writes it. */
export function linkageToken(credential: JsonObject = linkage(), claims: JsonObject = {}, key: TestKey = acmeJwt): string {
  const payload = { iss: ISSUER, sub: ISSUER, nbf: 1795338000, exp: 1953018000, vc: credential, ...claims };
  return rawToken({ alg: key === acmeJwt ? 'ES256' : 'EdDSA', kid: JWT_METHOD }, payload, key);
}

/** The same with an embedded proof. */
export async function linkageProof(credential: JsonObject = linkage(), key: TestKey = acme): Promise<JsonObject> {
  const signed = await signWithSuite({
    document: credential,
    cryptosuite: 'eddsa-rdfc-2022',
    verificationMethod: methodOf(ISSUER, key),
    created: '2026-11-22T09:00:00Z',
    signer: key.signer,
    crypto: portsOf({}).crypto,
    contexts: DID_CONFIGURATION,
  });
  if (!signed.ok) throw new Error(`not signed: ${signed.reason.outcome}`);
  return signed.document;
}

export const REGISTRY = 'https://registry.example/registry.json';
export const FEDERATION = 'https://federation.example/.well-known/openid-federation';
export const FETCH = `https://federation.example/fetch?sub=${encodeURIComponent(ISSUER)}`;

const seconds = (time: number): number => Math.floor(time / 1000);

/** A signed entity statement. */
export function statement(claims: JsonObject, { key = acmeJwt, header = {} }: { key?: TestKey; header?: JsonObject } = {}): string {
  const payload = { iss: 'https://federation.example', iat: seconds(NOW) - 60, exp: seconds(NOW) + 3600, ...claims };
  return rawToken({ alg: 'ES256', typ: 'entity-statement+jwt', kid: 'registry-1', ...header }, payload, key);
}

/** What a federation says about itself, signed with its own key. */
export function entityConfiguration(key: TestKey, more: JsonObject = {}): string {
  const entity = { organization_name: 'Register of Schools', federation_fetch_endpoint: 'https://federation.example/fetch' };
  const jwks = { keys: [{ ...key.publicKey.jwk, kid: 'registry-1' }] };
  return statement({ sub: 'https://federation.example', jwks, metadata: { federation_entity: entity }, ...more }, { key });
}

/** What a federation says about the issuer. */
export function subordinate(key: TestKey, more: JsonObject = {}, header: JsonObject = {}): string {
  const metadata = { federation_entity: { organization_name: 'Acme Academy Ltd', homepage_uri: 'https://acme.example' } };
  return statement({ sub: ISSUER, metadata, ...more }, { key, header });
}
