import type { DocumentSource, Fetched, FetchRequest } from '@proofmark/verifying';
import type { TestApi } from './test-api.js';

/**
 * What every network `DocumentSource` must do, on the routes of `documentsRoutes`.
 *
 * @param make gives the source under test: loopback allowed, two seconds for a request
 * @param origin gives the origin of a server with those routes
 * @param options.countsRedirects false for a browser, which hides why it gave up; true by default
 */
export function documentsContract(
  { describe, it, expect }: TestApi,
  make: () => DocumentSource,
  origin: () => string,
  options: { countsRedirects?: boolean } = {},
): void {
  const ask = (path: string, more: Partial<FetchRequest> = {}): Promise<Fetched> =>
    make().fetch({ url: origin() + path, accept: 'application/json', maxBytes: 10_000, for: 'badge', ...more });

  describe('document source', () => {
    it('fetches a document, with its type and ETag', async () => {
      const fetched = await ask('/document');
      expect(fetched).toMatchObject({ ok: true, url: `${origin()}/document`, status: 200, mediaType: 'application/json', etag: '"one"' });
      expect(fetched.ok && new TextDecoder().decode(fetched.body)).toBe('{"accept":"application/json"}');
    });

    it('undoes the content coding', async () => {
      const fetched = await ask('/gzip');
      expect(fetched.ok && new TextDecoder().decode(fetched.body)).toBe('unpacked');
    });

    it('has an empty type for a document without one', async () => {
      expect(await ask('/untyped')).toMatchObject({ ok: true, mediaType: '', etag: null });
    });

    it('follows a redirect and answers under the URL that was asked for', async () => {
      expect(await ask('/redirect')).toMatchObject({ ok: true, url: `${origin()}/redirect`, status: 200 });
    });

    it('gives up on a circle of redirects', async () => {
      expect(await ask('/circle')).toMatchObject({
        ok: false,
        code: options.countsRedirects === false ? 'unreachable' : 'too-many-redirects',
      });
    });

    it('tells the status of an answer that is none', async () => {
      for (const status of [404, 410, 500, 503])
        expect(await ask(`/status/${status}`)).toMatchObject({ ok: false, code: 'http-status', status });
    });

    it('takes a body of exactly the cap, and stops at one byte more, told in advance or not', async () => {
      expect(await ask('/document', { maxBytes: 29 })).toMatchObject({ ok: true });
      expect(await ask('/document', { maxBytes: 28 })).toMatchObject({ ok: false, code: 'too-large' });
      expect(await ask('/endless')).toMatchObject({ ok: false, code: 'too-large' });
      expect(await ask('/bomb')).toMatchObject({ ok: false, code: 'too-large' });
    });

    it('does not wait for ever, neither for the first byte nor for the last', async () => {
      const answers = await Promise.all([ask('/silent'), ask('/drip')]);
      expect(answers).toMatchObject([
        { ok: false, code: 'timeout' },
        { ok: false, code: 'timeout' },
      ]);
    });

    it('says unreachable when nobody listens or the line is cut', async () => {
      expect(await ask('/cut')).toMatchObject({ ok: false, code: 'unreachable' });
      // Port 9 (discard) is closed everywhere, and one that browsers refuse to visit.
      expect(await ask('', { url: 'http://localhost:9/' })).toMatchObject({ ok: false, code: 'unreachable' });
    });

    it.each([
      'http://example.com/',
      'ftp://example.com/',
      'file:///etc/passwd',
      'data:application/json,{}',
      'javascript:alert(1)',
      'https://user@example.com/',
      'https://example.com@127.0.0.1/',
      'https://0x7f000001/',
      'https://127.1/',
      'https://example.com./',
      'https:\\\\example.com/',
      'https://exa mple.com/',
      'not a url',
      '',
    ])('refuses %j by its spelling', async (url) => {
      expect(await ask('', { url })).toEqual({ ok: false, url, code: 'refused-address' });
    });
  });
}
