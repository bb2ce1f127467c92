import type { Client } from '@proofmark/client';
import type { IssueCredential } from '@proofmark/schemas/api';

/** A page of an issuer, and how somebody comes to it. */
export interface IssuerPage {
  readonly name: string;
  /** Also drawn in the other languages, light and dark. */
  readonly main?: boolean;
  readonly url: string;
}

const LONG = 'Designing dependable distributed systems for public services '.repeat(4).trim();
const DAY = 86_400_000;
const day = (offset: number): string => new Date(Date.now() + offset * DAY).toISOString();

/** What is drawn of a running service that has its worked example: its badges in all their states, and everything around them. */
export async function issuerPages(client: Client, baseUrl: string): Promise<readonly IssuerPage[]> {
  const school = await client.issuers.create({
    slug: 'northside',
    name: 'Northside Code School',
    url: 'https://northside.example',
    description: 'Evening courses for people who build things for the web.',
  });
  const evidence = [
    { url: `${baseUrl}/issuers/northside/did.json`, name: 'Todo API', narrative: 'A small service with tests and a written contract.' },
  ];
  const achievement = await client.achievements.create({
    issuerId: school.id,
    name: 'Web API design',
    description: 'Designs, builds and documents a small HTTP API that answers mistakes as clearly as successes.',
    criteria: { narrative: 'A working service, reviewed line by line.' },
    tag: ['HTTP', 'REST APIs', 'OpenAPI', 'TypeScript'],
    evidencePolicy: { min: 1, pinned: 'required' },
  });
  const simple = { issuerId: school.id, description: 'Took part.', criteria: { narrative: 'Present on five evenings.' } } as const;
  const [workless, long] = await Promise.all(
    ['Five evenings', LONG].map((name) => client.achievements.create({ ...simple, name, evidencePolicy: 'none' })),
  );
  const issue = (id: string, more: Partial<IssueCredential> = {}) =>
    client.credentials.issue(id, { recipient: { email: 'ada@example.org', name: 'Ada Lovelace' }, ...more });
  const withWork = (more: Partial<IssueCredential> = {}) => issue(achievement.id, { evidence, ...more });

  const good = await withWork({ validUntil: day(900) });
  const bare = await issue(workless?.id ?? '');
  const withdrawn = await withWork();
  await client.credentials.revoke(withdrawn.id, { confirm: 'revoke', reason: 'Issued to the wrong person.' });
  const suspended = await withWork();
  await client.credentials.suspend(suspended.id, { reason: 'An appeal is under way.' });
  const renewed = await withWork();
  await client.credentials.renew(renewed.id, { evidence });
  const erased = await withWork();
  await client.credentials.erase(erased.id, { confirm: 'erase' });
  const endless = await issue(long?.id ?? '', { recipient: { email: 'ada@example.org', name: `آدا ${'Lovelace '.repeat(15).trim()}` } });
  const claim = async (): Promise<string> => (await client.credentials.createClaimLink((await withWork()).id)).url;
  return [
    { name: 'start', main: true, url: `${baseUrl}/` },
    { name: 'badge', main: true, url: good.url },
    { name: 'badge-without-work', url: bare.url },
    { name: 'badge-withdrawn', main: true, url: withdrawn.url },
    { name: 'badge-suspended', url: suspended.url },
    { name: 'badge-renewed', url: renewed.url },
    { name: 'badge-expired', url: (await withWork({ validFrom: day(-400), validUntil: day(-30) })).url },
    { name: 'badge-not-yet-valid', url: (await withWork({ validFrom: day(30) })).url },
    { name: 'badge-erased', url: erased.url },
    { name: 'badge-long-names', url: endless.url },
    { name: 'achievement', main: true, url: `${baseUrl}/achievements/${achievement.id}` },
    { name: 'issuer', main: true, url: `${baseUrl}/issuers/northside` },
    { name: 'claim', main: true, url: await claim() },
    { name: 'nothing-there', url: `${baseUrl}/credentials/nothing` },
  ];
}
