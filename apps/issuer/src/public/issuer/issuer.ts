import { isUuid, type JsonObject, recordUrl } from '@proofmark/schemas';
import type { PublicContext } from '../context.js';
import { negotiate } from '../http/accept.js';
import { CACHE, type PublicAnswer } from '../http/answer.js';
import { jsonAnswer, pageAnswer, refusal } from '../http/answers.js';
import type { Asked } from '../http/asked.js';
import { issuerOfPage } from '../layout/issuer-links.js';
import type { PublicIssuer, PublicSigningKey } from '../reads.js';
import { assessorDidDocument, didDocument, jwk, jwks, profileDocument } from './issuer-documents.js';
import { issuerPage } from './issuer-page.js';

const DID_TYPES = ['application/did+ld+json', 'application/did+json', 'application/did'] as const;
const PROFILE_TYPES = ['application/ld+json', 'application/json'] as const;
const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** GET /issuers/{slug}: the page, the profile, or the DID document, by the Accept header. */
export async function getIssuer(asked: Asked, context: PublicContext): Promise<PublicAnswer> {
  const issuer = await findIssuer(asked, context);
  if (issuer === null) return absent(asked, context);
  const wanted = negotiate(asked.accept, ['text/html', ...PROFILE_TYPES, ...DID_TYPES]);
  if (wanted === null)
    return refusal(
      asked,
      { ...context, issuer: issuerOfPage(issuer) },
      'not-acceptable',
      context.language.texts.refusals['issuer-type']({ types: ['text/html', ...PROFILE_TYPES, ...DID_TYPES].join(', ') }),
    );
  if ((PROFILE_TYPES as readonly string[]).includes(wanted)) return jsonAnswer(profileDocument(issuer), wanted);
  if (wanted !== 'text/html') return jsonAnswer(await documentOf(issuer, context), wanted, CACHE.live);
  const keys = await context.deps.reads.listSigningKeys(issuer.id);
  return pageAnswer(issuerPage(issuer, keys, context.at, context.assets, context.language));
}

/** GET /issuers/{slug}/did.json (did:web, 3.2). A JSON type unless a DID type is named, since some resolvers take only that. */
export async function getDidDocument(asked: Asked, context: PublicContext): Promise<PublicAnswer> {
  const issuer = await findIssuer(asked, context);
  if (issuer === null) return absent(asked, context);
  const wanted = negotiate(asked.accept, ['application/json', ...DID_TYPES, 'application/ld+json']) ?? 'application/json';
  return jsonAnswer(await documentOf(issuer, context), wanted, CACHE.live);
}

async function documentOf(issuer: PublicIssuer, { deps: { reads, publicBaseUrl } }: PublicContext): Promise<JsonObject> {
  const [keys, domains, record] = await Promise.all([
    reads.listSigningKeys(issuer.id),
    reads.listDomains(issuer.id),
    reads.listRecordKeys(issuer.id),
  ]);
  const endpoint = recordUrl(publicBaseUrl, issuer.slug);
  return didDocument(issuer, keys, domains, record === null ? null : { endpoint, keys: record });
}

/** GET /issuers/{slug}/jwks.json */
export async function getIssuerKeys(asked: Asked, context: PublicContext): Promise<PublicAnswer> {
  const issuer = await findIssuer(asked, context);
  if (issuer === null) return absent(asked, context);
  return keySet(asked, await context.deps.reads.listSigningKeys(issuer.id));
}

/** Fewer than verifiers read of one set. */
const MAX_KEYS = 900;

/**
 * GET /.well-known/jwks.json: keys of every issuer of this host, each with its `iss`; of many only the newest, the active ones first.
 * With `?iss=` and a DID, all keys of that issuer.
 */
export async function getAllKeys(asked: Asked, context: PublicContext): Promise<PublicAnswer> {
  const { reads } = context.deps;
  const did = asked.query('iss');
  if (did === undefined) return keySet(asked, await reads.listKeysOfAll(MAX_KEYS));
  const issuer = did.length > 500 ? null : await reads.findIssuerByDid(did);
  return issuer === null ? absent(asked, context) : keySet(asked, await reads.listSigningKeys(issuer.id));
}

/** GET /issuers/{slug}/keys/{fragment}: one key alone as a bare JWK, current or retired. A JWK cannot say that it was revoked: then it is gone. */
export async function getIssuerKey(asked: Asked, context: PublicContext): Promise<PublicAnswer> {
  const issuer = await findIssuer(asked, context);
  if (issuer === null) return absent(asked, context);
  const name = `${issuer.did}#${asked.param('fragment') ?? ''}`;
  const key = (await context.deps.reads.listSigningKeys(issuer.id)).find((candidate) => candidate.verificationMethod === name);
  if (key === undefined)
    return refusal(asked, { ...context, issuer: issuerOfPage(issuer) }, 'not-found', context.language.texts.refusals['issuer-key']);
  if (key.revoked !== null)
    return refusal(asked, { ...context, issuer: issuerOfPage(issuer) }, 'gone', context.language.texts.refusals['issuer-key-revoked']);
  const wanted = negotiate(asked.accept, ['application/jwk+json', 'application/json']) ?? 'application/jwk+json';
  return jsonAnswer(jwk(key), wanted, CACHE.live);
}

/** The issuer that an address names. */
export async function findIssuer(asked: Asked, { deps }: PublicContext): Promise<PublicIssuer | null> {
  const slug = asked.param('slug') ?? '';
  return SLUG.test(slug) ? deps.reads.findIssuerBySlug(slug) : null;
}

export function absent(asked: Asked, context: PublicContext): PublicAnswer {
  return refusal(asked, context, 'not-found', context.language.texts.refusals.issuer);
}

function keySet(asked: Asked, keys: readonly PublicSigningKey[]): PublicAnswer {
  const wanted = negotiate(asked.accept, ['application/jwk-set+json', 'application/json']) ?? 'application/jwk-set+json';
  // A copy that is not asked about again would hide that a key was revoked.
  return jsonAnswer(jwks(keys), wanted, CACHE.live);
}

/** GET /issuers/{slug}/assessors/{id}/did.json: the keys with which the issuer signs for a person, and that it is the issuer who does. */
export async function getAssessor(asked: Asked, context: PublicContext): Promise<PublicAnswer> {
  const { reads } = context.deps;
  const issuer = await findIssuer(asked, context);
  const id = asked.param('id') ?? '';
  if (issuer === null || !isUuid(id) || !(await reads.hasAssessor(issuer.id, id))) {
    return refusal(asked, context, 'not-found', context.language.texts.refusals.assessor);
  }
  const wanted = negotiate(asked.accept, ['application/json', ...DID_TYPES, 'application/ld+json']) ?? 'application/json';
  return jsonAnswer(assessorDidDocument(issuer, id, await reads.listSigningKeys(issuer.id)), wanted, CACHE.live);
}
