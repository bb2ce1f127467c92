import { createClient } from '@proofmark/client';
import { expect, it } from 'vitest';
import { startStage } from './stage.js';

/** Operations that the client leaves to others, each with the reason. */
const LEFT: Readonly<Record<string, string>> = {
  'GET /v1/issuance-jobs/{}/events': 'a stream for browsers; `get` says the same',
};

/** Stands for any argument: a filter, a body without members, or an id that is written as `~`. */
class Anything {
  toString(): string {
    return '~';
  }
}

/** Calls every method of a client with any arguments, and answers what it asked for, with `{}` for each id. */
async function askedFor(): Promise<ReadonlySet<string>> {
  const asked = new Set<string>();
  const client = createClient({
    baseUrl: 'http://service.example',
    apiKey: 'k',
    fetch: async (url, init) => {
      const path = new URL(String(url)).pathname.replaceAll(/\/~(?=\/|$)/g, '/{}');
      asked.add(`${init?.method} ${path}`);
      return Response.json({ data: [], next: null });
    },
  });
  for (const group of Object.values(client) as Record<string, (...args: unknown[]) => unknown>[]) {
    for (const method of Object.values(group)) {
      const anything = new Anything();
      const answer = method(anything, anything, anything, anything);
      if (typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer) {
        // Text of another type than is asked for is refused, after it was asked for.
        for await (const _ of { [Symbol.asyncIterator]: () => settled((answer as AsyncIterable<unknown>)[Symbol.asyncIterator]()) });
      } else await answer;
    }
  }
  return asked;
}

function settled(items: AsyncIterator<unknown>): AsyncIterator<unknown> {
  return { next: () => items.next().catch(() => ({ done: true, value: undefined })) };
}

it('the client has a method for every operation that a key may call', async () => {
  const stage = await startStage();
  const { paths } = (await (await fetch(`${stage.service.baseUrl}/openapi.json`)).json()) as {
    paths: Record<string, Record<string, { readonly security: readonly object[] }>>;
  };
  const named = (ofKeys: boolean): readonly string[] =>
    Object.entries(paths)
      .filter(([path]) => path.startsWith('/v1/'))
      .flatMap(([path, methods]) =>
        Object.entries(methods)
          // The others are for people, whom a browser signs in.
          .filter(([, { security }]) => security.some((scheme) => 'apiKey' in scheme) === ofKeys)
          .map(([method]) => `${method.toUpperCase()} ${path.replaceAll(/\{[^}]*\}/g, '{}')}`),
      );
  const operations = named(true);
  expect(named(false)).toContain('POST /v1/sessions');
  const asked = await askedFor();
  expect(operations.filter((operation) => !asked.has(operation) && LEFT[operation] === undefined)).toEqual([]);
  expect([...asked].filter((operation) => !operations.includes(operation))).toEqual([]);
});
