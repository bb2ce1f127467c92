import { isObject, listOf } from '@proofmark/primitives';
import { type Json, type JsonObject, OB3_EXTENSIONS_CONTEXT } from '@proofmark/schemas';
import fc from 'fast-check';
import { ISSUER, STATUS, unsigned } from '../fixtures/badges.fixture.js';

const BADGE = String(unsigned().id);
const PAGE = 'https://ada.example/work';
const ACHIEVEMENT = 'https://badges.example/achievements/1';
const SUBJECT = 'urn:uuid:5f0c7b0e-4c52-4d39-9a3b-2d4f5d7f0a11';
const PICTURE = 'https://badges.example/1.png';

/** Mostly the one value, so that two nodes of one id seldom contradict each other. */
const mostly = <T extends Json>(value: T, other: T): fc.Arbitrary<T> =>
  fc.oneof({ arbitrary: fc.constant(value), weight: 15 }, { arbitrary: fc.constant(other), weight: 1 });
const maybe = <T extends Json>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
const node = (shape: Record<string, fc.Arbitrary<Json | undefined>>): fc.Arbitrary<JsonObject> =>
  fc.record(shape).map((made) => Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)) as JsonObject);
const is = <T extends Json>(value: T): fc.Arbitrary<T> => fc.constant(value);
const type = (word: string): fc.Arbitrary<Json> => fc.constantFrom<Json>([word], word);

const pages = fc.oneof(
  { arbitrary: fc.constantFrom(PAGE, `${PAGE}/2`), weight: 12 },
  { arbitrary: fc.constantFrom(ACHIEVEMENT, SUBJECT, BADGE), weight: 1 },
);
const image = node({ id: is(PICTURE), type: is('Image'), caption: maybe(mostly('A shield', 'A star')) });
const alignment = node({
  id: maybe(fc.constantFrom('urn:x:skill', PAGE)),
  type: type('Alignment'),
  targetName: is('API design'),
  targetUrl: is('https://skills.example/api'),
  targetFramework: maybe(is('Skills')),
});
const profile = (ids: fc.Arbitrary<string>): fc.Arbitrary<JsonObject> =>
  node({
    id: ids,
    type: type('Profile'),
    name: maybe(mostly('Ada', 'Ada Lovelace')),
    url: maybe(mostly('https://acme.example/', 'https://big.example/')),
    image: maybe(fc.oneof(image, is(PICTURE))),
    otherIdentifier: maybe(is([{ type: 'IdentifierEntry', identifier: '1', identifierType: 'isbn' }])),
    endorsement: maybe(is([ENDORSEMENT])),
  });
const evidence = node({
  id: pages,
  type: type('Evidence'),
  name: maybe(mostly('Work', 'Chapter 2')),
  narrative: maybe(mostly('A working API.', 'How it was made.')),
  genre: maybe(is('code')),
  digestMultibase: maybe(fc.constantFrom<Json>('uEiAAAA', ['uEiAAAA'])),
});
const related = node({ id: pages, mediaType: maybe(is('text/html')), digestSRI: fc.constantFrom('sha384-AAAA', 'sha384-BBBB') });

const ENDORSEMENT: JsonObject = {
  '@context': unsigned()['@context'] ?? null,
  id: 'https://endorser.example/1',
  type: ['VerifiableCredential', 'EndorsementCredential'],
  name: 'Assessed',
  issuer: { id: ISSUER, type: ['Profile'], name: 'Ada' },
  validFrom: '2026-11-22T09:00:00Z',
  credentialSubject: { id: ISSUER, type: ['EndorsementSubject'], endorsementComment: 'I read the code.' },
};

