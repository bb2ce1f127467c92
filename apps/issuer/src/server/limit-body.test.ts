import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { limitBody } from './limit-body.js';

const app = new Hono();
app.use(limitBody(10, () => new Response('too large', { status: 413 })));
app.post('/', async (c) => c.text(await c.req.text()));

const post = async (body: BodyInit | null, headers: Record<string, string> = {}) => {
  const answer = await app.request('/', { method: 'POST', body, headers, ...(body instanceof ReadableStream ? { duplex: 'half' } : {}) });
  return [answer.status, await answer.text()];
};
const stream = (text: string) => new Blob([text]).stream();

describe('the limit of a body', () => {
  it('holds for the length that its header gives, and looks at no body then', async () => {
    expect(await post('0123456789', { 'content-length': '10' })).toEqual([200, '0123456789']);
    const request = new Request('http://localhost/', { method: 'POST', body: 'x', headers: { 'content-length': '11' } });
    Object.defineProperty(request, 'body', {
      get: () => {
        throw new Error('the body was looked at');
      },
    });
    expect((await app.fetch(request)).status).toBe(413);
  });

  it('holds for the bytes that come where no header tells how many, or one that is no number', async () => {
    expect(await post(stream('0123456789'))).toEqual([200, '0123456789']);
    expect(await post(stream('0123456789a'))).toEqual([413, 'too large']);
    expect(await post(stream('0123456789a'), { 'content-length': '5', 'transfer-encoding': 'chunked' })).toEqual([413, 'too large']);
    expect(await post(null)).toEqual([200, '']);
  });
});
