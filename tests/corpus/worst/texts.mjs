// Long texts in every place where a text is read, compared, decoded, normalised or shown.
import { badge, falseProof, generic, OB3, range, VC2, withAchievement, withSubject } from './badge.mjs';

const LONG = 900_000;
const json = (make) => async () => ({ input: { text: JSON.stringify(await make()) } });
const case_ = (name, make, kind = 'texts') => ({ name, kind, make: json(make) });
const raw = (name, make) => ({ name, kind: 'texts', make: async () => ({ input: { text: make() } }) });

const status = (more) => ({
  id: 'https://x.example/s#1',
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: '1',
  statusListCredential: 'https://x.example/s',
  ...more,
});

/** Runs that patterns over text may try again from each of their places. */
const RUNS = [
  ['spaces', ' '],
  ['line breaks', '\n'],
  ['equals signs', '='],
  ['dots', '.'],
  ['slashes', '/'],
  ['a', 'a'],
  ['digits', '9'],
  ['hyphens', '-'],
  ['at signs', '@'],
  ['percent signs', '%'],
  ['open angle brackets', '<'],
  ['open brackets', '['],
  ['backticks', '`'],
  ['asterisks', '*'],
  ['surrogate pairs', '\u{1f600}'],
];

const PLACES = [
  ['name', (text) => badge({ name: text })],
  ['id', (text) => badge({ id: `https://x.example/${text}` })],
  ['issuer', (text) => badge({ issuer: { id: `did:web:${text}`, type: ['Profile'] } })],
  ['narrative', (text) => withAchievement({ criteria: { narrative: `${text}\u0000`.slice(0, -1) } })],
  ['evidence', (text) => badge({ evidence: [{ id: `https://github.com/${text}`, type: ['Evidence'], name: text.slice(0, 1_000) }] })],
  ['dates', (text) => badge({ validFrom: `2026-11-22T09:00:00.${text}Z` })],
];