/** Badges that name one thing at several places, as issuers do: the issuer as creator, one page as criteria and evidence, and so on. */
export const sharingBadge: fc.Arbitrary<JsonObject> = fc
  .record({
    name: maybe(is('Web API design')),
    issuer: fc.oneof({ arbitrary: profile(is(ISSUER)), weight: 4 }, { arbitrary: is(ISSUER), weight: 1 }),
    credentialStatus: maybe(is(STATUS)),
    evidence: maybe(fc.array(evidence, { minLength: 1, maxLength: 3 })),
    relatedResource: maybe(fc.array(related, { minLength: 1, maxLength: 2 })),
    image: maybe(image),
    source: maybe(profile(fc.constantFrom(ISSUER, SUBJECT))),
    subjectName: maybe(is('Ada')),
    creator: maybe(profile(fc.constantFrom(ISSUER, 'https://other.example/', SUBJECT))),
    criteria: node({ id: maybe(pages), narrative: is('A working API.'), type: maybe(is('Criteria')) }),
    achievementImage: maybe(image),
    alignment: maybe(fc.array(alignment, { minLength: 1, maxLength: 2 })),
    tag: maybe(fc.constantFrom(['api'], ['api', 'http'])),
  })
  .map(({ source, subjectName, creator, criteria, achievementImage, alignment: skills, tag, ...root }) => {
    const { achievement: plain } = unsigned().credentialSubject as { readonly achievement: JsonObject };
    const achievement = present({ ...plain, criteria, creator, image: achievementImage, alignment: skills, tag });
    const credentialSubject = present({ id: SUBJECT, type: ['AchievementSubject'], name: subjectName, source, achievement });
    const contexts = [...(unsigned()['@context'] as string[]), OB3_EXTENSIONS_CONTEXT];
    return unsigned({ '@context': contexts, ...present(root), evidence: root.evidence ?? [], credentialSubject });
  });

function present(members: Readonly<Record<string, Json | undefined>>): JsonObject {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as JsonObject;
}

/** One way of writing the statements of nodes that bear one id at other places. */
export interface Move {
  readonly kind: 'move' | 'copy' | 'drop' | 'unfold' | 'fold' | 'shuffle' | 'repeat';
  readonly from: number;
  readonly to: number;
  readonly key: number;
}

export const moves: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.record({
    kind: fc.constantFrom<Move['kind']>('move', 'move', 'move', 'copy', 'drop', 'unfold', 'fold', 'shuffle', 'repeat'),
    from: fc.nat(1000),
    to: fc.nat(1000),
    key: fc.nat(1000),
  }),
  { minLength: 1, maxLength: 5 },
);

type Mutable = { [key: string]: Json };

/** The badge after the moves; often it says something else then, which is for the caller to find out. */
export function rewritten(badge: JsonObject, steps: readonly Move[]): JsonObject {
  const twin = structuredClone(badge) as Mutable;
  for (const step of steps) apply(twin, step);
  return twin;
}

function apply(badge: Mutable, { kind, from, to, key }: Move): void {
  const nodes = nodesIn(badge);
  const ids = [...new Set(nodes.map((one) => one.id))].filter((id) => typeof id === 'string');
  const groups = ids.map((id) => nodes.filter((one) => one.id === id)).filter((group) => group.length > 1);
  const group = pick(groups, from) ?? [];
  const [source, target] = [pick(group, key), pick(group, to)];
  const holder = pick(nodes, from) as Mutable;
  const name = pick(Object.keys(kind === 'move' || kind === 'copy' || kind === 'drop' ? (source ?? {}) : holder), key + to);
  if (name === undefined || name === 'id' || name === '@context') return;
  if (kind === 'move' || kind === 'copy' || kind === 'drop') {
    if (source === undefined || target === undefined || source === target) return;
    const value = structuredClone(source[name] as Json);
    if (kind !== 'drop') target[name] = target[name] === undefined ? value : joined(target[name], value);
    if (kind !== 'copy') delete source[name];
    return;
  }
  const value = holder[name] as Json;
  const items = listOf(value);
  if (kind === 'unfold' && typeof value === 'string' && group.length > 0) holder[name] = { id: value };
  if (kind === 'fold' && isObject(value) && Object.keys(value).every((one) => one === 'id' || one === 'type'))
    holder[name] = value.id ?? null;
  if (kind === 'shuffle' && Array.isArray(value)) holder[name] = [...items].reverse();
  if (kind === 'repeat') holder[name] = [...items, ...items];
}

/** Both values, each once. */
function joined(one: Json, other: Json): Json {
  const all = [...new Map([...listOf(one), ...listOf(other)].map((item) => [JSON.stringify(item), item])).values()];
  return all.length === 1 ? (all[0] as Json) : all;
}

function nodesIn(value: Json): Mutable[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, item]) => (key === '@context' ? [] : nodesIn(item as Json)));
  return isObject(value) ? [value as Mutable, ...inner] : inner;
}

function pick<T>(items: readonly T[], at: number): T | undefined {
  return items[at % Math.max(1, items.length)];
}
