import { buildDidDocument } from '@proofmark/proofs';
import type { JsonObject } from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import { acme, ISSUER, methodOf, signed, unsigned } from '../../fixtures/badges.fixture.js';
import { AT, BADGE, badgeWithWork, FILE, LOG, log, look } from './recheck.fixture.js';

// T17: an assessor gives a yes only where the service says which address they proved; whoever types in a name, or copies the mark, gets none.
const badge = await badgeWithWork();
const MARK = { type: 'IdentifierEntry', identifier: 'school.example', identifierType: 'ext:provenEmailDomain' };
const GRACE = 'Grace Hopper';

interface Forged {
  readonly by?: string;
  readonly marks?: readonly JsonObject[];
  readonly about?: string;
}

/** What readers are told of the work, where its log has one endorsement that is signed with the keys of the service under this id. */
async function told({ by = `${ISSUER}:assessors:1`, marks = [MARK], about = BADGE }: Forged = {}) {
  const endorsement = await signed(
    {
      '@context': unsigned()['@context'] as JsonObject,
      id: `${BADGE}/endorsements/1`,
      type: ['VerifiableCredential', 'EndorsementCredential'],
      issuer: { id: by, type: ['Profile'], name: GRACE, ...(marks.length === 0 ? {} : { otherIdentifier: marks }) },
      validFrom: AT,
      name: 'Endorsement',
      credentialSubject: { id: about, type: ['EndorsementSubject'], endorsementComment: 'I saw her build it.' },
    },
    acme,
    methodOf(by, acme),
  );
  const theirs = [{ method: 'assessor', by: GRACE, at: AT, share: null, domain: 'school.example' }];
  const item = { id: FILE, age: null, looks: [], kept: [], theirs };
  const document = buildDidDocument({ did: by, keys: [{ id: methodOf(by, acme), publicKey: acme.publicKey }] });
  const path = by.split(':').slice(3).join('/');
  const more = {
    [LOG]: JSON.stringify({ ...log, items: [item], endorsements: [endorsement] }),
    [`https://badges.example/${path}/did.json`]: JSON.stringify(document),
  };
  const { report } = await look(badge, more);
  return { line: report.evidence.find(({ id }) => id === FILE), contained: report.contained, check: report.checks.endorsements };
}

describe('an assessor who proved an address to the service of the issuer', () => {
  it('is a yes, under the name that they have there and with the domain of the address', async () => {
    const { line, contained } = await told();
    expect(contained).toMatchObject([{ verdict: 'genuine-issuer-unknown', aboutCarrier: true, endorser: 'issuer' }]);
    expect(line).toMatchObject({ theirs: 'yes', theirsBy: 'assessor' });
    expect(line?.authorship).toMatchObject([{ method: 'assessor', by: GRACE, domain: 'school.example' }]);
    expect(line).not.toHaveProperty('issuerSays');
  });

  it('is still signed by nobody else than the issuer', async () => {
    expect((await told()).check).toEqual({ outcome: 'unknown', code: 'endorser-not-proven', detail: { count: 1, good: 0 } });
  });
});

describe('a name without such a statement', () => {
  const cases: readonly (readonly [string, Forged])[] = [
    ['was typed in: the log alone says that it is proven', { marks: [] }],
    ['has an identifier of another kind', { marks: [{ ...MARK, identifierType: 'emailAddress' }] }],
    ['has two of them', { marks: [MARK, { ...MARK, identifier: 'other.example' }] }],
    ['has a text that is no domain', { marks: [{ ...MARK, identifier: 'mit.edu and a passport' }] }],
    ['is an assessor of another issuer of the service', { by: 'did:web:badges.example:issuers:globex:assessors:1' }],
    ['is an issuer whose id begins like that of this one', { by: `${ISSUER}x:assessors:1` }],
    ['is the issuer itself', { by: ISSUER }],
    ['endorsed another badge', { about: 'https://badges.example/credentials/2' }],
  ];
  it.each(cases)('gives no yes: it %s', async (_, forged) => {
    const { line } = await told(forged);
    expect(line).toMatchObject({ theirs: 'no', issuerSays: [GRACE] });
    expect(line).not.toHaveProperty('authorship');
  });
});
