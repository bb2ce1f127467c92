// Many credentials in one, each with many proofs, keys, lists and links: each alone is within its bounds.
import { badge, did, didWebOf, falseProof, generic, OB3, ORIGIN, range, signed, token, unsigned, VC2, withAchievement } from './badge.mjs';

const json =
  (make) =>
  async (origin = ORIGIN) => ({ input: { text: JSON.stringify(await make(origin)) } });
const case_ = (name, make) => ({ name, kind: 'many', make: json(make) });
const CLR = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json';
const words = (count) => range(count, (i) => `w${i}`);

const presentation = (credentials, more = {}) => ({
  '@context': [VC2],
  type: ['VerifiablePresentation'],
  verifiableCredential: credentials,
  ...more,
});
const transcript = (credentials) => ({
  ...badge({ '@context': [VC2, CLR, OB3], type: ['VerifiableCredential', 'ClrCredential'], evidence: undefined }),
  credentialSubject: { id: 'urn:x:s', type: ['ClrSubject'], verifiableCredential: credentials },
});
const keys = (origin, count, at) => range(count, (i) => falseProof({ verificationMethod: `${didWebOf(origin, 'i', `${at}-${i}`)}#k` }));
const numbered = (i) => ({ id: `urn:x:badge:${i}` });
const endorsement = (i, more = {}) => ({
  '@context': [VC2, OB3],
  id: `urn:x:e${i}`,
  type: ['VerifiableCredential', 'EndorsementCredential'],
  name: 'x',
  issuer: { id: did, type: ['Profile'] },
  validFrom: '2026-11-22T09:00:00Z',
  credentialSubject: { id: unsigned().id, type: ['EndorsementSubject'], endorsementComment: 'x' },
  proof: falseProof(),
  ...more,
});

export const MANY = [
  case_('25 badges with 20 keys each, at 500 hosts', (origin) => presentation(range(25, (i) => badge(numbered(i), keys(origin, 20, i))))),
  case_('one badge with 20 keys at 20 hosts', (origin) => badge({}, keys(origin, 20, 0))),
  case_('a presentation of 25 badges with 1000 tags and 20 proofs', () =>
    presentation(range(25, (i) => ({ ...withAchievement({ tag: words(1_000) }, numbered(i)), proof: range(20, () => falseProof()) }))),
  ),
  case_('a presentation of 25 generic credentials with 1900 words and 20 proofs', () =>
    presentation(range(25, (i) => ({ ...generic({ ...numbered(i), name: words(1_900) }), proof: range(20, () => falseProof()) }))),
  ),
  case_('a presentation of 25 generic credentials with 300 words and 20 proofs', () =>
    presentation(range(25, (i) => ({ ...generic({ ...numbered(i), name: words(300) }), proof: range(20, () => falseProof()) }))),
  ),
  case_('a presentation of 600 badges', () => presentation(range(600, (i) => badge(numbered(i))))),
  case_('a presentation of 3000 tokens', () => presentation(range(3_000, () => token({ alg: 'EdDSA' }, { a: 1 })))),
  case_('a presentation with 20 proofs of 25 badges with 500 tags', () =>
    presentation(
      range(25, (i) => withAchievement({ tag: words(500) }, numbered(i))),
      { proof: range(20, () => falseProof({ proofPurpose: 'authentication' })) },
    ),
  ),
  case_('a transcript of 600 badges', () => transcript(range(600, (i) => badge(numbered(i))))),
  case_('a transcript of 600 badges with one id', () => transcript(range(600, () => badge()))),
  case_('a transcript of 25 badges with 1900 words', () =>
    transcript(range(25, (i) => withAchievement({ tag: words(1_900) }, numbered(i)))),
  ),
  case_('a badge with 900 endorsements', () => badge({ endorsement: range(900, (i) => endorsement(i)) })),
  {
    name: 'a signed badge with 25 endorsements of 20 proofs',
    kind: 'many',
    make: async (origin = ORIGIN) => ({
      input: {
        text: JSON.stringify(await signed(unsigned({ endorsement: range(25, (i) => endorsement(i, { proof: keys(origin, 20, i) })) }))),
      },
    }),
  },
  {
    name: 'a signed badge with 800 tokens as endorsements',
    kind: 'many',
    make: async () => ({
      input: {
        text: JSON.stringify(await signed(unsigned({ endorsementJwt: range(800, () => token({ alg: 'EdDSA' }, endorsement(1))) }))),
      },
    }),
  },
  {
    name: 'a signed transcript of 300 badges',
    kind: 'many',
    make: async () => {
      const { proof: _, ...rest } = transcript(range(300, (i) => badge(numbered(i))));
      return { input: { text: JSON.stringify(await signed(JSON.parse(JSON.stringify(rest)))) } };
    },
  },
];
