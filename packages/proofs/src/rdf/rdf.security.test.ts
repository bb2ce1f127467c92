import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Json, JsonObject } from '@proofmark/primitives';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { credential } from '../credential.fixture.js';
import { checkSafe } from '../signing/check-safe.js';
import { canonicalise } from './canonicalise.js';

const VOCABULARY = { '@version': 1.1, '@vocab': 'https://vocabulary.example/#', id: '@id' };

function range(size: number): number[] {
  return Array.from({ length: size }, (_, i) => i);
}

function graph(nodes: readonly Json[]): JsonObject {
  return { '@context': VOCABULARY, '@graph': nodes };
}

describe('canonicalise, with hostile graphs', () => {
  const clique = (size: number) =>
    graph(range(size).map((i) => ({ id: `_:n${i}`, p: range(size).flatMap((j) => (i === j ? [] : [{ id: `_:n${j}` }])) })));
  const ring = (size: number) => graph(range(size).map((i) => ({ id: `_:n${i}`, p: { id: `_:n${(i + 1) % size}` } })));
  const twins = (size: number) => graph(['a', 'b'].map((hub) => ({ id: `_:${hub}`, p: range(size).map((i) => ({ id: `_:${hub}${i}` })) })));
  // The shape of W3C's test074c: two kinds of nodes, each related to all of the other kind.
  const bipartite = (size: number) => graph(range(size).map((i) => ({ id: `_:a${i}`, p: range(size).map((j) => ({ id: `_:b${j}` })) })));
  const organisation = (i: number) => ({
    id: `_:o${i}`,
    type: ['Profile'],
    parentOrg: range(10).map((j) => ({ id: `_:o${j}`, type: ['Profile'] })),
  });
  const inBadge = credential({ issuer: { id: 'did:web:acme.example', type: ['Profile'], parentOrg: range(10).map(organisation) } });

  it.each([
    ['a clique of 12', clique(12)],
    ['a clique of 24', clique(24)],
    ['a ring of 2,000', ring(2_000)],
    ['two stars of 1,000', twins(1_000)],
    ['a bipartite graph', bipartite(10)],
    ['a badge with a clique of organisations', inBadge],
    ['too many blank nodes', graph(range(10_001).map((i) => ({ p: `${i}` })))],
  ])('refuses %s within a second of work', async (_, document) => {
    // Of this process, not of the clock: other tests share the machine.
    const start = process.cpuUsage();
    expect(await canonicalise(document, 'SHA-256')).toEqual({ ok: false, code: 'limit-exceeded' });
    expect(process.cpuUsage(start).user).toBeLessThan(1_000_000);
  });

  it('does not refuse honest repetition', async () => {
    const alignment = { type: ['Alignment'], targetName: 'Same', targetUrl: 'https://skills.example/same' };
    const result = { type: ['Result'], value: 'A', alignment: [alignment, alignment] };
    const subject = { ...(credential().credentialSubject as JsonObject), result: range(100).map(() => result) };
    expect((await canonicalise(credential({ credentialSubject: subject }), 'SHA-256')).ok).toBe(true);
  });
});

