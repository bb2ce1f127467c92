import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { parseAccept } from 'hono/utils/accept';
import { afterAll, describe, expect, it } from 'vitest';
import { matchesTag, staticAnswer } from './static-answer.js';
import { compressedFile, readStaticFile } from './static-file.js';

const folder = mkdtempSync(join(tmpdir(), 'static-'));
afterAll(() => rmSync(folder, { recursive: true }));
const TEXT = 'export const one = 1;\n'.repeat(100);
const path = join(folder, 'a.js');
writeFileSync(path, TEXT);
writeFileSync(`${path}.br`, brotliCompressSync(TEXT));
writeFileSync(`${path}.gz`, gzipSync(TEXT));
const file = readStaticFile(path, 'text/javascript');

const ask = (headers: Record<string, string> = {}, asked = file): Response =>
  staticAnswer(
    new Request('http://localhost/a.js', { headers }),
    asked,
    { 'cache-control': 'public, max-age=31536000, immutable' },
    parseAccept,
  );
const bytesOf = async (answer: Response): Promise<Uint8Array> => new Uint8Array(await answer.arrayBuffer());

describe('a static file', () => {
  it.each([
    ['br', 'br'],
    ['gzip', 'gzip'],
    ['gzip, deflate, br, zstd', 'br'],
    ['GZIP', 'gzip'],
    ['br;q=0.5, gzip', 'gzip'],
    ['br;q=0, *', 'gzip'],
    ['*', 'br'],
    ['identity, br;q=0.5', null],
    ['br;q=0', null],
    ['deflate', null],
    ['', null],
  ])('answers Accept-Encoding %j with the coding %j', async (accept, coding) => {
    const answer = ask({ 'accept-encoding': accept });
    expect(answer.headers.get('content-encoding')).toBe(coding);
    const bytes = await bytesOf(answer);
    const read = coding === 'br' ? brotliDecompressSync(bytes) : coding === 'gzip' ? gunzipSync(bytes) : bytes;
    expect(Buffer.from(read).toString('utf8')).toBe(TEXT);
    expect(answer.headers.get('content-length')).toBe(String(bytes.length));
    expect(answer.headers.get('vary')).toBe('Accept-Encoding');
    expect(answer.headers.get('content-type')).toBe('text/javascript');
    expect(answer.headers.get('cache-control')).toContain('immutable');
  });

  it('has one strong ETag for each coding, and answers 304 to it alone', () => {
    const tags = ['br', 'gzip', 'identity'].map((coding) => ask({ 'accept-encoding': coding }).headers.get('etag') ?? '');
    expect(new Set(tags).size).toBe(3);
    for (const tag of tags) expect(tag).toMatch(/^"[\w-]+"$/);
    const known = (coding: string, tag: string): Response => ask({ 'accept-encoding': coding, 'if-none-match': tag });
    expect(known('br', tags[0] ?? '').status).toBe(304);
    expect(known('br', `"x", W/${tags[0]}`).status).toBe(304);
    expect(known('gzip', tags[0] ?? '').status).toBe(200);
    expect(known('br', tags[0] ?? '').headers.get('vary')).toBe('Accept-Encoding');
    expect(known('br', tags[0] ?? '').headers.has('content-encoding')).toBe(false);
  });

  it('does not use a compressed form of another file, a damaged one or one that is larger', () => {
    const other = join(folder, 'b.js');
    writeFileSync(other, `${TEXT}// changed`);
    writeFileSync(`${other}.br`, brotliCompressSync(TEXT));
    writeFileSync(`${other}.gz`, gzipSync(`${TEXT}// changed`).subarray(0, 20));
    const tiny = join(folder, 'c.js');
    writeFileSync(tiny, 'x');
    writeFileSync(`${tiny}.gz`, gzipSync('x'));
    for (const name of [other, tiny]) {
      const answer = ask({ 'accept-encoding': 'br, gzip' }, readStaticFile(name, 'text/javascript'));
      expect([answer.headers.get('content-encoding'), answer.headers.get('vary')]).toEqual([null, null]);
    }
  });

  it('is compressed in memory when it is made at run time', async () => {
    const made = await compressedFile(TEXT, 'text/html');
    const answer = ask({ 'accept-encoding': 'br' }, made);
    expect(brotliDecompressSync(await bytesOf(answer)).toString('utf8')).toBe(TEXT);
    expect(made.version).toBe(file.version);
  });

  it('keeps what the answer already varies by', () => {
    const answer = staticAnswer(new Request('http://localhost/'), file, { vary: 'Accept' }, parseAccept);
    expect(answer.headers.get('vary')).toBe('Accept, Accept-Encoding');
  });
});

it('compares tags weakly', () => {
  expect(matchesTag('*', '"a"')).toBe(true);
  expect(matchesTag(null, '"a"')).toBe(false);
  expect(matchesTag('"b", "c"', '"a"')).toBe(false);
});
