import { issuerOf } from './authenticity.js';
import { issuerDomain } from './issuer-domain.js';
import { type Check, unproved } from './question.js';

/** Whether the reader's own list has the issuer: its id, or a domain that it is proved to hold. A platform's domain confirms none of its tenants. */
export const issuerTrusted: Check = (question) => {
  const { trustedIssuers } = question.policy;
  if (trustedIssuers === undefined || trustedIssuers.length === 0) return { outcome: 'not-applicable', reason: 'no-trust-list' };
  const stop = unproved(question);
  if (stop !== null) return stop;
  const issuer = issuerOf(question.credential) ?? '';
  const proven = issuerDomain(question);
  const domain = proven.outcome === 'passed' ? proven.detail?.domain : undefined;
  const listed = trustedIssuers.find((entry) => entry === issuer || (domain !== undefined && asDomain(entry) === domain));
  return listed === undefined
    ? { outcome: 'failed', code: 'issuer-not-listed', detail: { issuer } }
    : { outcome: 'passed', detail: { entry: listed } };
};

/** An entry as a host: `https://acme.example/` and `acme.example` mean the same. */
function asDomain(entry: string): string {
  return entry
    .trim()
    .toLowerCase()
    .replace(/^https:\/\//, '')
    .replace(/\/$/, '');
}
