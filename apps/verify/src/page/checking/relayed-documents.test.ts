import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DocumentSource } from '@proofmark/verifying';
import { afterEach, describe, expect, it } from 'vitest';
import { type Relay, relayedDocuments } from './relayed-documents.js';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const URL_ASKED = 'https://badges.example/1';
const request = { url: URL_ASKED, accept: '*/*', maxBytes: 9, for: 'badge' } as const;
const repository = { remotes: ['https://git.example/ada'], place: {} } as unknown as Parameters<NonNullable<Relay['git']>['read']>[0];
const unreachable: DocumentSource = { fetch: async ({ url }) => ({ ok: false, url, code: 'unreachable' }) };

/** A relay that is always busy, or that never answers; what was put to it is written down. */
async function busyRelay(direct = unreachable, isSlow = false) {
  const asked: string[] = [];
  const server = createServer((incoming, response) => {
    asked.push(incoming.method ?? '');
    if (!isSlow) response.writeHead(429, { 'Retry-After': '1' }).end();
  });
  servers.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  const relay = relayedDocuments(direct, `http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  relay.switchOn();
  const isAsked = () => expect.poll(() => asked.length).toBe(1);
  return { relay, asked, isAsked };
}

const ENDS: readonly [string, (relay: Relay) => void][] = [
  ['switched off', (relay) => relay.switchOff()],
  ['dropped', (relay) => relay.drop()],
];

describe.each(ENDS)('a relay that is %s', (_, end) => {
  it.each([
    ['is busy', false],
    ['does not answer', true],
  ])('while it %s is not asked again', async (_, isSlow) => {
    const { relay, asked, isAsked } = await busyRelay(unreachable, isSlow);
    const answer = relay.documents.fetch(request);
    await isAsked();
    end(relay);
    expect(await answer).toEqual({ ok: false, url: URL_ASKED, code: 'unreachable' });
    expect(asked).toHaveLength(1);
  });

  it('while it is busy with a repository is not asked again', async () => {
    const { relay, asked, isAsked } = await busyRelay();
    const answer = relay.git?.read(repository);
    await isAsked();
    end(relay);
    expect(await answer).toEqual({ ok: false, code: 'unreachable' });
    expect(asked).toHaveLength(1);
  });

  it('reads nothing for a check that began before', async () => {
    const { relay, asked } = await busyRelay();
    const { git } = relay;
    end(relay);
    expect(await git?.read(repository)).toEqual({ ok: false, code: 'unreachable' });
    expect([asked.length, relay.relayed.size]).toEqual([0, 0]);
  });

  it('while a host is asked directly is not asked about it', async () => {
    let answerDirect: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      answerDirect = resolve;
    });
    const { relay, asked } = await busyRelay({ fetch: (of) => held.then(() => unreachable.fetch(of)) });
    const answer = relay.documents.fetch(request);
    end(relay);
    answerDirect();
    expect(await answer).toMatchObject({ ok: false, code: 'unreachable' });
    expect([asked.length, relay.relayed.size]).toEqual([0, 0]);
  });
});

it('a relay that was dropped is asked what comes after', async () => {
  const { relay, isAsked } = await busyRelay();
  relay.drop();
  const answer = relay.documents.fetch(request);
  await isAsked();
  relay.switchOff();
  expect(await answer).toMatchObject({ ok: false });
});