export const TEXTS = [
  ...PLACES.flatMap(([place, make], index) =>
    RUNS.filter((_, at) => at % 3 === index % 3).map(([what, run]) =>
      case_(`a badge with a run of ${what} as its ${place}`, () => make(`${run.repeat(Math.floor(LONG / 3 / run.length))}x`)),
    ),
  ),
  case_('a proof value of 900000 base58 digits', () => badge({}, falseProof({ proofValue: `z${'2'.repeat(LONG)}` }))),
  case_('20 proofs with values of 40000 base58 digits', () =>
    badge(
      {},
      range(20, () => falseProof({ proofValue: `z${'z'.repeat(40_000)}` })),
    ),
  ),
  case_('a did:key of 900000 base58 digits', () => badge({}, falseProof({ verificationMethod: `did:key:z${'6'.repeat(LONG / 2)}#z6` }))),
  case_('an issuer with a did:key of 900000 base58 digits', () =>
    badge({ issuer: { id: `did:key:z${'6'.repeat(LONG)}`, type: ['Profile'] } }),
  ),
  case_('a digest of 900000 base58 digits', () =>
    badge({ evidence: [{ id: 'https://x.example/1', type: ['Evidence'], digestMultibase: `z${'2'.repeat(LONG)}` }] }),
  ),
  case_('a digest of 900000 base64 digits', () =>
    badge({ relatedResource: [{ id: 'https://x.example/1', digestSRI: `sha384-${'A'.repeat(LONG)}` }] }),
  ),
  case_('a did:web with 100000 parts', () => badge({ issuer: { id: `did:web:${'a:'.repeat(100_000)}a`, type: ['Profile'] } })),
  case_('a did:web with 100000 percent signs', () =>
    badge({ issuer: { id: `did:web:x.example:${'%2'.repeat(100_000)}`, type: ['Profile'] } }),
  ),
  case_('a did:jwk of 900000 characters', () => badge({ issuer: { id: `did:jwk:${'e'.repeat(LONG)}`, type: ['Profile'] } })),
  case_('a host name with 100000 labels', () => badge({ id: `https://${'a.'.repeat(100_000)}example/` })),
  case_('a host name of 200000 non-ASCII letters', () => badge({ id: `https://${'ü'.repeat(200_000)}.example/` })),
  case_('an index of 900000 digits', () => badge({ credentialStatus: status({ statusListIndex: '9'.repeat(LONG) }) })),
  case_('a status purpose of 900000 characters', () => badge({ credentialStatus: status({ statusPurpose: 'x'.repeat(LONG) }) })),
  case_('10000 languages of one name', () => generic({ name: range(10_000, (i) => ({ '@value': `n${i}`, '@language': `en-x-${i}` })) })),
  case_('a language tag of 300000 characters', () => badge({ name: { '@value': 'x', '@language': `en${'-abcdefgh'.repeat(33_000)}` } })),
  case_('a language of 300000 characters in the subject', () => withAchievement({ inLanguage: `en${'-a'.repeat(150_000)}` })),
  case_('1000 contexts', () => badge({ '@context': [VC2, OB3, ...range(1_000, (i) => `https://x.example/c${i}`)] })),
  case_('15000 times the same context', () => badge({ '@context': [VC2, ...range(15_000, () => OB3)] })),
  case_('20000 contexts of a generic credential', () => generic({ '@context': range(20_000, () => VC2) })),
  case_('a context of 900000 characters', () => badge({ '@context': [VC2, `https://x.example/${'c'.repeat(LONG)}`] })),
  case_('1500 endorsements with contexts of their own', () =>
    badge({ endorsement: range(1_500, () => ({ '@context': [VC2, OB3], type: ['VerifiableCredential', 'EndorsementCredential'] })) }),
  ),
  case_('a context in the document with 20000 words', () =>
    generic({ '@context': [VC2, Object.fromEntries(range(20_000, (i) => [`w${i}`, `urn:w:${i}`]))] }),
  ),
  case_('a type of 900000 characters', () => badge({ type: ['VerifiableCredential', 'OpenBadgeCredential', 'x'.repeat(LONG)] })),
  case_('a member name of 900000 characters', () => badge({ ['x'.repeat(LONG)]: 1 })),
  case_('a picture of 900000 characters in the badge', () =>
    withAchievement({ image: { id: `data:image/png;base64,${'A'.repeat(LONG)}`, type: 'Image' } }),
  ),
  case_('a picture address with 450000 semicolons', () =>
    withAchievement({ image: { id: `data:image/png${';a'.repeat(LONG / 2)},x`, type: 'Image' } }),
  ),
  case_('an identity of 900000 characters', () =>
    withSubject({
      identifier: [
        {
          type: 'IdentityObject',
          hashed: true,
          identityType: 'emailAddress',
          identityHash: `sha256$${'a'.repeat(LONG)}`,
          salt: 's'.repeat(9),
        },
      ],
    }),
  ),
  case_('300000 combining marks', () => badge({ name: `a${'\u0301'.repeat(300_000)}` }), 'unicode'),
  case_('150000 marks in the wrong order', () => badge({ name: 'a\u0323\u0301\u0307\u0324'.repeat(60_000) }), 'unicode'),
  case_('letters that normalise to eighteen', () => badge({ name: '\ufdfa'.repeat(200_000) }), 'unicode'),
  case_(
    'an address of a person with 200000 combining marks',
    () =>
      withSubject({
        identifier: [
          { type: 'IdentityObject', hashed: false, identityType: 'emailAddress', identityHash: `a${'\u0301'.repeat(200_000)}@x.example` },
        ],
      }),
    'unicode',
  ),
  case_('100000 right-to-left overrides', () => badge({ name: '\u202e\u2066'.repeat(100_000) }), 'unicode'),
  case_('50000 joined emoji', () => badge({ name: '\u{1f468}\u200d'.repeat(50_000) }), 'unicode'),
  raw('900000 letters', () => 'a'.repeat(LONG)),
  raw('450000 labels of a host name', () => 'a.'.repeat(LONG / 2)),
  raw('an address with 900000 slashes', () => `https://x.example${'/'.repeat(LONG)}`),
  raw('a text of 900000 spaces', () => `x${' '.repeat(LONG)}x`),
  raw('a web page of 900000 open tags', () => '<a '.repeat(LONG / 3)),
  raw('a text of 900000 quotation marks', () => '"'.repeat(LONG)),
  raw('a text of 900000 escaped quotation marks', () => `"${'\\"'.repeat(LONG / 2)}`),
  raw('an object with 40000 names that occur twice', () => `{${range(40_000, (i) => `"n${i % 20_000}":1`).join(',')}}`),
  raw('an object with 60000 names with escapes', () => `{${range(60_000, (i) => `"\\u0061${i}":1`).join(',')}}`),
];
