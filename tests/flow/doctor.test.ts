import { type LoopbackServer, loopbackServer } from '@proofmark/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proofmark } from '../support/command-line.js';
import { type Stage, startStage } from './stage.js';

let stage: Stage;
let provider: LoopbackServer;
let hosted: object | null = null;
let issuerId = '';
let badge = '';

beforeAll(async () => {
  stage = await startStage();
  provider = await loopbackServer((_, response) => {
    if (hosted === null) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'application/json', 'access-control-allow-origin': '*' }).end(JSON.stringify(hosted));
  });
  const { client } = stage;
  issuerId = (await client.issuers.create({ slug: 'acme', name: 'Acme Academy' })).id;
  const criteria = { narrative: 'A working API.' };
  const definition = { issuerId, name: 'Web API design', description: 'Designs a web API.', criteria, evidencePolicy: 'none' } as const;
  const achievement = await client.achievements.create(definition);
  badge = (await client.credentials.issue(achievement.id, { recipient: { email: 'ada@example.org' } })).url;
});
afterAll(() => provider.close());

interface Line {
  readonly id: string;
  readonly state: string;
}

async function doctor(argument: string): Promise<{ readonly code: number; readonly open: readonly string[] }> {
  const { code, out } = await proofmark('doctor', '--json', argument);
  const { findings } = JSON.parse(out) as { readonly findings: readonly Line[] };
  return { code, open: findings.filter(({ state }) => state !== 'ok').map(({ id, state }) => `${id} ${state}`) };
}

describe('the doctor, asked about a running service', () => {
  it('finds nothing wrong with it, from its badge in every form', async () => {
    expect(await doctor(badge)).toEqual({ code: 0, open: ['local note', 'domain note'] });
    for (const suffix of ['.jsonld', '.jwt', '.png', '.svg']) {
      expect(await doctor(badge + suffix)).toEqual({ code: 0, open: ['local note', 'domain note'] });
    }
  });

  it('finds nothing wrong with it, from its page, its document and its DID', async () => {
    const { did, links } = await stage.client.issuers.get(issuerId);
    for (const argument of [did, links.html, links.did]) {
      expect(await doctor(argument)).toEqual({ code: 0, open: ['local note', 'domain note', 'status note'] });
    }
  });

  it('follows a web domain from its claim to its proof', async () => {
    const { document } = await stage.client.issuers.linkDomain(issuerId, { origin: provider.origin });
    expect(await doctor(badge)).toEqual({ code: 1, open: ['local note', 'domain problem'] });
    hosted = document;
    expect(await doctor(badge)).toEqual({ code: 0, open: ['local note'] });
  });

  it('finds nothing wrong after every key was replaced and the badge withdrawn', async () => {
    for (const algorithm of ['Ed25519', 'ES256'] as const) await stage.client.issuers.rotateSigningKey(issuerId, { algorithm });
    await stage.client.credentials.revoke(badge.split('/').at(-1) ?? '', { confirm: 'revoke' });
    expect(await doctor(badge)).toEqual({ code: 0, open: ['local note'] });
  });
});
