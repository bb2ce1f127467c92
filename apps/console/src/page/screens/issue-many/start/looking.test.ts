import type { UploadColumns } from '@proofmark/schemas/api';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Answer, Ask } from '../../../api.js';
import { Looking } from './looking.js';
import { type SourceFile, sourceOf, sourceOfPaste } from './source-file.js';

const FOUND = { format: 'csv', columns: [], problem: null } as unknown as UploadColumns;

/** What was asked about, and how to answer the first that waits. */
let asked: string[];
let answers: ((answer: Answer<UploadColumns>) => void)[];
const ask = (async (_method: string, _path: string, body: Blob) => {
  asked.push(await body.text());
  return new Promise((resolve) => answers.push(resolve));
}) as unknown as Ask;
const given = (text: string) => sourceOfPaste(text) as SourceFile;

beforeEach(() => {
  [asked, answers] = [[], []];
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

it('forgets what stood there as soon as something else is given, and asks about that alone after a pause', async () => {
  const looking = new Looking();
  const [old, next] = [given('old'), given('new')];
  const first = looking.at(ask, old, 400);
  await vi.advanceTimersByTimeAsync(400);
  await vi.waitUntil(() => answers.length === 1);
  const second = looking.at(ask, next, 400);
  expect([looking.source, looking.busy]).toEqual([next, true]);
  answers[0]?.({ ok: true, value: FOUND });
  expect(await first).toBeNull();
  await vi.advanceTimersByTimeAsync(400);
  await vi.waitUntil(() => answers.length === 2);
  answers[1]?.({ ok: true, value: FOUND });
  expect(await second).toEqual({ source: next, found: FOUND });
  expect([asked, looking.busy]).toEqual([['old', 'new'], false]);
});

it('asks no more about rows that were pasted just before a file was chosen', async () => {
  const looking = new Looking();
  const paste = looking.at(ask, given('pasted'), 400);
  void looking.at(ask, sourceOf(new File(['chosen'], 'chosen.csv')));
  await vi.advanceTimersByTimeAsync(1000);
  expect([await paste, asked, looking.source?.file.name]).toEqual([null, ['chosen'], 'chosen.csv']);
});

it('bears that the rows are removed while they are read', async () => {
  const looking = new Looking();
  const paste = looking.at(ask, given('pasted'));
  await vi.waitUntil(() => answers.length === 1);
  await looking.at(ask, null);
  answers[0]?.({ ok: false, problem: 'offline' });
  expect([await paste, looking.source, looking.fault, looking.failed, looking.busy]).toEqual([null, null, null, null, false]);
});

it('tells a file that is gone from a service that does not answer', async () => {
  const looking = new Looking();
  const away = looking.at(ask, given('pasted'));
  await vi.waitUntil(() => answers.length === 1);
  answers[0]?.({ ok: false, problem: 'offline' });
  expect([await away, looking.failed?.problem, looking.fault]).toEqual([null, 'offline', null]);
  const file = Object.assign(new File(['x'], 'gone.csv'), { slice: () => ({ arrayBuffer: () => Promise.reject(new Error('gone')) }) });
  const refuse = (async () => ({ ok: false, problem: 'offline' })) as unknown as Ask;
  await looking.at(refuse, sourceOf(file));
  expect([looking.source, looking.fault, looking.failed]).toEqual([null, 'gone', null]);
});
