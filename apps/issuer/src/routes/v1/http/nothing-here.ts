import { nearest } from '@proofmark/schemas/api';

/** What lies under `/v1`, and what other systems call it. */
const COLLECTIONS: Readonly<Record<string, string>> = {
  issuers: 'organizations organisations profiles tenants',
  achievements: 'badgeclasses badge-classes templates badge-templates definitions',
  recipients: 'people learners students holders earners',
  credentials: 'badges assertions awards issue issuances',
  'evidence/check': 'evidence',
  'api-keys': 'keys tokens',
  events: 'webhooks changes',
  'audit-log': 'audit logs',
};

/** What to say of an address that nothing is at. */
export function nothingHere(path: string, baseUrl: string): string {
  const word = path.split('/')[2] ?? '';
  const called = Object.keys(COLLECTIONS).find((name) => COLLECTIONS[name]?.split(' ').includes(word));
  const meant = called ?? nearest(word, Object.keys(COLLECTIONS));
  const guess = meant === null || meant === word ? '' : ` Did you mean /v1/${meant}?`;
  return `There is nothing at this address.${guess} ${baseUrl}/docs lists what there is.`;
}
