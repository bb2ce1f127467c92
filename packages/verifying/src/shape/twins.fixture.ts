import { isObject, listOf } from '@proofmark/primitives';
import { type Json, type JsonObject, OB3_EXTENSIONS_CONTEXT } from '@proofmark/schemas';
import fc from 'fast-check';
import { ISSUER, STATUS, unsigned } from '../fixtures/badges.fixture.js';

const ID = String(unsigned().id);
const CRED = 'https://www.w3.org/2018/credentials#';
const OB = 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#';
const STATE = 'https://www.w3.org/ns/credentials/status#';
const DATE = 'http://www.w3.org/2001/XMLSchema#dateTime';

const words: fc.Arbitrary<string> = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .filter((text) => !/[\p{Cc}\p{Surrogate}]/u.test(text));
const maybe = <T extends Json>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });

const evidence: fc.Arbitrary<JsonObject> = fc
  .record({ id: maybe(fc.nat(5).map((n) => `https://ada.example/work/${n}`)), name: words, digestMultibase: maybe(fc.constant('uEiAAAA')) })
  .map((item) => compact({ type: ['Evidence'], ...item }));

const endorsement = (about: string): JsonObject => ({
  '@context': unsigned()['@context'] ?? null,
  id: 'https://endorser.example/1',
  type: ['VerifiableCredential', 'EndorsementCredential'],
  name: 'Assessed',
  issuer: { id: 'did:web:endorser.example', type: ['Profile'], name: 'Dr. E' },
  validFrom: '2026-11-22T09:00:00Z',
  credentialSubject: { id: about, type: ['EndorsementSubject'], endorsementComment: 'I read the code.' },
});

/** Honest badges of many shapes, all of which the gate must let through. */
export const honestBadge: fc.Arbitrary<JsonObject> = fc
  .record({
    name: words,
    validUntil: maybe(fc.constantFrom('2027-01-01T00:00:00Z', '2028-01-01T00:00:00+01:00')),
    credentialStatus: maybe(fc.constantFrom<Json>(STATUS, [STATUS], { ...STATUS, id: null })),
    evidence: maybe(fc.uniqueArray(evidence, { maxLength: 3, selector: (item) => item.id ?? item })),
    refreshService: maybe(fc.constant({ id: 'https://badges.example/refresh/1', type: '1EdTechCredentialRefresh' })),
    endorsement: maybe(fc.constantFrom([ID], [ISSUER]).map((about) => about.map(endorsement))),
    image: maybe(fc.constant({ id: 'https://badges.example/1.png', type: 'Image' })),
    relatedResource: maybe(fc.constant([{ id: 'https://badges.example/report.json', digestMultibase: 'uEiAAAA' }])),
  })
  .map((more) => {
    const entries = Object.entries(more).map(([key, value]) => [key, isObject(value) ? compact(value) : value] as const);
    return unsigned({ '@context': [...(unsigned()['@context'] as string[]), OB3_EXTENSIONS_CONTEXT], ...Object.fromEntries(entries) });
  });

function compact(node: Record<string, Json | undefined>): JsonObject {
  return Object.fromEntries(Object.entries(node).filter(([, value]) => value !== undefined && value !== null));
}

/** One way of writing the same statements otherwise; null when the badge gives no occasion. `pick` chooses the place. */
export type Trick = (badge: JsonObject, pick: number) => JsonObject | null;

const TERMS: Readonly<Record<string, string>> = {
  validUntil: `${CRED}validUntil`,
  credentialStatus: `${CRED}credentialStatus`,
  evidence: `${CRED}evidence`,
  issuer: `${CRED}issuer`,
  refreshService: `${CRED}refreshService`,
  endorsement: `${OB}endorsement`,
  name: 'https://schema.org/name',
};

function choose(badge: JsonObject, pick: number, among: readonly string[] = Object.keys(TERMS)): readonly [string, Json] | null {
  const present = among.filter((key) => badge[key] !== undefined);
  const key = present[pick % Math.max(1, present.length)];
  return key === undefined ? null : [key, badge[key] ?? null];
}

function drop(node: JsonObject, key: string): JsonObject {
  return Object.fromEntries(Object.entries(node).filter(([name]) => name !== key));
}

const typed = (key: string, value: Json): Json => (key === 'validUntil' ? { '@value': value, '@type': DATE } : value);
const asId = (value: Json): Json => (typeof value === 'string' ? { id: value } : value);

/** Applies a change to one object somewhere in the badge. */
function somewhere(badge: JsonObject, pick: number, change: (node: JsonObject) => JsonObject | null): JsonObject | null {
  let left = pick % 12;
  let done = false;
  const visit = (value: Json): Json => {
    if (Array.isArray(value)) return (value as readonly Json[]).map(visit);
    if (!isObject(value)) return value;
    if (!done && left-- <= 0) {
      const changed = change(value);
      if (changed !== null) {
        done = true;
        return changed;
      }
    }
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, key === '@context' || item === undefined ? item : visit(item)]),
    );
  };
  const twin = visit(badge) as JsonObject;
  return done ? twin : null;
}

/** Wraps one member of one object. */
const wrapped =
  (wrap: (value: Json) => Json, fits: (value: Json, key: string) => boolean): Trick =>
  (badge, pick) =>
    somewhere(badge, pick, (node) => {
      const keys = Object.keys(node).filter((key) => key !== '@context' && fits(node[key] ?? null, key));
      const key = keys[pick % Math.max(1, keys.length)];
      return key === undefined ? null : { ...node, [key]: wrap(node[key] ?? null) };
    });

const isText = (value: Json, key: string): boolean => typeof value === 'string' && key !== 'id' && key !== 'type';

