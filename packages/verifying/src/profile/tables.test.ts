import { canonicalise } from '@proofmark/proofs/jsonld';
import { type ClassName, classOf, type JsonObject } from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import { nodesOf } from '../credential/nodes.js';
import { host } from '../fixtures/host.fixture.js';
import { canonicalStatements } from './canonical-statements.js';
import { RICH, RICH_LIST } from './changes.fixture.js';
import { CLASSES } from './tables.js';
import { walk } from './walk.js';

const BADGE = 'OpenBadgeCredential';

/** The classes that have another name in the schemas. */
const SCHEMA_NAMES: Readonly<Record<string, string>> = { OpenBadgeCredential: 'AchievementCredential' };
/** The classes of a document; the proof's options are one by themselves, whose statements `match-profile.property.test.ts` compares. */
const DOCUMENT_CLASSES = Object.keys(CLASSES).filter((name) => name !== 'DataIntegrityProof');

/** How the schemas call the kinds of the tables. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  '': ['text', 'string', 'identityHash'],
  id: ['id'],
  uri: ['uri'],
  date: ['dateTimeZ'],
  index: ['index'],
  boolean: ['boolean'],
  number: ['number', 'integer'],
};

interface Line {
  readonly words: string;
  readonly properties: readonly { readonly name: string; readonly marks: string; readonly kind: string }[];
}

function lineOf(name: string): Line {
  const [words = '', ...rest] = (CLASSES[name] as string).split(/\s+/);
  const properties = rest.map((text) => {
    const [, property = '', marks = '', kind = ''] = /^(\w+)([!*]*):?(.*)$/.exec(text) ?? [];
    return { name: property, marks, kind };
  });
  return { words, properties };
}

describe('the tables of the profile', () => {
  it.each(DOCUMENT_CLASSES)('%s says nothing that the schemas do not say', (name) => {
    const definition = classOf((SCHEMA_NAMES[name] ?? name) as ClassName);
    const { words, properties } = lineOf(name);
    const types = words === '-' ? [] : words.replace('=', '').split(',');
    expect(definition.types.every((group) => group.some((word) => types.includes(word)))).toBe(true);
    // Where the schemas want some type, the profile has one of its own.
    expect(types).toHaveLength(definition.typeRule === 'any' ? 1 : definition.types.length);
    // A list of types where the schemas want one word would be a slip.
    const single = definition.typeRule === 'exact' || definition.properties.get('type')?.many === false;
    expect(words.startsWith('=')).toBe(single);
    for (const { name: property, marks, kind } of properties) {
      const known = definition.properties.get(property);
      expect(known, property).toBeDefined();
      expect([property, marks.includes('*')]).toEqual([property, known?.many === true && !(name === 'BitstringStatusList')]);
      // The profile may ask for more than the schemas; never for less.
      if (known?.kind === 'object') expect(kind === 'id' ? known.idOk : known.classes[0] === kind, property).toBe(true);
      else if (known?.kind === 'term') expect(kind).toBe(known.vocabulary === 'identifierType' ? 'identity' : `@${known.vocabulary}`);
      else expect(KINDS[kind], property).toContain(known?.kind);
    }
    const required = [...definition.properties.values()].filter((one) => one.required && one.kind !== 'type' && one.kind !== 'context');
    expect(properties.filter(({ marks }) => marks.includes('!')).map((one) => one.name)).toEqual(
      expect.arrayContaining(required.map((one) => one.name)),
    );
  });

  it('have every member of a proof that our issuer makes, and each of them known to the schemas', () => {
    const { properties } = classOf('Proof');
    const names = lineOf('DataIntegrityProof').properties.map(({ name }) => name);
    expect(names).toEqual(['cryptosuite', 'created', 'verificationMethod', 'proofPurpose']);
    for (const name of names) expect(properties.get(name), name).toBeDefined();
  });

  it('lead to the statements that a JSON-LD processor finds, for every property of every class of a document', async () => {
    const met = new Set<string>();
    for (const [document, name] of [
      [RICH, BADGE],
      [RICH_LIST, 'BitstringStatusListCredential'],
    ] as const) {
      const full = await canonicalise(document, 'SHA-256');
      const { '@context': _, ...bare } = document;
      expect(full.ok && full.nquads).toBe(await canonicalStatements(walk(bare as JsonObject, name), host.crypto));
      meet(document, name, met);
    }
    const all = DOCUMENT_CLASSES.flatMap((name) => lineOf(name).properties.map((property) => `${name} ${property.name}`));
    expect([...met].sort()).toEqual(all.sort());
  });
});

/** Notes which properties of which classes a document has. */
function meet(node: JsonObject, name: string, met: Set<string>): void {
  for (const { name: property, kind } of lineOf(name).properties) {
    const value = node[property];
    if (value === undefined) continue;
    met.add(`${name} ${property}`);
    if (Object.hasOwn(CLASSES, kind)) for (const inner of nodesOf(node, property)) meet(inner, kind, met);
  }
}
