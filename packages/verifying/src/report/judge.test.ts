import type { JsonObject } from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import { sources } from '../documents/sources.js';
import type { Facts } from '../facts/facts.js';
import {
  ISSUER_DOCUMENT,
  issuerDocument,
  LIST,
  NOW,
  portsOf,
  STATUS,
  signed,
  statusList,
  token,
  unsigned,
  type World,
} from '../fixtures/badges.fixture.js';
import { CONFIGURATION, claiming, configuration, linkageToken, ORIGIN } from '../fixtures/issuer.fixture.js';
import { readForm } from '../form/read-form.js';
import { gather } from '../gather/gather.js';
import { readInput } from '../input/read-input.js';
import type { VerifyInput } from '../input/verify-input.js';
import type { Policy } from '../ports.js';
import { gathering } from '../run-pipeline.js';
import { verify } from '../verify.js';
import { judge } from './judge.js';

const badge = await signed(unsigned({ credentialStatus: STATUS, validUntil: '2028-11-22T09:00:00Z' }));
const endorsement = await signed(
  unsigned({
    id: 'https://badges.example/endorsements/1',
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name: 'Endorsement',
    credentialSubject: { id: 'https://badges.example/credentials/1', type: ['EndorsementSubject'], endorsementComment: 'Well done.' },
    evidence: undefined as unknown as JsonObject,
  }),
);
const endorsed = await signed(unsigned({ endorsement: [endorsement] }));
const jwt = await token();
const world: World = {
  [ISSUER_DOCUMENT]: issuerDocument(),
  [LIST]: await statusList(),
};
const withdrawn: World = { ...world, [LIST]: await statusList({ set: [94567] }) };
const linked: World = { ...world, [ISSUER_DOCUMENT]: claiming(ORIGIN), [CONFIGURATION]: configuration(linkageToken()) };

async function facts(input: VerifyInput, web: World, policy: Policy): Promise<Facts> {
  const ports = portsOf(web);
  const documents = sources(ports);
  const reading = await readInput(input, ports, documents);
  if (reading.kind === 'older') throw new Error('not a badge of version 3');
  return gather(reading, gathering(ports, policy, documents, readForm));
}

/** What a file holds after it was written and read again. */
const saved = (gathered: Facts): Facts => JSON.parse(JSON.stringify(gathered));

describe('facts that were saved as JSON', () => {
  it.each<[string, VerifyInput, World, Partial<Policy>]>([
    ['a genuine badge', { json: badge }, world, {}],
    ['a badge that was revoked', { json: badge }, withdrawn, {}],
    ['a badge whose issuer proved a domain', { json: badge }, linked, { trustedIssuers: ['acme.example'] }],
    ['a badge that was changed', { json: { ...badge, name: 'Another' } }, world, {}],
    ['a badge with an unknown term', { json: { ...badge, mood: 'proud' } }, world, {}],
    ['a token', { text: jwt }, world, { recipient: 'ada@example.org' }],
    ['a badge with an endorsement', { json: endorsed }, world, {}],
    ['a badge whose issuer does not answer', { json: badge }, {}, {}],
    ['no badge', { text: 'hello' }, {}, {}],
  ])('are judged as the verification judged %s', async (_, input, web, more) => {
    const policy = { at: NOW, ...more };
    expect(judge(saved(await facts(input, web, policy)), policy)).toEqual(await verify(input, portsOf(web), policy));
  });

  it('are judged again at another time and by another trust list', async () => {
    const gathered = saved(await facts({ json: badge }, world, { at: NOW }));
    const verdictAt = (policy: Policy): string => judge(gathered, policy).verdict;
    expect(verdictAt({ at: Date.parse('2029-01-01T00:00:00Z') })).toBe('no-longer-current');
    expect(verdictAt({ at: NOW, trustedIssuers: ['did:web:badges.example:issuers:acme'] })).toBe('genuine-issuer-confirmed');
  });
});
