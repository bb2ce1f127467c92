import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { ApiProblem, createClient, ServiceUnavailable } from './index.js';

type Answer = (request: IncomingMessage & { body: string }, response: ServerResponse) => void;
const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function serve(answer: Answer): Promise<string> {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    answer(Object.assign(request, { body }), response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closers.push(() => new Promise((done) => server.close(done)));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const json = (response: ServerResponse, status: number, value: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
};

describe('the client', () => {
  it('sends the key, the body and the idempotency key of an issue request', async () => {
    const seen: unknown[] = [];
    const baseUrl = await serve((request, response) => {
      seen.push([request.method, request.url, request.headers.authorization, request.headers['idempotency-key'], JSON.parse(request.body)]);
      json(response, 201, { id: '1' });
    });
    const client = createClient({ baseUrl: `${baseUrl}/`, apiKey: 'pm_test_x' });
    await client.credentials.issue('a/b', { recipient: { email: 'a@example.org' } }, { idempotencyKey: 'k' });
    expect(seen).toEqual([
      ['POST', '/v1/achievements/a%2Fb/credentials', 'Bearer pm_test_x', 'k', { recipient: { email: 'a@example.org' } }],
    ]);
  });

  it('names the version of an achievement that was read, where it is given', async () => {
    const seen: unknown[] = [];
    const baseUrl = await serve((request, response) => {
      seen.push(request.headers['if-match']);
      json(response, 200, { id: '1' });
    });
    const { achievements } = createClient({ baseUrl, apiKey: 'k' });
    await achievements.update('a', { version: '2' }, { version: '2026-11-22T09:00:00.000Z' });
    await achievements.update('a', { version: '2' });
    expect(seen).toEqual(['"2026-11-22T09:00:00.000Z"', undefined]);
  });

  it('walks a list to its end', async () => {
    const baseUrl = await serve((request, response) => {
      const second = request.url?.includes('cursor=two');
      json(response, 200, second ? { data: [{ id: 'c' }], next: null } : { data: [{ id: 'a' }, { id: 'b' }], next: 'two' });
    });
    const ids: string[] = [];
    for await (const item of createClient({ baseUrl, apiKey: 'k' }).credentials.list({ state: 'revoked' })) ids.push(item.id);
    expect(ids).toEqual(['a', 'b', 'c']);
  });

  it('throws the problem that the service names, with its places', async () => {
    const errors = [{ pointer: '/recipient', code: 'missing', detail: 'is missing' }];
    const baseUrl = await serve((_, response) =>
      json(response, 422, {
        type: 't',
        code: 'invalid-request',
        title: 'The request is not valid',
        status: 422,
        detail: 'One member.',
        errors,
      }),
    );
    const refused = createClient({ baseUrl, apiKey: 'k' }).credentials.revoke('1', { confirm: 'revoke' });
    await expect(refused).rejects.toMatchObject({ name: 'ApiProblem', code: 'invalid-request', status: 422, errors });
    await expect(refused).rejects.toBeInstanceOf(ApiProblem);
  });

  it.each([
    ['a web page', (_: unknown, response: ServerResponse) => void response.writeHead(404).end('<h1>Not here</h1>')],
    ['a success that is not JSON', (_: unknown, response: ServerResponse) => void response.writeHead(200).end('<h1>Hi</h1>')],
    [
      'a redirect, to which the key must not be sent',
      (_: unknown, response: ServerResponse) => void response.writeHead(302, { location: '/elsewhere' }).end(),
    ],
  ])('says that %s is not the API', async (_, answer) => {
    const baseUrl = await serve(answer);
    await expect(createClient({ baseUrl, apiKey: 'k' }).issuers.get('1')).rejects.toBeInstanceOf(ServiceUnavailable);
  });

  it('says that nobody answers', async () => {
    const gone = await serve(() => {});
    await closers.pop()?.();
    await expect(createClient({ baseUrl: gone, apiKey: 'k' }).issuers.get('1')).rejects.toThrow(/cannot be reached/);
  });

  it('says that the same request may be answered later, when nobody answers or the connection is lost in an answer', async () => {
    const gone = await serve(() => {});
    await closers.pop()?.();
    await expect(createClient({ baseUrl: gone, apiKey: 'k' }).issuers.get('1')).rejects.toMatchObject({ retryable: true });
    const half = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{"id":');
      setImmediate(() => response.destroy());
    });
    await expect(createClient({ baseUrl: half, apiKey: 'k' }).issuers.get('1')).rejects.toMatchObject({
      name: 'ServiceUnavailable',
      retryable: true,
    });
    const away = await serve((_, response) => void response.writeHead(503).end('<h1>Away</h1>'));
    await expect(createClient({ baseUrl: away, apiKey: 'k' }).issuers.get('1')).rejects.toMatchObject({ retryable: true });
    const page = await serve((_, response) => void response.writeHead(404).end('<h1>Not here</h1>'));
    await expect(createClient({ baseUrl: page, apiKey: 'k' }).issuers.get('1')).rejects.toMatchObject({ retryable: false });
  });

  it('tells in how many seconds to ask again', async () => {
    const problem = { type: 't', code: 'too-many-requests', title: 'Too many', status: 429, detail: 'Wait.' };
    const baseUrl = await serve((_, response) => {
      response.setHeader('retry-after', '7');
      json(response, 429, problem);
    });
    await expect(createClient({ baseUrl, apiKey: 'k' }).issuers.get('1')).rejects.toMatchObject({ retryAfter: 7 });
  });

  it('sends a file as it comes, with what is to become of it', async () => {
    const seen: unknown[] = [];
    const baseUrl = await serve((request, response) => {
      const { 'content-type': type, 'idempotency-key': key } = request.headers;
      seen.push([request.url, type, key, request.body]);
      json(response, 202, { id: '1' });
    });
    const options = { achievementId: 'a', mode: 'validate', columns: { Kurs: null } } as const;
    const bytes = new Blob(['email\n', 'ada@example.org\n']).stream();
    await createClient({ baseUrl, apiKey: 'k' }).issuanceJobs.create(options, { type: 'text/csv', bytes }, { idempotencyKey: 'file-1' });
    const query = 'achievement=a&mode=validate&columns=%7B%22Kurs%22%3Anull%7D';
    expect(seen).toEqual([[`/v1/issuance-jobs?${query}`, 'text/csv', 'file-1', 'email\nada@example.org\n']]);
  });

  it('yields rows as CSV as they come, and throws when they break off or are something else', async () => {
    const all = async (baseUrl: string): Promise<string> => {
      let text = '';
      for await (const piece of createClient({ baseUrl, apiKey: 'k' }).issuanceJobs.rowsAsCsv('1', 'refused')) text += piece;
      return text;
    };
    const whole = await serve(
      (_, response) => void response.writeHead(200, { 'content-type': 'text/csv; charset=utf-8' }).end('a,b\r\né,1\r\n'),
    );
    expect(await all(whole)).toBe('a,b\r\né,1\r\n');
    const half = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/csv' }).write('a,b\r\n');
      setImmediate(() => response.destroy());
    });
    await expect(all(half)).rejects.toMatchObject({ name: 'ServiceUnavailable', retryable: true });
    const page = await serve((_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Hi</h1>'));
    await expect(all(page)).rejects.toBeInstanceOf(ServiceUnavailable);
    const problem = { type: 't', code: 'not-found', title: 'Not found', status: 404, detail: 'None.' };
    await expect(all(await serve((_, response) => json(response, 404, problem)))).rejects.toBeInstanceOf(ApiProblem);
  });
});