describe('hostile documents', () => {
  it('are refused before the processor recurses into them', async () => {
    let deep: Json = 'end';
    for (let i = 0; i < 5_000; i++) deep = { name: deep };
    expect(await canonicalise(credential({ name: deep }), 'SHA-256')).toEqual({ ok: false, code: 'limit-exceeded' });
    const wide = credential({ name: range(100_001).map(String) });
    expect(await canonicalise(wide, 'SHA-256')).toEqual({ ok: false, code: 'limit-exceeded' });
  });

  // T6: the processor compares each value of a term with those before it. Eight thousand are some 40 kB, and took it seconds.
  it.each([
    ['texts of one term', () => credential({ name: range(8_000).map(String) })],
    ['types', () => credential({ type: ['VerifiableCredential', ...range(8_000).map((i) => `https://words.example/${i}`)] })],
    ['nodes', () => credential({ evidence: range(8_000).map((i) => ({ id: `urn:x:${i}`, type: ['Evidence'] })) })],
  ])('are refused before the processor compares thousands of %s', async (_, make) => {
    const document = make();
    const start = process.cpuUsage();
    expect(await canonicalise(document, 'SHA-256')).toEqual({ ok: false, code: 'limit-exceeded' });
    expect(process.cpuUsage(start).user).toBeLessThan(500_000);
  });

  it('do not reach a prototype', async () => {
    const document = JSON.parse(JSON.stringify(credential()).replace('"genre"', '"__proto__"'));
    expect(await canonicalise(document, 'SHA-256')).toEqual({ ok: false, code: 'malformed-document' });
    for (const member of ['constructor', 'toString', 'hasOwnProperty']) {
      const result = await canonicalise(credential({ [member]: { polluted: true } }), 'SHA-256');
      expect(result).toMatchObject({ ok: false });
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
    'do not write into the objects of this program as %s',
    async (name) => {
      const before = Object.getOwnPropertyNames(Object.prototype).map((key) => [
        key,
        Object.keys(Object(Reflect.get(Object.prototype, key) ?? {})),
      ]);
      for (const change of [
        { credentialSubject: name },
        { credentialSubject: { id: name, name: 'x' } },
        { id: name },
        {
          evidence: [
            { id: name, type: ['Evidence'] },
            { id: name, name: 'x' },
          ],
        },
        { type: ['VerifiableCredential', name] },
      ]) {
        expect((await canonicalise(credential(change as JsonObject), 'SHA-256')).ok).toBe(false);
        await checkSafe(credential(change as JsonObject));
      }
      expect(
        Object.getOwnPropertyNames(Object.prototype).map((key) => [key, Object.keys(Object(Reflect.get(Object.prototype, key) ?? {}))]),
      ).toEqual(before);
      expect((await canonicalise(credential(), 'SHA-256')).ok).toBe(true);
    },
  );

  it('cannot write statements through an address or a text', async () => {
    const plain = await canonicalise(credential(), 'SHA-256');
    const lines = plain.ok ? plain.nquads.split('\n').length : 0;
    for (const tail of ['> <urn:p> <urn:o> .\n<urn:s', '><urn:p><urn:o>.<urn:s', '" .\n_:x <urn:p> "', '\\u003e']) {
      const byId = await canonicalise(credential({ id: `https://badges.example/${tail}` }), 'SHA-256');
      if (byId.ok) expect(byId.nquads.split('\n')).toHaveLength(lines);
      const byName = await canonicalise(credential({ name: `Name${tail}` }), 'SHA-256');
      expect(byName.ok && byName.nquads.split('\n')).toHaveLength(lines);
      expect(byName).not.toEqual(plain);
    }
  });
});

// T3: nothing is asked when a badge is read, whatever contexts it names.
describe('contexts that are not pinned', () => {
  let asked = 0;
  const server = createServer((_, response) => {
    asked++;
    response.setHeader('content-type', 'application/ld+json');
    response.end('{"@context":{"@vocab":"https://evil.example/#"}}');
  });
  let url = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/context.json`;
  });
  afterAll(() => server.close());

  it('are refused by name and never fetched, at any place in a document', async () => {
    const contexts = credential()['@context'] as string[];
    for (const document of [
      credential({ '@context': [...contexts, url] }),
      credential({ '@context': url }),
      credential({ '@context': [...contexts, { '@import': url }] }),
      credential({ '@context': [...contexts, { extra: { '@id': 'urn:x', '@context': url } }], extra: { id: 'urn:y' } }),
      credential({ evidence: [{ '@context': url, id: 'urn:e', type: ['Evidence'] }] }),
    ]) {
      expect(await canonicalise(document, 'SHA-256')).toEqual({ ok: false, code: 'unsupported-vocabulary', url });
      expect(await checkSafe(document)).toMatchObject([{ code: 'unsupported-vocabulary', term: url }]);
    }
    expect(asked).toBe(0);
  });

  it('are refused in another spelling of a pinned address', async () => {
    for (const twin of [
      'https://www.w3.org/ns/credentials/v2#',
      'http://www.w3.org/ns/credentials/v2',
      'https://WWW.w3.org/ns/credentials/v2',
    ]) {
      const result = await canonicalise(credential({ '@context': [twin] }), 'SHA-256');
      expect(result).toMatchObject({ ok: false, code: 'unsupported-vocabulary' });
    }
  });
});
