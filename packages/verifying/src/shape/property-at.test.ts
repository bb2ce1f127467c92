import { canonicalise } from '@proofmark/proofs/jsonld';
import {
  CLR_CONTEXT,
  classNames,
  classOf,
  type Json,
  OB3_CONTEXT,
  type PropertyDefinition,
  VC1_CONTEXT,
  VC2_CONTEXT,
} from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import { termAt } from './property-at.js';

const OB = 'https://purl.imsglobal.org/spec/ob/v3p0/';
const NODE = 'urn:x:node';

function someValue({ kind }: PropertyDefinition): Json {
  if (kind === 'object') return { id: 'urn:x:other' };
  if (kind === 'number' || kind === 'integer') return 3;
  return kind === 'boolean' ? true : kind === 'id' || kind === 'uri' ? 'urn:x:other' : 'text';
}

/** The addresses that the contexts give to each term, and the terms of each address, at every class. */
async function addresses(contexts: readonly string[]): Promise<readonly (readonly [term: string, address: string])[]> {
  const found: (readonly [string, string])[] = [];
  for (const className of classNames()) {
    const { types, properties } = classOf(className);
    for (const property of properties.values()) {
      const { name } = property;
      if (name === 'id' || name === 'type' || name === '@context') continue;
      const type = types.map(([word = '']) => word);
      const answer = await canonicalise(
        { '@context': contexts, id: NODE, ...(type.length > 0 && { type }), [name]: someValue(property) },
        'SHA-256',
      );
      const lines = answer.ok
        ? answer.nquads.split('\n').filter((line) => line.startsWith(`<${NODE}> `) && !line.includes('rdf-syntax-ns#type'))
        : [];
      for (const line of lines) found.push([termAt(className, name), line.split(' ')[1] ?? '']);
    }
  }
  return found;
}

describe('a term', () => {
  it.each([
    ['Open Badges 3.0', [VC2_CONTEXT, OB3_CONTEXT]],
    ['CLR 2.0', [VC2_CONTEXT, CLR_CONTEXT, OB3_CONTEXT]],
    ['Open Badges 3.0 in VC 1.1', [VC1_CONTEXT, `${OB}context.json`]],
    ['Open Badges 3.0.2 in VC 1.1', [VC1_CONTEXT, `${OB}context-3.0.2.json`]],
  ])('has one address at every class in %s, and no other term has it', async (_, contexts) => {
    const found = await addresses(contexts);
    const terms = new Set(found.map(([term]) => term));
    expect(terms.size).toBeGreaterThan(60);
    const pairs = new Set(found.map((pair) => pair.join(' ')));
    expect([pairs.size, new Set(found.map(([, address]) => address)).size]).toEqual([terms.size, terms.size]);
  });
});
