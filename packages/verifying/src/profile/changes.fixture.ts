import { type Json, type JsonObject, SUSPENSION_LIST_TYPE, VC2_CONTEXT } from '@proofmark/schemas';
import fc from 'fast-check';
import { unsigned } from '../fixtures/badges.fixture.js';

const OTHER_KEYS = '@context proof id type name validUntil evidence mood __proto__ @id image url identifier'.split(' ');

/** Values that might stand anywhere, and mean something else to one reader than to another. */
const VALUES: readonly Json[] = [
  null,
  true,
  0,
  -1,
  0.5,
  '',
  'text',
  'a\u0000b',
  '\ud800',
  'tab\tand "quote" \\ \u0007',
  'https://badges.example/credentials/1',
  'http://[bad',
  'HTTPS://x.example/ö',
  'sec:created',
  '_:b0',
  'urn:x',
  '2027-02-30T00:00:00Z',
  '2027-01-01T00:00:00+01:00',
  '2027-01-01T00:00:00.5Z',
  'ext:Mine',
  'Badge',
  [],
  {},
  [[]],
  ['a', 'a'],
  { id: 'https://badges.example/credentials/1' },
  { '@value': 'text', '@language': 'en' },
  ['Evidence'],
  'Image',
];

const COMMIT = '0f3c1b2a4d5e6f708192a3b4c5d6e7f801234567';
const IMAGE: JsonObject = { id: 'https://badges.example/1.png', type: 'Image', caption: 'A shield' };
const ALIGNMENT: JsonObject = { type: ['Alignment'], targetName: 'API', targetUrl: 'https://skills.example/api' };
const RUBRIC: JsonObject = {
  id: 'urn:uuid:l1',
  type: ['RubricCriterionLevel'],
  name: 'Mastered',
  description: 'By heart',
  level: '3',
  points: '30',
  alignment: [ALIGNMENT],
};

/** A badge with every member that the profile has. */
export const RICH: JsonObject = unsigned({
  description: 'A badge',
  awardedDate: '2026-11-22T09:00:00Z',
  validUntil: '2029-11-22T09:00:00Z',
  image: IMAGE,
  issuer: {
    id: 'did:web:badges.example:issuers:acme',
    type: ['Profile'],
    name: 'Acme',
    url: 'https://acme.example/',
    description: 'A school',
    email: 'a@acme.example',
    phone: '1',
    official: 'Ada',
    image: { id: 'https://acme.example/logo.png', type: 'Image' },
  },
  credentialSubject: {
    id: 'urn:uuid:5f0c7b0e-4c52-4d39-9a3b-2d4f5d7f0a11',
    type: ['AchievementSubject'],
    narrative: 'Did it.',
    licenseNumber: '7',
    role: 'Student',
    term: 'Autumn',
    image: { id: 'https://badges.example/ada.png', type: 'Image' },
    identifier: [
      { type: 'IdentityObject', hashed: true, identityType: 'emailAddress', identityHash: `sha256$${'0'.repeat(64)}`, salt: 's' },
      { type: 'IdentityObject', hashed: false, identityType: 'name', identityHash: 'Ada' },
    ],
    achievement: {
      id: 'https://badges.example/achievements/1',
      type: ['Achievement'],
      name: 'Web API design',
      description: 'Designs APIs.',
      criteria: { id: 'https://badges.example/criteria/1', narrative: 'A working API.' },
      achievementType: 'MicroCredential',
      alignment: [
        { ...ALIGNMENT, targetCode: 'A1', targetDescription: 'APIs', targetFramework: 'Skills', targetType: 'CTDL' },
        { ...ALIGNMENT, targetName: 'HTTP' },
      ],
      tag: ['api', 'http'],
      inLanguage: 'en',
      creator: { id: 'https://acme.example/', type: ['Profile'], name: 'Acme' },
      creditsAvailable: 3,
      fieldOfStudy: 'Computing',
      humanCode: 'API-1',
      specialization: 'Web',
      version: '1',
      related: [{ id: 'https://badges.example/achievements/2', type: ['Related'], version: '2', inLanguage: 'de' }],
      image: { id: 'data:image/png;base64,iVBORw0KGgo=', type: 'Image' },
      resultDescription: [
        {
          id: 'urn:uuid:r1',
          type: ['ResultDescription'],
          name: 'Grade',
          resultType: 'LetterGrade',
          allowedValue: ['A', 'B', 'C'],
          requiredValue: 'B',
          valueMin: 'C',
          valueMax: 'A',
        },
        {
          id: 'urn:uuid:r2',
          type: ['ResultDescription'],
          name: 'Level',
          resultType: 'RubricCriterionLevel',
          requiredLevel: 'urn:uuid:l1',
          rubricCriterionLevel: [RUBRIC],
          alignment: [{ ...ALIGNMENT, targetName: 'Levels' }],
        },
        { id: 'urn:uuid:r3', type: ['ResultDescription'], name: 'State', resultType: 'Status' },
      ],
    },
    result: [
      { type: ['Result'], resultDescription: 'urn:uuid:r1', value: 'A', alignment: [{ ...ALIGNMENT, targetName: 'Grades' }] },
      { type: ['Result'], resultDescription: 'urn:uuid:r2', achievedLevel: 'urn:uuid:l1' },
      { type: ['Result'], resultDescription: 'urn:uuid:r3', status: 'Completed' },
    ],
  },
  evidence: [
    { id: `https://github.com/ada/todo/tree/${COMMIT}`, type: ['Evidence'], name: 'Todo "API"' },
    { id: `swh:1:dir:${COMMIT};origin=https://github.com/ada/todo;anchor=swh:1:rev:${COMMIT}`, type: ['Evidence'], name: 'The same' },
    {
      id: 'https://badges.example/files/report.pdf',
      type: ['Evidence'],
      name: 'Report',
      narrative: 'How\tit was\nbuilt \\ tested',
      description: 'A report',
      genre: 'document',
      audience: 'Readers',
      mediaType: 'application/pdf',
      digestMultibase: 'uEiAAAA',
      digestSRI: 'sha384-x',
    },
  ],
  credentialStatus: {
    id: 'https://badges.example/status/3#94567',
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: '94567',
    statusListCredential: 'https://badges.example/status/3',
    statusReference: 'https://badges.example/credentials/1/status',
  },
  relatedResource: [
    { id: 'https://badges.example/report.json', mediaType: 'application/json', digestSRI: 'sha384-x' },
    { id: 'https://badges.example/more.json', digestMultibase: 'uEiAAAB' },
  ],
});

