import { guardedHttp } from '@proofmark/platform/node';
import { type LoopbackServer, loopbackServer } from '@proofmark/testkit';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { dataCite } from './datacite.js';

const http = guardedHttp({ allowLoopback: true });
let server: LoopbackServer | undefined;
afterEach(() => server?.close());
afterAll(() => http.close());

const DOI = '10.5281/zenodo.17';
const document = (...relations: readonly string[]) => ({
  data: {
    id: DOI,
    type: 'dois',
    attributes: {
      doi: DOI,
      registered: '2026-02-03T04:05:06.000Z',
      relatedIdentifiers: relations.map((relationType) => ({
        relationType,
        relatedIdentifier: '10.5281/zenodo.16',
        relatedIdentifierType: 'DOI',
      })),
    },
  },
});

async function ask(status: number, body: unknown): Promise<{ answer: unknown; asked: readonly (string | undefined)[] }> {
  const asked: (string | undefined)[] = [];
  server = await loopbackServer((request, response) => {
    asked.push(request.url);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  return { answer: await dataCite(http, server.origin)(DOI), asked };
}

describe('dataCite', () => {
  it.each([
    ['a version of something', ['IsVersionOf', 'IsSupplementTo'], true],
    ['what has versions', ['HasVersion', 'HasVersion'], false],
    ['what is and has versions', ['IsVersionOf', 'HasVersion'], false],
    ['what is and has none', ['Cites'], false],
    ['what is related to nothing', [], false],
  ])('takes %s for one version only when it is one', async (_, relations, isVersion) => {
    const { answer, asked } = await ask(200, document(...relations));
    expect(answer).toEqual({ ok: true, isVersion, registeredAt: '2026-02-03T04:05:06Z' });
    expect(asked).toEqual([`/dois/${DOI}`]);
  });

  it('does not know what the registry does not know', async () => {
    expect((await ask(404, {})).answer).toEqual({ ok: false, code: 'doi-unknown' });
  });

  it.each([
    [500, {}],
    [429, {}],
    [200, []],
    [200, {}],
    [200, { data: null }],
    [200, { data: { id: '10.5281/zenodo.18', attributes: document('IsVersionOf').data.attributes } }],
  ])('takes %i %j for no answer', async (status, body) => {
    expect((await ask(status, body)).answer).toEqual({ ok: false, code: 'registry-silent' });
  });
});
