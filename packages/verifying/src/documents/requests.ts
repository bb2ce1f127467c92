import { LIMITS } from '../limits.js';
import type { FetchRequest } from '../ports.js';

const JSON_FORMS = 'application/ld+json;q=0.9, application/json;q=0.8';

/** Asks for a badge at its address. */
export function badgeRequest(url: string): FetchRequest {
  // Longer than 128 bytes, and a browser asks every foreign host for leave first (CORS preflight), which most do not answer.
  const accept = `application/vc, application/vc+jwt;q=0.9, ${JSON_FORMS}, image/*;q=0.7, */*;q=0.1`;
  return { url, accept, maxBytes: LIMITS.imageBytes, for: 'badge' };
}

/** Asks for a DID document, or what else holds the keys of an issuer. */
export function issuerRequest(url: string): FetchRequest {
  return {
    url,
    accept: `application/did+json, application/did+ld+json, ${JSON_FORMS}, */*;q=0.1`,
    maxBytes: LIMITS.documentBytes,
    for: 'issuer',
  };
}

/** Asks for a status list. */
export function statusRequest(url: string): FetchRequest {
  return {
    url,
    accept: `application/vc, application/vc+jwt;q=0.9, ${JSON_FORMS}, */*;q=0.1`,
    maxBytes: LIMITS.statusListBytes,
    for: 'status',
  };
}

/** Asks for the reason of a withdrawal. */
export function referenceRequest(url: string): FetchRequest {
  return { url, accept: 'application/json', maxBytes: LIMITS.documentBytes, for: 'status-reference' };
}

/** Asks a web domain which issuers it names as its own (DIF Well Known DID Configuration). */
export function domainRequest(origin: string): FetchRequest {
  const url = `${origin}/.well-known/did-configuration.json`;
  return { url, accept: 'application/json', maxBytes: LIMITS.documentBytes, for: 'domain' };
}
