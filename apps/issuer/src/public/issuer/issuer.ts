import { isUuid, type JsonObject, recordUrl } from '@proofmark/schemas';
import type { Context } from 'hono';
import type { PublicContext } from '../context.js';
import { jsonAnswer, pageAnswer, refusal } from '../http/answers.js';
import { negotiate } from '../http/negotiate.js';
import { CACHE } from '../http/respond.js';
import type { PublicIssuer, PublicSigningKey } from '../reads.js';
import { assessorDidDocument, didDocument, jwk, jwks, profileDocument } from './issuer-documents.js';
import { issuerPage } from './issuer-page.js';

const DID_TYPES = ['application/did+ld+json', 'application/did+json', 'application/did'] as const;
const PROFILE_TYPES = ['application/ld+json', 'application/json'] as const;
const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** GET /issuers/{slug}: the page, the profile, or the DID document, by the Accept header. */
export async function getIssuer(c: Context, context: PublicContext): Promise<Response> {
  const issuer = await findIssuer(c, context);
  if (issuer === null) return absent(c, context);
  const wanted = negotiate(c.req.header('accept'), ['text/html', ...PROFILE_TYPES, ...DID_TYPES]);
  if (wanted === null)
    return refusal(
      c,
      context,
      'not-acceptable',
      context.language.texts.refusals['issuer-type']({ types: ['text/html', ...PROFILE_TYPES, ...DID_TYPES].join(', ') }),
    );
  if ((PROFILE_TYPES as readonly string[]).includes(wanted)) return jsonAnswer(c, profileDocument(issuer), wanted);
  if (wanted !== 'text/html') return jsonAnswer(c, await documentOf(issuer, context), wanted, CACHE.live);
  const keys = await context.deps.reads.listSigningKeys(issuer.id);
  return pageAnswer(c, issuerPage(issuer, keys, context.at, context.assets, context.language));
}

/** GET /issuers/{slug}/did.json (did:web, 3.2). A JSON type unless a DID type is named, since some resolvers take only that. */
export async function getDidDocument(c: Context, context: PublicContext): Promise<Response> {
  const issuer = await findIssuer(c, context);
  if (issuer === null) return absent(c, context);
  const wanted = negotiate(c.req.header('accept'), ['application/json', ...DID_TYPES, 'application/ld+json']) ?? 'application/json';
  return jsonAnswer(c, await documentOf(issuer, context), wanted, CACHE.live);
}

async function documentOf(issuer: PublicIssuer, { deps: { reads, publicBaseUrl } }: PublicContext): Promise<JsonObject> {
  const [keys, domains, record] = await Promise.all([
    reads.listSigningKeys(issuer.id),
    reads.listDomains(issuer.id),
    reads.findIssuanceRecord(issuer.id),
  ]);
  const endpoint = recordUrl(publicBaseUrl, issuer.slug);
  return didDocument(issuer, keys, domains, record === null ? null : { endpoint, keys: record.keys });
}

/** GET /issuers/{slug}/jwks.json */
export async function getIssuerKeys(c: Context, context: PublicContext): Promise<Response> {
  const issuer = await findIssuer(c, context);
  if (issuer === null) return absent(c, context);
  return keySet(c, await context.deps.reads.listSigningKeys(issuer.id));
}

/** Fewer than verifiers read of one set. */
const MAX_KEYS = 900;

/**
 * GET /.well-known/jwks.json: keys of every issuer of this host, each with its `iss`; of many only the newest, the active ones first.
 * With `?iss=` and a DID, all keys of that issuer.
 */
export async function getAllKeys(c: Context, context: PublicContext): Promise<Response> {
  const { reads } = context.deps;
  const did = c.req.query('iss');
  if (did === undefined) return keySet(c, await reads.listKeysOfAll(MAX_KEYS));
  const issuer = did.length > 500 ? null : await reads.findIssuerByDid(did);
  return issuer === null ? absent(c, context) : keySet(c, await reads.listSigningKeys(issuer.id));
}

/** GET /issuers/{slug}/keys/{fragment}: one key alone as a bare JWK, current or retired. A JWK cannot say that it was revoked: then it is gone. */
export async function getIssuerKey(c: Context, context: PublicContext): Promise<Response> {
  const issuer = await findIssuer(c, context);
  if (issuer === null) return absent(c, context);
  const name = `${issuer.did}#${c.req.param('fragment') ?? ''}`;
  const key = (await context.deps.reads.listSigningKeys(issuer.id)).find((candidate) => candidate.verificationMethod === name);
  if (key === undefined) return refusal(c, context, 'not-found', context.language.texts.refusals['issuer-key']);
  if (key.revoked !== null) return refusal(c, context, 'gone', context.language.texts.refusals['issuer-key-revoked']);
  const wanted = negotiate(c.req.header('accept'), ['application/jwk+json', 'application/json']) ?? 'application/jwk+json';
  return jsonAnswer(c, jwk(key), wanted, CACHE.live);
}

/** The issuer that an address names. */
export async function findIssuer(c: Context, { deps }: PublicContext): Promise<PublicIssuer | null> {
  const slug = c.req.param('slug') ?? '';
  return SLUG.test(slug) ? deps.reads.findIssuerBySlug(slug) : null;
}

export function absent(c: Context, context: PublicContext): Response {
  return refusal(c, context, 'not-found', context.language.texts.refusals.issuer);
}

function keySet(c: Context, keys: readonly PublicSigningKey[]): Response {
  const wanted = negotiate(c.req.header('accept'), ['application/jwk-set+json', 'application/json']) ?? 'application/jwk-set+json';
  // A copy that is not asked about again would hide that a key was revoked.
  return jsonAnswer(c, jwks(keys), wanted, CACHE.live);
}

/** GET /issuers/{slug}/assessors/{id}/did.json: the keys with which the issuer signs for a person, and that it is the issuer who does. */
export async function getAssessor(c: Context, context: PublicContext): Promise<Response> {
  const { reads } = context.deps;
  const issuer = await findIssuer(c, context);
  const id = c.req.param('id') ?? '';
  if (issuer === null || !isUuid(id) || !(await reads.hasAssessor(issuer.id, id))) {
    return refusal(c, context, 'not-found', context.language.texts.refusals.assessor);
  }
  const wanted = negotiate(c.req.header('accept'), ['application/json', ...DID_TYPES, 'application/ld+json']) ?? 'application/json';
  return jsonAnswer(c, assessorDidDocument(issuer, id, await reads.listSigningKeys(issuer.id)), wanted, CACHE.live);
}
