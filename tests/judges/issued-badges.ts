import type { Client } from '@proofmark/client';
import type { JsonObject } from '@proofmark/schemas';
import type { CreateAchievement, CredentialResource, Issuer } from '@proofmark/schemas/api';
import type { Stage } from '../flow/stage.js';

/** One badge, in the two forms in which it is signed. */
export interface Issued {
  readonly json: JsonObject;
  readonly jwt: string;
}

export interface IssuedBadges {
  /** Badges in order, by what is special about each. */
  readonly genuine: ReadonlyMap<string, Issued>;
  /** Badges that were in order once, or will be. */
  readonly revoked: Issued;
  readonly expired: Issued;
  readonly notYetValid: Issued;
  /** Signed by keys that were revoked since. */
  readonly byRevokedKey: Issued;
  readonly endorsement: Issued;
}

const LEARNER = 'did:key:z6MkpTHR8VNsBxYAAWHut2Geadd9jSwuBV8xRoAnwWsdvktH';
const ada = { recipient: { email: 'ada@example.org' } };

const plain: CreateAchievement = {
  name: 'Web-APIs – Straße 日本 <b>bold</b> & "quoted"',
  description: 'Entwirft *HTTP*-Schnittstellen.\n\n- [x] getestet 🎓',
  criteria: { narrative: 'Ein geprüftes Projekt, `GET /` <script>alert(1)</script>.' },
  evidencePolicy: 'none',
};

const rich: CreateAchievement = {
  ...plain,
  name: 'Web API design',
  achievementType: 'MicroCredential',
  tag: ['HTTP', 'OpenAPI'],
  inLanguage: 'en',
  version: '2',
  humanCode: 'API-2',
  fieldOfStudy: 'Software engineering',
  creditsAvailable: 2.5,
  alignment: [{ targetName: 'API design', targetUrl: 'https://skills.example/api', targetFramework: 'Skills', targetType: 'CTDL' }],
  resultDescription: [
    { name: 'Grade', resultType: 'LetterGrade', allowedValue: ['C', 'B', 'A'], requiredValue: 'B' },
    { name: 'Review', resultType: 'RubricCriterionLevel', rubricCriterionLevel: [{ name: 'Sound' }, { name: 'Excellent', points: '3' }] },
  ],
};

/** Issues what the judges are asked about; when it returns, every document that they read stands still. */
export async function issueBadges({ client, service }: Stage): Promise<IssuedBadges> {
  const school = await client.issuers.create({ slug: 'judged', name: 'Schule für Alles & mehr', url: 'https://school.example' });
  const of = (issuer: Issuer, what: CreateAchievement) => client.achievements.create({ ...what, issuerId: issuer.id });
  const simple = await of(school, plain);
  const detailed = await of(school, rich);
  const { id: worked } = await of(school, { ...plain, name: 'With work', evidencePolicy: { min: 1, pinned: 'required' } });

  const first = await client.credentials.issue(simple.id, ada);
  const endorsed = await client.credentials.issue(detailed.id, ada);
  const renewed = await client.credentials.issue(simple.id, { ...ada, validUntil: '2100-01-01T00:00:00Z' });
  const endorsement = await client.credentials.endorse(endorsed.id, {
    assessor: { name: 'Grace Hopper', url: 'https://school.example/grace' },
    comment: 'I read every line.',
  });
  const genuine: readonly (readonly [string, CredentialResource])[] = [
    ['plain, with letters of many scripts and with markup', first],
    ['for a DID', await client.credentials.issue(simple.id, { recipient: { did: LEARNER, name: 'Ada Lovelace' } })],
    [
      'with results, a rubric and alignments',
      await client.credentials.issue(detailed.id, {
        ...ada,
        results: [
          { name: 'Grade', value: 'A' },
          { name: 'Review', achievedLevel: 'Excellent' },
        ],
      }),
    ],
    [
      'with a public and a private piece of work',
      await client.credentials.issue(worked, {
        ...ada,
        narrative: 'Two pieces that belong together.',
        evidence: [
          { url: `${service.baseUrl}/issuers/judged/did.json`, name: 'A file' },
          { private: true, name: 'A thesis', mediaType: 'text/plain', content: Buffer.from('Dear reader').toString('base64') },
        ],
      }),
    ],
    ['endorsed', await client.credentials.get(endorsed.id)],
    ['renewed', renewed],
    ['the renewal', await client.credentials.renew(renewed.id, {})],
    ['of a test issuer', await ofTestIssuer(client)],
    ['signed before both keys were rotated', await beforeRotation(client)],
  ];
  const revoked = await client.credentials.issue(simple.id, ada);
  await client.credentials.revoke(revoked.id, { confirm: 'revoke', reason: 'Not her own work.' });
  const validity = (validFrom: string, validUntil: string) => client.credentials.issue(simple.id, { ...ada, validFrom, validUntil });
  return {
    genuine: new Map(genuine.map(([what, badge]) => [what, forms(badge)])),
    revoked: forms(revoked),
    expired: forms(await validity('2020-01-01T00:00:00Z', '2021-01-01T00:00:00Z')),
    notYetValid: forms(await validity('2090-01-01T00:00:00Z', '2091-01-01T00:00:00Z')),
    byRevokedKey: await byRevokedKey(client),
    endorsement: { json: endorsement.credential ?? {}, jwt: endorsement.jwt ?? '' },
  };
}

const forms = ({ credential, jwt }: CredentialResource): Issued => ({ json: credential, jwt });

async function newIssuersBadge(client: Client, slug: string, mode?: 'test') {
  const issuer = await client.issuers.create({ slug, name: slug, mode });
  const { id } = await client.achievements.create({ ...plain, issuerId: issuer.id });
  return { issuer, badge: await client.credentials.issue(id, ada) };
}

const ofTestIssuer = async (client: Client) => (await newIssuersBadge(client, 'tests', 'test')).badge;

async function beforeRotation(client: Client): Promise<CredentialResource> {
  const { issuer, badge } = await newIssuersBadge(client, 'rotated');
  for (const algorithm of ['Ed25519', 'ES256'] as const) await client.issuers.rotateSigningKey(issuer.id, { algorithm });
  return badge;
}

async function byRevokedKey(client: Client): Promise<Issued> {
  const { issuer, badge } = await newIssuersBadge(client, 'stolen');
  const ids: string[] = [];
  for await (const { id } of client.issuers.signingKeys(issuer.id)) ids.push(id);
  for (const id of ids) await client.issuers.revokeSigningKey(issuer.id, id, { reason: 'Stolen.' });
  return forms(badge);
}
