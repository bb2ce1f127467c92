import type { FetchRequest } from '@proofmark/verifying';
import { expect, it } from 'vitest';
import { watched } from './watched.js';

const request = (purpose: FetchRequest['for']): FetchRequest => ({
  url: 'https://files.example/a\u001b.pdf',
  accept: '*/*',
  maxBytes: 9,
  for: purpose,
});
const answers = {
  documents: { fetch: async ({ url }: FetchRequest) => ({ ok: false, url, code: 'timeout' }) as const },
  git: { read: async () => ({ ok: false, code: 'timeout' }) as const },
};
const place = { remotes: ['https://git.example/a.git'], place: { names: 'head' } } as const;

it('shows the address of the evidence while it is read, and then clears the line', async () => {
  const shown: string[] = [];
  const { documents, git } = watched(answers, { out() {}, err() {}, colour: false, passing: (text) => shown.push(text) });
  await documents.fetch(request('status'));
  expect(shown).toEqual([]);
  await Promise.all([documents.fetch(request('evidence')), git?.read(place)]);
  expect(shown.slice(0, 2)).toEqual([
    'Looking at the work: https://files.example/a\\u001b.pdf',
    'Reading the repository: https://git.example/a.git',
  ]);
  expect(shown.at(-1)).toBe('');
});

it('shows nothing where the terminal is not interactive', async () => {
  const { documents, git } = watched(answers, { out() {}, err() {}, colour: false });
  expect([documents, git]).toEqual([answers.documents, answers.git]);
});
