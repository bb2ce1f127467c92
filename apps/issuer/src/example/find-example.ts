import { credentialUrl } from '@proofmark/schemas';
import { isAvailable } from '../issuing/access/load-credential.js';
import type { Store } from '../issuing/ports.js';
import type { PublicIssuer, PublicReads } from '../public/reads.js';

export const EXAMPLE_ISSUER = { slug: 'acme', name: 'Acme Academy', url: 'https://acme.example' } as const;

/** The issuer of the example, or null: another issuer may have the same slug. */
export async function findExampleIssuer(reads: PublicReads): Promise<PublicIssuer | null> {
  const issuer = await reads.findIssuerBySlug(EXAMPLE_ISSUER.slug);
  return issuer !== null && issuer.url === EXAMPLE_ISSUER.url ? issuer : null;
}

/** Where the example is looked for. */
export interface ExampleSearch {
  readonly store: Pick<Store, 'credentials'>;
  readonly baseUrl: string;
  now(): Date;
}

/** The address of the example badge, or null when there is none. */
export async function findExample({ store, baseUrl, now }: ExampleSearch, reads: PublicReads): Promise<string | null> {
  const issuer = await findExampleIssuer(reads);
  if (issuer === null) return null;
  const whose = { recipientIds: null, recipientLookups: null, namePattern: null };
  const filter = { achievementId: null, ...whose, state: null, claimed: null, since: null, until: null, now: now() };
  const first = (await store.credentials.list(issuer.id, filter, { limit: 5, after: null, order: 'oldest' }))?.find(isAvailable);
  return first === undefined ? null : credentialUrl(baseUrl, first.id);
}
