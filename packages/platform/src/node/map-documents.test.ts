import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DocumentSource, Fetched, FetchRequest } from '@proofmark/verifying';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentsFromMap } from './map-documents.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proofmark-map-'));
  await writeFile(join(folder, 'acme.json'), '{"id":"acme"}');
  await writeFile(join(folder, 'list'), '{"id":"list"}');
  await writeFile(join(folder, 'badge.png'), 'png');
});
afterAll(() => rm(folder, { recursive: true }));

const MAP = {
  'did:web:badges.example:issuers:acme': 'acme.json',
  'did:web:root.example': 'acme.json',
  'did:web:localhost%3A3000:issuers:acme': 'acme.json',
  'https://badges.example/status/1': 'list',
  'https://badges.example/badge.png#x': './badge.png',
  'https://badges.example/gone': 'gone.json',
};
const ask = (source: DocumentSource, url: string, more: Partial<FetchRequest> = {}): Promise<Fetched> =>
  source.fetch({ url, accept: '*/*', maxBytes: 1000, for: 'issuer', ...more });

describe('documentsFromMap', () => {
  it.each([
    ['https://badges.example/issuers/acme/did.json', 'application/json', '{"id":"acme"}'],
    ['https://root.example/.well-known/did.json', 'application/json', '{"id":"acme"}'],
    ['http://localhost:3000/issuers/acme/did.json', 'application/json', '{"id":"acme"}'],
    ['did:web:badges.example:issuers:acme', 'application/json', '{"id":"acme"}'],
    ['https://badges.example/status/1#94567', 'application/json', '{"id":"list"}'],
    ['https://badges.example:443/badge.png', 'image/png', 'png'],
  ])('answers %s from its file', async (url, mediaType, text) => {
    const fetched = await ask(documentsFromMap(MAP, folder), url);
    expect(fetched).toMatchObject({ ok: true, url, status: 200, mediaType });
    expect(fetched.ok && new TextDecoder().decode(fetched.body)).toBe(text);
  });

  it('is offline for everything else, or asks the fallback', async () => {
    expect(await ask(documentsFromMap(MAP, folder), 'https://badges.example/status/2')).toMatchObject({ ok: false, code: 'offline' });
    const fallback: DocumentSource = { fetch: async ({ url }) => ({ ok: false, url, code: 'timeout' }) };
    expect(await ask(documentsFromMap(MAP, folder, fallback), 'https://else.example/')).toMatchObject({ code: 'timeout' });
  });

  it('respects the cap, and never falls back for a missing file', async () => {
    const source = documentsFromMap(MAP, folder, { fetch: () => Promise.reject(new Error('asked the network')) });
    expect(await ask(source, 'https://badges.example/status/1', { maxBytes: 12 })).toMatchObject({ ok: false, code: 'too-large' });
    expect(await ask(source, 'https://badges.example/gone')).toMatchObject({ ok: false, code: 'unreachable' });
  });

  it('refuses a malformed map', () => {
    for (const map of [{ 'did:key:z6Mk': 'a' }, { acme: 'a' }, { 'https://a.example/': 7 }, { 'did:web:': 'a' }])
      expect(() => documentsFromMap(map as Record<string, string>, folder)).toThrow(TypeError);
  });
});
