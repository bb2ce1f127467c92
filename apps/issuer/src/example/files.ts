import { readFileSync } from 'node:fs';
import { Hono } from 'hono';

/** Where the work of the example lies; its digest is signed into the example badge. */
export const EXAMPLE_WORK = '/example/todo-api.mjs';

/** The work behind the example badge, served as any learner's host would. */
export function exampleFiles(): Hono {
  const app = new Hono();
  const body = readFileSync(new URL(`../..${EXAMPLE_WORK}`, import.meta.url));
  const headers = { 'content-type': 'text/javascript; charset=utf-8', 'access-control-allow-origin': '*', 'cache-control': 'no-cache' };
  app.get(EXAMPLE_WORK, (c) => c.body(body, 200, headers));
  return app;
}
