import type { DocumentSource, Fetched } from '@proofmark/verifying';
import { expect, it } from 'vitest';
import { offlineDocuments } from './offline-documents.js';
import { recordingDocuments, replayingDocuments } from './saved-documents.js';

const request = { url: 'https://badges.example/a', accept: '*/*', maxBytes: 70_000, for: 'badge' } as const;
const body = Uint8Array.from({ length: 70_000 }, (_, at) => at % 256);

it('replays a recording, through JSON, byte for byte', async () => {
  const answers: Fetched[] = [
    { ok: true, url: request.url, status: 200, mediaType: 'image/png', etag: '"a"', body },
    { ok: false, url: request.url, code: 'timeout' },
    { ok: false, url: 'https://badges.example/b', code: 'http-status', status: 404 },
  ];
  const source: DocumentSource = { fetch: async () => answers.shift()! };
  const recording = recordingDocuments(source);
  const first = await recording.fetch(request);
  await recording.fetch(request);
  await recording.fetch({ ...request, url: 'https://badges.example/b' });
  const replay = replayingDocuments(JSON.parse(JSON.stringify(recording.saved())));
  expect(await replay.fetch(request)).toEqual(first);
  expect(await replay.fetch({ ...request, maxBytes: 69_999 })).toMatchObject({ ok: false, code: 'too-large' });
  expect(await replay.fetch({ ...request, url: 'https://badges.example/b' })).toMatchObject({ code: 'http-status', status: 404 });
  expect(await replay.fetch({ ...request, url: 'https://badges.example/c' })).toMatchObject({ code: 'offline' });
});

it('replays each form of an address that answers in several', async () => {
  const text = (accept: string) => new TextEncoder().encode(accept);
  const source: DocumentSource = {
    fetch: async ({ url, accept }) => ({ ok: true, url, status: 200, mediaType: accept, etag: null, body: text(accept) }),
  };
  const recording = recordingDocuments(source);
  for (const accept of ['text/html', 'application/json']) await recording.fetch({ ...request, accept });
  const replay = replayingDocuments(JSON.parse(JSON.stringify(recording.saved())));
  const form = async (accept: string) => (await replay.fetch({ ...request, accept })).ok && (await replay.fetch({ ...request, accept }));
  expect(await form('application/json')).toMatchObject({ mediaType: 'application/json' });
  expect(await form('text/html')).toMatchObject({ mediaType: 'text/html' });
  expect(await form('image/png')).toMatchObject({ mediaType: 'text/html' });
});

it('records the evidence itself only up to a cap', async () => {
  const source: DocumentSource = {
    fetch: async ({ url }) => ({ ok: true, url, status: 200, mediaType: 'application/pdf', etag: null, body: new Uint8Array(60) }),
  };
  const recording = recordingDocuments(source, { workBytes: 100 });
  const urls = ['https://files.example/a', 'https://files.example/b'];
  for (const url of urls) expect((await recording.fetch({ ...request, url, for: 'evidence' })).ok).toBe(true);
  await recording.fetch(request);
  const replay = replayingDocuments(recording.saved());
  const kept = await Promise.all([...urls, request.url].map(async (url) => (await replay.fetch({ ...request, url })).ok));
  expect(kept).toEqual([true, false, true]);
});

it('refuses a recording in which a body is no base64', () => {
  const document = { ok: true, url: request.url, status: 200, mediaType: 'application/json', etag: null, body: 'e30' } as const;
  expect(() => replayingDocuments({ documents: [document] })).toThrow(TypeError);
});

it('answers offline without a source', async () => {
  expect(await offlineDocuments().fetch(request)).toEqual({ ok: false, url: request.url, code: 'offline' });
});
