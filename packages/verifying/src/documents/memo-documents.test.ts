import { describe, expect, it } from 'vitest';
import type { Fetched, FetchRequest } from '../ports.js';
import { memoDocuments } from './memo-documents.js';

const request = (url: string, more: Partial<FetchRequest> = {}): FetchRequest => ({
  url,
  accept: 'application/json',
  maxBytes: 1000,
  for: 'badge',
  ...more,
});
const had = (url: string): Fetched => ({ ok: true, url, status: 200, mediaType: '', etag: null, body: new Uint8Array() });
const lost = (url: string): Fetched => ({ ok: false, url, code: 'unreachable' });

function counting(answer: (url: string) => Fetched) {
  const asked: string[] = [];
  return {
    asked,
    async fetch({ url }: FetchRequest): Promise<Fetched> {
      asked.push(url);
      return answer(url);
    },
  };
}

describe('remembered documents', () => {
  it('are asked for once, also by requests that overlap', async () => {
    const inner = counting(had);
    const memo = memoDocuments(inner);
    await Promise.all([memo.fetch(request('a')), memo.fetch(request('a')), memo.fetch(request('b'))]);
    await memo.fetch(request('a'));
    expect(inner.asked).toEqual(['a', 'b']);
  });

  it('are distinguished by the requested form', async () => {
    const inner = counting(had);
    const memo = memoDocuments(inner);
    await memo.fetch(request('a'));
    await memo.fetch(request('a', { accept: 'image/*' }));
    expect(inner.asked).toEqual(['a', 'a']);
  });

  it('include failed requests until these are forgotten', async () => {
    const inner = counting((url) => (url === 'a' ? lost(url) : had(url)));
    const memo = memoDocuments(inner);
    for (const url of ['a', 'a', 'b']) await memo.fetch(request(url));
    memo.forgetMissing();
    for (const url of ['a', 'b']) await memo.fetch(request(url));
    expect(inner.asked).toEqual(['a', 'b', 'a']);
  });

  it('leave out what the caller does not keep', async () => {
    const inner = counting(had);
    const memo = memoDocuments(inner, (wanted, fetched) => fetched.ok && wanted.for !== 'evidence');
    for (const wanted of ['evidence', 'evidence', 'badge', 'badge'] as const) await memo.fetch(request(wanted, { for: wanted }));
    expect(inner.asked).toEqual(['evidence', 'evidence', 'badge']);
  });
});
