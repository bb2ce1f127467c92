import { gzipSync } from 'node:zlib';
import type { EvidenceItem, Recheck } from '@proofmark/evidence';
import { gzipBomb, loopbackServer, selfSignedCertificate } from '@proofmark/testkit';
import { afterAll, describe, expect, it } from 'vitest';
import type { Resolve } from '../safe-fetch/guarded-connector.js';
import { digestOf, drip, endless, file, rechecker, sriOf, status } from './rechecking.fixture.js';

const { recheck, close } = rechecker();
afterAll(close);

const PDF = '%PDF-1.7 the report';
const PAGE = '<!doctype html><title>Log in</title>';
const bomb = await gzipBomb(64);
const line = (sameBytes: Recheck['sameBytes'], reason: string | null = null): Recheck => ({
  sameBytes,
  reason,
  notes: [],
  changedAt: null,
});
const held = { digestMultibase: digestOf(PDF), mediaType: 'application/pdf' } as const;

describe('rechecking a file that', () => {
  it.each([
    ['is as it was', file(PDF), held, line('matches')],
    ['is as it was, by SHA-384', file(PDF), { digestSRI: sriOf(PDF) }, line('matches')],
    ['is as it was, compressed on the way', compressed(gzipSync(PDF)), held, line('matches')],
    ['was changed', file(`${PDF}.`), held, line('changed')],
    ['was changed according to one of two digests', file(PDF), { ...held, digestSRI: sriOf('else') }, line('changed')],
    ['has an unreadable digest', file(PDF), { digestMultibase: 'zzz' }, line('not-checked', 'unreadable-digest')],
    ['has a digest that is no text', file(PDF), { digestMultibase: 7 }, line('not-checked', 'unreadable-digest')],
    ['was emptied', file(''), held, line('changed', 'empty')],
    ['was replaced by a page', file(PAGE, 'text/html'), held, line('changed', 'page-instead-of-file')],
    ['was replaced by a page that is served as a PDF', file(PAGE), held, line('changed', 'page-instead-of-file')],
    ['was a page that was changed', file(PAGE, 'text/html'), { ...held, mediaType: 'text/html' }, line('changed')],
    ['was removed', status(404), held, line('gone', 'http-status')],
    ['was removed for good', status(410), held, line('gone', 'http-status')],
    ['asks for a password', status(401), held, line('private', 'http-status')],
    ['is forbidden', status(403), held, line('private', 'http-status')],
    ['is behind a fault', status(500), held, line('not-checked', 'http-status')],
    ['is behind too many requests', status(429), held, line('not-checked', 'http-status')],
    ['is silent', () => {}, held, line('not-checked', 'timeout')],
    ['drips', drip, held, line('not-checked', 'timeout')],
    ['says that it has 5 GB', status(200, { 'content-length': '5000000000' }), held, line('not-checked', 'too-large')],
    ['has no end', endless, held, line('not-checked', 'too-large')],
    ['is a bomb', compressed(bomb), held, line('not-checked', 'too-large')],
    ['is a bomb that is not unpacked', file(bomb.subarray(0, 60_000), 'application/zip'), held, line('changed')],
    [
      'has a content coding that was not asked for',
      status(200, { 'content-encoding': 'zstd' }),
      held,
      line('not-checked', 'malformed-response'),
    ],
    ['redirects to the metadata of a cloud', to('https://169.254.169.254/latest'), held, line('not-checked', 'refused-address')],
    ['redirects to a private address', to('https://10.0.0.1/a.pdf'), held, line('not-checked', 'refused-address')],
    ['redirects to another scheme', to('file:///etc/passwd'), held, line('not-checked', 'refused-address')],
    ['redirects to itself', to('/a.pdf'), held, line('not-checked', 'too-many-redirects')],
    ['was never pinned', file(PDF), {}, line('not-checked', 'live-page')],
    ['was never pinned, and is gone', status(404), {}, line('gone', 'http-status')],
  ] as const)('%s', async (_, listener, piece: EvidenceItem, expected) => {
    const server = await loopbackServer(listener);
    expect(await recheck({ id: `${server.origin}/a.pdf`, ...piece })).toEqual(expected);
    await server.close();
  });

  it('has no address that may be fetched, without a request', async () => {
    const server = await loopbackServer(file(PDF));
    const outside = rechecker({});
    for (const [id, expected] of [
      ['urn:uuid:0198', line('private', 'no-address')],
      [undefined, line('private', 'no-address')],
      [7, line('private', 'no-address')],
      ['file:///etc/passwd', line('not-checked', 'forbidden-scheme')],
      [`${server.origin}/a.pdf`, line('not-checked', 'private-host')],
      [`https://ada@127.0.0.1/a.pdf`, line('not-checked', 'user-info')],
      ['https://10.0.0.1/a.pdf', line('not-checked', 'private-host')],
      [`https://ada.example/${'a'.repeat(5000)}`, line('not-checked', 'not-a-url')],
    ] as const)
      expect(await outside.recheck({ ...held, id })).toEqual(expected);
    expect(await outside.recheck({ id: 'urn:uuid:0198' })).toEqual(line('not-checked', 'no-address'));
    expect(server.requests).toHaveLength(0);
    await outside.close();
    await server.close();
  });

  it('has a name that resolves first to a public and then to a private address, with one refused request', async () => {
    const tls = selfSignedCertificate('files.example');
    const server = await loopbackServer(file(PDF), { tls });
    let asked = 0;
    const resolve: Resolve = async () => [{ address: asked++ === 0 ? '127.0.0.1' : '10.0.0.1', family: 4 }];
    const inside = rechecker({ resolve, ca: tls.cert, ports: [server.port] }, { isPublic: (address) => address === '127.0.0.1' });
    const piece = { ...held, id: `https://files.example:${server.port}/a.pdf` };
    expect(await inside.recheck(piece)).toEqual(line('matches'));
    expect(await inside.recheck(piece)).toEqual(line('not-checked', 'refused-address'));
    expect([asked, server.requests.length]).toEqual([2, 1]);
    await inside.close();
    await server.close();
  });
});

function compressed(content: Uint8Array): ReturnType<typeof file> {
  return (_, response) => void response.writeHead(200, { 'content-type': 'application/pdf', 'content-encoding': 'gzip' }).end(content);
}

function to(location: string): ReturnType<typeof file> {
  return status(302, { location });
}
