import type { DocumentSource, Fetched, FetchRequest } from '@proofmark/verifying';
import { expect, it } from 'vitest';
import { rememberingDocuments } from './remembering-documents.js';

const request: FetchRequest = { url: 'https://issuer.example/did.json', accept: 'application/json', maxBytes: 1000, for: 'issuer' };
const found = (url: string): Fetched => ({ ok: true, url, status: 200, mediaType: 'application/json', etag: null, body: new Uint8Array() });

function source(answers: (url: string, times: number) => Fetched): { source: DocumentSource; asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    source: {
      async fetch({ url }) {
        asked.push(url);
        return answers(url, asked.length);
      },
    },
  };
}

it('fetches a document once', async () => {
  const { source: inner, asked } = source(found);
  const documents = rememberingDocuments(inner);
  expect(await documents.fetch(request)).toEqual(await documents.fetch(request));
  expect(asked).toHaveLength(1);
});

it('fetches a document again after a failure', async () => {
  const { source: inner, asked } = source((url, times) => (times === 1 ? { ok: false, url, code: 'timeout' } : found(url)));
  const documents = rememberingDocuments(inner);
  expect((await documents.fetch(request)).ok).toBe(false);
  expect((await documents.fetch(request)).ok).toBe(true);
  expect(asked).toHaveLength(2);
});

it('fetches evidence again every time', async () => {
  const { source: inner, asked } = source(found);
  const documents = rememberingDocuments(inner);
  for (const purpose of ['evidence', 'work-log', 'evidence', 'evidence-report', 'evidence-report'] as const)
    await documents.fetch({ ...request, accept: purpose, for: purpose });
  expect(asked).toHaveLength(4);
});

it('keeps the forms of one address apart', async () => {
  const { source: inner, asked } = source(found);
  const documents = rememberingDocuments(inner);
  await documents.fetch(request);
  await documents.fetch({ ...request, accept: 'text/html' });
  expect(asked).toHaveLength(2);
});

it('notifies the listener of each fetch that took place', async () => {
  const heard: string[] = [];
  const documents = rememberingDocuments(source(found).source, ({ for: purpose }) => heard.push(purpose));
  await documents.fetch(request);
  await documents.fetch(request);
  expect(heard).toEqual(['issuer']);
});
