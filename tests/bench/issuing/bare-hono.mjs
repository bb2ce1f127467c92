// The least that a service of this kind does: it reads a JSON body and answers with as many bytes as ours.
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const [status, bytes] = process.argv.slice(2).map(Number);
const text = JSON.stringify({ filling: 'x'.repeat(Math.max(0, bytes - 14)) });
const app = new Hono();
app.post('/', async (c) => {
  await c.req.json();
  return c.body(text, status, { 'content-type': 'application/json' });
});
app.get('/', (c) => c.body(text, status, { 'content-type': 'application/json' }));
const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.send({ port }));
process.on('disconnect', () => server.close());
