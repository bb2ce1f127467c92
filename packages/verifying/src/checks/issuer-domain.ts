import { parseDidUrl } from '@proofmark/proofs';
import type { Outcome } from '@proofmark/schemas';
import { issuerOf } from './authenticity.js';
import { type Check, unproved } from './question.js';

/**
 * Which domain the issuer is proved to hold (DIF Well Known DID Configuration). A DID or address below a path proves only the platform
 * that serves it, where anyone may have an account.
 */
export const issuerDomain: Check = (question) => {
  const stop = unproved(question);
  if (stop !== null) return stop;
  const none: Outcome = { outcome: 'not-applicable', reason: 'no-linked-domain' };
  const issuer = issuerOf(question.credential);
  if (issuer === null) return none;
  const domain = ownDomain(issuer);
  if (domain !== null) return { outcome: 'passed', detail: { domain } };
  const key = question.speaking?.proof.key;
  const linked = key?.found === 'document' ? key.linkedDomains : [];
  return linked.length === 0
    ? { ...none, ...platform(issuer) }
    : { outcome: 'unknown', code: 'domain-not-checked', detail: { domains: linked } };
};

/** The host of an issuer id that is a whole host. */
function ownDomain(issuer: string): string | null {
  const did = parseDidUrl(issuer);
  if (did?.method === 'web') return did.specific.includes(':') ? null : did.specific.replace(/%3a/i, ':').toLowerCase();
  const url = /^https:\/\//.test(issuer) && URL.canParse(issuer) ? new URL(issuer) : null;
  return url?.pathname === '/' && url.search === '' ? url.host : null;
}

function platform(issuer: string): { readonly detail?: { readonly platform: string } } {
  const did = parseDidUrl(issuer);
  const host =
    did?.method === 'web' ? (did.specific.split(':')[0] ?? '').replace(/%3a/i, ':') : URL.canParse(issuer) ? new URL(issuer).host : '';
  return host === '' ? {} : { detail: { platform: host } };
}
