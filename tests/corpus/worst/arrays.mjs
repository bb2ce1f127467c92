// Arrays of thousands of values: what compares each value with each takes the square of their number.
import { badge, falseProof, generic, older, range, withAchievement, withSubject } from './badge.mjs';

const json = (make) => async () => ({ input: { text: JSON.stringify(await make()) } });
const case_ = (name, make) => ({ name, kind: 'arrays', make: json(make) });

const words = (count) => range(count, (i) => `w${i}`);
const things = (count) => range(count, (i) => ({ id: `urn:x:${i}`, type: ['Thing'] }));
const subject = (member, value) => generic({ credentialSubject: { id: 'urn:x:s', [member]: value } });

export const ARRAYS = [
  ...[2_500, 5_000, 10_000, 20_000, 30_000, 90_000].map((n) =>
    case_(`a generic credential with ${n} numbers in one array`, () => subject('description', range(n))),
  ),
  case_('a generic credential with 90000 words in one array and 20 proofs', () => ({
    ...subject('name', words(90_000)),
    proof: range(20, () => falseProof()),
  })),
  case_('a generic credential with 40000 words in each of two arrays', () => generic({ name: words(40_000), description: words(40_000) })),
  case_('a generic credential with 90000 equal words in one array', () =>
    subject(
      'name',
      range(90_000, () => 'same'),
    ),
  ),
  case_('a generic credential with 19000 empty objects in one array', () =>
    subject(
      'name',
      range(19_000, () => ({})),
    ),
  ),
  case_('a generic credential with 9000 arrays of one value', () =>
    subject(
      'name',
      range(9_000, (i) => [i]),
    ),
  ),
  case_('a generic credential with 300 arrays of 300 values', () =>
    subject(
      'name',
      range(300, (i) => range(300, (j) => i * 300 + j)),
    ),
  ),
  case_('a generic credential with 40 nodes of 2000 values each', () =>
    generic({ credentialSubject: range(40, (i) => ({ id: `urn:x:${i}`, name: words(2_000) })) }),
  ),
  case_('a generic credential with 6000 subjects', () => generic({ credentialSubject: things(6_000) })),
  case_('a generic credential with 4000 addresses in a list of related resources', () =>
    generic({ relatedResource: range(4_000, (i) => ({ id: `https://x.example/${i}`, digestSRI: 'sha256-AAAA' })) }),
  ),
  case_('a generic credential with 19000 subjects with one id', () =>
    generic({ credentialSubject: range(19_000, () => ({ id: 'urn:x:1' })) }),
  ),
  case_('a generic credential with 50000 types', () => generic({ type: ['VerifiableCredential', ...words(50_000)] })),
  case_('a generic credential with 30000 absolute types', () =>
    generic({ type: ['VerifiableCredential', ...range(30_000, (i) => `https://x.example/T${i}`)] }),
  ),
  case_('a subject with 20000 types', () =>
    subject(
      'type',
      range(20_000, (i) => `https://x.example/T${i}`),
    ),
  ),
  case_('3000 nodes with ten types each', () =>
    subject(
      'name',
      range(3_000, (i) => ({ id: `urn:x:${i}`, type: range(10, (j) => `https://x.example/T${i}-${j}`) })),
    ),
  ),
  ...[5_000, 40_000, 51_000, 90_000].map((n) => case_(`a badge with ${n} tags`, () => withAchievement({ tag: words(n) }))),
  case_('a badge of VC 1.1 with 40000 tags', () => {
    const { credentialSubject } = withAchievement({ tag: words(40_000) });
    return older({ credentialSubject });
  }),
  case_('a badge of VC 1.1 with 2000 tags and 20 proofs', () => {
    const { credentialSubject } = withAchievement({ tag: words(2_000) });
    return older(
      { credentialSubject },
      range(20, () => falseProof()),
    );
  }),
  case_('a badge with 40000 tags and 20 proofs', () => ({
    ...withAchievement({ tag: words(40_000) }),
    proof: range(20, () => falseProof()),
  })),
  case_('a badge with 50000 types', () => badge({ type: ['VerifiableCredential', 'OpenBadgeCredential', ...words(50_000)] })),
  case_('a badge with 30000 absolute types', () =>
    badge({ type: ['VerifiableCredential', 'OpenBadgeCredential', ...range(30_000, (i) => `https://x.example/T${i}`)] }),
  ),
  case_('an achievement with 30000 types', () =>
    withAchievement({ type: ['Achievement', ...range(30_000, (i) => `https://x.example/T${i}`)] }),
  ),
  case_('a badge with 1900 pieces of evidence', () =>
    badge({ evidence: range(1_900, (i) => ({ id: `https://x.example/${i}`, type: ['Evidence'], name: 'x' })) }),
  ),
  case_('a badge with 9000 pieces of evidence with ids', () =>
    badge({ evidence: range(9_000, (i) => ({ id: `https://x.example/${i}`, type: ['Evidence'] })) }),
  ),
  case_('a badge with 9000 pieces of evidence with one id', () =>
    badge({ evidence: range(9_000, (i) => ({ id: 'https://x.example/1', type: ['Evidence'], name: `${i}` })) }),
  ),
  case_('a badge with 9000 alignments', () =>
    withAchievement({
      alignment: range(9_000, (i) => ({ id: `urn:x:${i}`, type: ['Alignment'], targetName: 'x', targetUrl: 'https://x.example' })),
    }),
  ),
  case_('a badge with 9000 related resources', () =>
    badge({ relatedResource: range(9_000, (i) => ({ id: `https://x.example/${i}`, digestSRI: 'sha384-AAAA' })) }),
  ),
  case_('a badge with 6000 status entries', () =>
    badge({
      credentialStatus: range(6_000, (i) => ({
        id: `https://x.example/s#${i}`,
        type: 'BitstringStatusListEntry',
        statusPurpose: 'revocation',
        statusListIndex: `${i}`,
        statusListCredential: 'https://x.example/s',
      })),
    }),
  ),
  case_('a badge with 1900 hashed identities', () =>
    withSubject({
      identifier: range(1_900, (i) => ({
        type: 'IdentityObject',
        hashed: true,
        identityType: 'emailAddress',
        identityHash: `sha256$${i}`,
        salt: 'x',
      })),
    }),
  ),
  case_('a badge with 1900 results', () => withSubject({ result: range(1_900, (i) => ({ type: ['Result'], value: `${i}` })) })),
  case_('a badge with 9000 refresh services', () =>
    badge({ refreshService: range(9_000, (i) => ({ id: `https://x.example/${i}`, type: '1EdTechCredentialRefresh' })) }),
  ),
  case_('a badge with 9000 schemas', () =>
    badge({ credentialSchema: range(9_000, (i) => ({ id: `https://x.example/${i}`, type: '1EdTechJsonSchemaValidator2019' })) }),
  ),
  case_('a badge with a list of 40000 allowed values', () =>
    withAchievement({
      resultDescription: [
        { id: 'urn:x:1', type: ['ResultDescription'], name: 'x', resultType: 'LetterGrade', allowedValue: words(40_000) },
      ],
    }),
  ),
  case_('a badge with 300 result descriptions of 300 values', () =>
    withAchievement({
      resultDescription: range(300, (i) => ({
        id: `urn:x:${i}`,
        type: ['ResultDescription'],
        name: 'x',
        resultType: 'LetterGrade',
        allowedValue: words(300),
      })),
    }),
  ),
  case_('a badge with 40000 members that no schema knows', () => badge(Object.fromEntries(range(40_000, (i) => [`m${i}`, i])))),
  case_('a badge with 60000 faulty members', () =>
    badge({ name: 1, evidence: range(9_000, () => ({ type: 1, id: 2, name: 3, description: [], narrative: {} })) }),
  ),
];
