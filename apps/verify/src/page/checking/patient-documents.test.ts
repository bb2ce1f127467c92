import type { DocumentSource, Fetched, FetchRequest } from '@proofmark/verifying';
import { describe, expect, it } from 'vitest';
import { patientDocuments } from './patient-documents.js';

const START = Date.parse('2026-11-29T12:00:00Z');
const request = (url: string, purpose: FetchRequest['for'] = 'forge'): FetchRequest => ({ url, accept: '*/*', maxBytes: 9, for: purpose });

function answering(answer: Omit<Extract<Fetched, { ok: false }>, 'ok' | 'url' | 'code'>) {
  const asked: string[] = [];
  const inner: DocumentSource = {
    async fetch({ url }) {
      asked.push(url);
      return { ok: false, url, code: 'http-status', ...answer };
    },
  };
  let now = START;
  const documents = patientDocuments(inner, () => now);
  return {
    asked,
    ask: (url: string, purpose?: FetchRequest['for']) => documents.fetch(request(url, purpose)),
    pass: (ms: number) => (now += ms),
  };
}

const API = 'https://api.github.com/repos/ada';

describe('a forge that asked for patience', () => {
  it.each([
    ['429 without a header', { status: 429 }, 60],
    ['seconds to wait', { status: 403, headers: [['retry-after', '300']] }, 300],
    [
      'the second of the reset',
      {
        status: 403,
        headers: [
          ['x-ratelimit-remaining', '0'],
          ['x-ratelimit-reset', String(START / 1000 + 900)],
        ],
      },
      900,
    ],
    ['a time that nobody waits for', { status: 429, headers: [['retry-after', '999999999']] }, 60],
    ['nonsense', { status: 429, headers: [['retry-after', 'soon']] }, 60],
  ] as const)('is not asked again before: %s', async (_, answer, seconds) => {
    const { asked, ask, pass } = answering(answer);
    await ask(`${API}/1`);
    pass((seconds - 1) * 1000);
    expect(await ask(`${API}/2`)).toMatchObject({ ok: false, status: answer.status, url: `${API}/2` });
    expect(asked).toHaveLength(1);
    pass(1000);
    await ask(`${API}/3`);
    expect(asked).toHaveLength(2);
  });

  it('is asked all the same for other documents, and others are asked about work', async () => {
    const { asked, ask } = answering({ status: 429 });
    await ask(`${API}/1`);
    await ask(`${API}/did.json`, 'issuer');
    await ask('https://gitlab.com/api/v4/projects/1');
    expect(asked).toHaveLength(3);
  });

  it('is not meant by an answer that says something else', async () => {
    const { asked, ask } = answering({ status: 404 });
    await ask(`${API}/1`);
    await ask(`${API}/2`);
    expect(asked).toHaveLength(2);
  });
});