/** The same of a status list. */
export const RICH_LIST: JsonObject = {
  '@context': [VC2_CONTEXT],
  id: 'https://badges.example/status/3',
  type: ['VerifiableCredential', 'BitstringStatusListCredential'],
  name: 'Withdrawn badges',
  description: 'Of Acme',
  issuer: 'did:web:badges.example:issuers:acme',
  validFrom: '2026-11-22T09:00:00Z',
  validUntil: '2029-11-22T09:00:00Z',
  termsOfUse: [{ id: 'https://badges.example/status/3/suspension', type: SUSPENSION_LIST_TYPE }],
  credentialSubject: {
    id: 'https://badges.example/status/3#list',
    type: 'BitstringStatusList',
    statusPurpose: 'revocation',
    encodedList: 'uH4sI',
    ttl: 300_000,
  },
};

type Path = readonly (string | number)[];

/** Every place of a value, the root included. */
function places(value: Json, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([key, inner]) => places(inner as Json, [...path, Array.isArray(value) ? Number(key) : key])),
  ];
}

function valueAt(value: Json, path: Path): Json {
  return path.reduce((inner: Json, key) => (inner as { readonly [key: string]: Json })[key] as Json, value);
}

/** A copy with another value at a place; undefined takes it out. */
function put(value: Json, [first, ...rest]: Path, other: Json | undefined): Json {
  if (first === undefined) return other ?? null;
  const inside = (item: Json): readonly Json[] => (rest.length === 0 && other === undefined ? [] : [put(item, rest, other)]);
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap((item, i) => (i === first ? inside(item) : [item]));
  const entries = Object.entries(value as Readonly<Record<string, Json>>);
  const changed = entries.flatMap(([key, item]) => (key === first ? inside(item) : [item]).map((one) => [key, one] as const));
  return Object.fromEntries(Object.hasOwn(value as JsonObject, first) ? changed : [...changed, [String(first), other ?? null]]);
}

/** One change somewhere: another value, one from elsewhere, nothing, a list of it, its content twice, or one more member. */
const change = fc.record({
  at: fc.nat(10_000),
  from: fc.nat(10_000),
  kind: fc.constantFrom(...(['value', 'elsewhere', 'nothing', 'listed', 'unlisted', 'twice', 'member'] as const)),
  value: fc.constantFrom(...VALUES),
  key: fc.constantFrom(...OTHER_KEYS),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** A document, changed in a place or two; often it is none of its kind any more. */
export const changed = (root: JsonObject): fc.Arbitrary<JsonObject> =>
  fc.array(change, { maxLength: 2 }).map((changes) => changes.reduce(apply, root));

function apply(document: JsonObject, { at, from, kind, value, key }: Change): JsonObject {
  const all = places(document).slice(1);
  const [path = [], source = []] = [all[at % all.length], all[from % all.length]];
  const here = valueAt(document, path);
  const other = valueAt(document, source);
  const list = Array.isArray(here) ? (here as readonly Json[]) : [here];
  switch (kind) {
    case 'value':
      return put(document, path, value) as JsonObject;
    case 'elsewhere':
      return put(document, path, other) as JsonObject;
    case 'nothing':
      return put(document, path, undefined) as JsonObject;
    case 'listed':
      return put(document, path, [here]) as JsonObject;
    case 'unlisted':
      return put(document, path, list[0]) as JsonObject;
    case 'twice':
      return put(document, path, Array.isArray(here) ? [...list, ...list] : here) as JsonObject;
    case 'member':
      return typeof here === 'object' && here !== null && !Array.isArray(here)
        ? (put(document, [...path, key], other) as JsonObject)
        : document;
  }
}