/** Moves a member of the root into a node elsewhere that bears the root's id. */
const moved =
  (place: (node: JsonObject, badge: JsonObject) => JsonObject): Trick =>
  (badge, pick) => {
    const found = choose(badge, pick);
    if (found === null) return null;
    const [key, value] = found;
    return place({ id: ID, type: ['VerifiableCredential', 'OpenBadgeCredential'], [key]: value }, drop(badge, key));
  };

export const TRICKS: Readonly<Record<string, Trick>> = {
  absolute: (badge, pick) => {
    const found = choose(badge, pick);
    return found === null ? null : { ...drop(badge, found[0]), [TERMS[found[0]] ?? '']: typed(found[0], asId(found[1])) };
  },
  alias: (badge, pick) => {
    const found = choose(badge, pick, ['validUntil', 'credentialStatus', 'evidence', 'refreshService']);
    if (found === null) return null;
    const [key, value] = found;
    const definition = { '@id': TERMS[key] ?? '', '@type': key === 'validUntil' ? DATE : '@id' };
    return { ...drop(badge, key), '@context': [...listOf(badge['@context']), { other: definition }], other: value };
  },
  included: moved((node, badge) => ({ ...badge, '@included': [node] })),
  nest: (badge, pick) => {
    const found = choose(badge, pick);
    return found === null ? null : { ...drop(badge, found[0]), '@nest': { [found[0]]: found[1] } };
  },
  graph: (badge) => ({ '@context': badge['@context'] ?? null, '@graph': [drop(badge, '@context')] }),
  'into the refresh service': moved((node, badge) => ({ ...badge, refreshService: [...listOf(badge.refreshService), node] })),
  'into the endorsement': moved((node, badge) => ({ ...badge, endorsement: [...listOf(badge.endorsement), node] })),
  'into the evidence': moved((node, badge) => ({ ...badge, evidence: [...listOf(badge.evidence), node] })),
  'into the issuer': moved((node, badge) => ({ ...badge, issuer: { ...(badge.issuer as JsonObject), parentOrg: node } })),
  'split evidence': (badge) => {
    const [first, ...rest] = listOf(badge.evidence).filter(isObject);
    if (first?.id === undefined) return null;
    const { id, type = '', name = '', ...others } = first;
    return { ...badge, evidence: [...rest, { id, type, name }, { id, type, ...others } as JsonObject] };
  },
  'one in a set': wrapped(
    (value) => [value],
    (value) => !Array.isArray(value),
  ),
  'one out of its set': wrapped(
    (value) => listOf(value)[0] ?? null,
    (value, key) => Array.isArray(value) && value.length === 1 && key !== '@context',
  ),
  'set in a set': wrapped((value) => [value], Array.isArray),
  '@set': wrapped(
    (value) => ({ '@set': listOf(value) }),
    () => true,
  ),
  'value object': wrapped((value) => ({ '@value': value }), isText),
  'value object with null': wrapped((value) => ({ '@value': value, '@language': null }), isText),
  'typed value': wrapped(
    (value) => ({ '@value': value, '@type': DATE }),
    (value) => typeof value === 'string' && /^\d{4}-/.test(value),
  ),
  'node for an id': wrapped(
    (value) => ({ id: value }),
    (value, key) => /^(?:statusListCredential|issuer|image)$/.test(key) && typeof value === 'string',
  ),
  'id for a node': wrapped(
    (value) => (value as JsonObject).id ?? null,
    (value) => isObject(value) && Object.keys(value).length === 1,
  ),
  '@id': (badge, pick) => somewhere(badge, pick, (node) => (node.id === undefined ? null : { ...drop(node, 'id'), '@id': node.id })),
  '@type': (badge, pick) =>
    somewhere(badge, pick, (node) => (node.type === undefined ? null : { ...drop(node, 'type'), '@type': node.type })),
  'spelled out type': wrapped(
    (value) =>
      listOf(value).map((word) =>
        word === 'VerifiableCredential'
          ? `${CRED}${word}`
          : word === 'BitstringStatusListEntry'
            ? `${STATE}${word}`
            : `${OB}${String(word)}`,
      ),
    (_, key) => key === 'type',
  ),
  'other name of the type': (badge) => ({ ...badge, type: ['AchievementCredential', 'VerifiableCredential', 'AchievementCredential'] }),
  nulls: (badge, pick) =>
    somewhere(badge, pick, (node) => ({ ...node, [choose(node, pick)?.[0] === 'validUntil' ? 'description' : 'validUntil']: null })),
  'empty sets': (badge) => (badge.evidence === undefined ? { ...badge, evidence: [] } : null),
  'twice the same': wrapped(
    (value) => [...listOf(value), ...listOf(value)],
    (value, key) => key !== 'id' && value !== null,
  ),
  'order of sets': wrapped(
    (value) => [...listOf(value)].reverse(),
    (value) => Array.isArray(value) && value.length > 1,
  ),
  'order of members': (badge, pick) => somewhere(badge, pick, (node) => Object.fromEntries(Object.entries(node).reverse())),
  'context below': (badge, pick) => somewhere(badge, pick, (node) => (node['@context'] === undefined ? { '@context': [], ...node } : null)),
  'another revision': (badge) => ({
    ...badge,
    '@context': listOf(badge['@context']).map((url) => (typeof url === 'string' ? url.replace('3.0.3', '3.0.2') : url)),
  }),
  'a context more': (badge) => ({ ...badge, '@context': [...listOf(badge['@context']), 'https://w3id.org/security/data-integrity/v2'] }),
  'the older data model': (badge) => {
    const [, , ...rest] = listOf(badge['@context']);
    return {
      ...badge,
      '@context': ['https://www.w3.org/2018/credentials/v1', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json', ...rest],
    };
  },
};
