import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { transformWithOxc } from 'vite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createTestDatabase } from '../../store/database/test-database.js';
import { kyselyOver } from '../../store/postgres-store.js';
import { embedVersions } from '../../store/public-side/embed-versions.js';
import { EMBED_SCRIPT, embedBundle } from './embed-files.js';
import { embedFiles } from './get.js';
import { keepBundles, keptBundles } from './kept-bundles.js';

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  Promise.resolve(embedFiles().request(`http://localhost:3000/embed/${path}`, { headers }));

describe('the script for other people’s pages', () => {
  it('may be loaded from any origin, as a script and nothing else', async () => {
    const answer = await get(EMBED_SCRIPT);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('cache-control')).toContain('max-age=300');
  });

  it('never changes under the address of its version, and fits its integrity', async () => {
    const { version, files } = embedBundle();
    const answer = await get(`${version}/${EMBED_SCRIPT}`);
    expect(answer.headers.get('cache-control')).toContain('immutable');
    const digest = createHash('sha384')
      .update(new Uint8Array(await answer.arrayBuffer()))
      .digest('base64');
    expect(files.get(EMBED_SCRIPT)?.integrity).toBe(`sha384-${digest}`);
  });

  it('finds every part that the script may load, beside it', async () => {
    for (const name of embedBundle().files.keys()) expect((await get(name)).status).toBe(200);
  });

  it('answers 304 to who has it already', async () => {
    const etag = (await get(EMBED_SCRIPT)).headers.get('etag') ?? '';
    expect((await get(EMBED_SCRIPT, { 'If-None-Match': etag })).status).toBe(304);
  });

  it.each([
    ['br', 'br'],
    ['gzip', 'gz'],
  ])('is sent in the form that the build made for %s, under an ETag of its own and for every cache', async (coding, ending) => {
    const { version } = embedBundle();
    const built = readFileSync(
      createRequire(import.meta.url)
        .resolve('@proofmark/badge-element/embed.json')
        .replace('embed.json', `${EMBED_SCRIPT}.${ending}`),
    );
    const plain = await get(EMBED_SCRIPT);
    for (const [path, caching] of [
      [EMBED_SCRIPT, 'max-age=300'],
      [`${version}/${EMBED_SCRIPT}`, 'immutable'],
    ] as const) {
      const answer = await get(path, { 'accept-encoding': coding });
      expect(answer.headers.get('content-encoding')).toBe(coding);
      expect(Buffer.from(await answer.arrayBuffer()).equals(built)).toBe(true);
      expect(answer.headers.get('content-length')).toBe(String(built.length));
      expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
      expect(answer.headers.get('vary')).toBe('Accept-Encoding');
      expect(answer.headers.get('cache-control')).toContain(caching);
      expect(answer.headers.get('etag')).not.toBe(plain.headers.get('etag'));
      expect((await get(path, { 'accept-encoding': coding, 'if-none-match': answer.headers.get('etag') ?? '' })).status).toBe(304);
    }
    expect(plain.headers.has('content-encoding')).toBe(false);
  });

  it('is a module that can be read, and so is each of its parts', async () => {
    for (const { name, file } of embedBundle().files.values()) {
      await expect(transformWithOxc(Buffer.from(file.body).toString('utf8'), name, { lang: 'js' }), name).resolves.toBeDefined();
    }
  });

  it('has a compressed form of every part that is worth one', () => {
    const bare = [...embedBundle().files.values()].filter(({ file }) => file.body.length > 1000 && file.encoded.size < 2);
    expect(bare.map(({ name }) => name)).toEqual([]);
  });

  it.each(['index.js', 'embed.json', '..%2fpackage.json', '%2e%2e/package.json', '0000/proofmark-badge.js', ''])(
    'answers 404 to %j',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );
});

describe('a page that pinned an earlier version', () => {
  it('goes on working after an update', async () => {
    const database = await createTestDatabase();
    const folder = mkdtempSync(join(tmpdir(), 'embed-'));
    onTestFinished(async () => {
      rmSync(folder, { recursive: true });
      await database.close();
    });
    const { version } = embedBundle();
    // A version of a release that kept them in a folder; one that was never whole; and something else.
    const earlier = 'f'.repeat(16);
    await cp(dirname(createRequire(import.meta.url).resolve('@proofmark/badge-element/embed.json')), join(folder, earlier), {
      recursive: true,
    });
    writeFileSync(join(folder, earlier, EMBED_SCRIPT), 'export {};');
    mkdirSync(join(folder, 'e'.repeat(16)));
    mkdirSync(join(folder, 'copy'));
    const versions = embedVersions(kyselyOver(database.pool));
    await keepBundles(versions, folder);
    await keepBundles(versions, folder);
    // Another process, which has no such folder.
    const app = embedFiles(keptBundles(embedVersions(kyselyOver(database.pool))));
    const at = async (path: string): Promise<Response> => app.request(`http://localhost:3000/embed/${path}`);
    expect(await (await at(`${earlier}/${EMBED_SCRIPT}`)).text()).toBe('export {};');
    const part = [...embedBundle().files.values()].find(({ name, file }) => name !== EMBED_SCRIPT && file.encoded.has('br'))?.name ?? '';
    const packed = await app.request(`http://localhost:3000/embed/${earlier}/${part}`, { headers: { 'accept-encoding': 'br' } });
    expect(packed.headers.get('content-encoding')).toBe('br');
    expect((await at(`${earlier}/embed.json`)).status).toBe(404);
    expect((await at(`${version}/${EMBED_SCRIPT}`)).status).toBe(200);
    for (const other of ['0'.repeat(16), 'e'.repeat(16), '..', 'copy', '%2e%2e'])
      expect((await at(`${other}/${EMBED_SCRIPT}`)).status).toBe(404);
  });
});
