import { beforeEach, expect, it, vi } from 'vitest';
import { type SourceFile, sourceOf, sourceOfPaste } from './start/source-file.js';

const options = { achievementId: 'a', mode: 'validate' } as const;
/** As after the page was loaded anew: what the tab kept is there, and what the page knew is not. */
const loadAnew = async () => {
  vi.resetModules();
  return import('./sent-files.js');
};

beforeEach(() => {
  const stored = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, text: string) => void stored.set(key, text),
  });
  return () => vi.unstubAllGlobals();
});

it('keeps the rows that were sent over a reload, and of a file that there was one', async () => {
  const before = await loadAnew();
  before.keepSent('pasted', { options, source: sourceOfPaste('email\na@x.example\n') as SourceFile });
  before.keepSent('file', { options, source: sourceOf(new File(['email\n'], 'list.csv')) as SourceFile });
  expect(before.sentOf('file')?.source?.file.name).toBe('list.csv');
  const after = await loadAnew();
  expect(await after.sentOf('pasted')?.source?.file.text()).toBe('email\na@x.example\n');
  expect(after.sentOf('file')).toEqual({ options, source: null });
  expect(after.sentOf('other')).toBeNull();
});
