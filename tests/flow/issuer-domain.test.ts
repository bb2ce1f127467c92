import type { JsonObject } from '@proofmark/schemas';
import { type LoopbackServer, loopbackServer } from '@proofmark/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stage, startStage } from './stage.js';

// The provider's own web server, beside the service that issues for it.
let stage: Stage;
let provider: LoopbackServer;
let hosted: JsonObject | null = null;
let issuerId = '';
let badge = '';

beforeAll(async () => {
  stage = await startStage();
  provider = await loopbackServer((request, response) => {
    if (request.url !== '/.well-known/did-configuration.json' || hosted === null) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'application/json', 'access-control-allow-origin': '*' }).end(JSON.stringify(hosted));
  });
  const { client } = stage;
  issuerId = (await client.issuers.create({ slug: 'acme', name: 'Acme Academy' })).id;
  const criteria = { narrative: 'A working API.' };
  const definition = { issuerId, name: 'Web API design', description: 'Designs a web API.', criteria, evidencePolicy: 'none' } as const;
  const { id } = await client.achievements.create(definition);
  badge = (await client.credentials.issue(id, { recipient: { email: 'ada@example.org' } })).url;
});
afterAll(() => provider.close());

const domainCheck = async () => (await stage.check({ url: badge })).checks['issuer-domain'];
const domain = (): string => new URL(provider.origin).host;

describe('a provider’s web domain', () => {
  it('is proven once the provider hosts what the service signed, and no longer when the claim is given up', async () => {
    const { client } = stage;
    expect(await domainCheck()).toMatchObject({ outcome: 'not-applicable', reason: 'no-linked-domain' });

    const linked = await client.issuers.linkDomain(issuerId, { origin: provider.origin });
    expect(linked.hostAt).toBe(`${provider.origin}/.well-known/did-configuration.json`);
    expect(await domainCheck()).toMatchObject({ outcome: 'failed', code: 'domain-mismatch', detail: { fault: 'no-configuration' } });

    hosted = linked.document;
    expect(await domainCheck()).toEqual({ outcome: 'passed', detail: { domain: domain() } });

    await client.issuers.rotateSigningKey(issuerId, { algorithm: 'ES256' });
    expect((await domainCheck()).outcome).toBe('passed');

    const other = await client.issuers.create({ slug: 'globex', name: 'Globex' });
    await client.issuers.unlinkDomain(issuerId, linked.id);
    expect(await domainCheck()).toMatchObject({ outcome: 'not-applicable' });

    // Another issuer's claim, with what the provider still hosts for the first.
    await client.issuers.linkDomain(other.id, { origin: provider.origin });
    const claims = [];
    for await (const claim of client.issuers.domains(other.id)) claims.push(claim.origin);
    expect(claims).toEqual([provider.origin]);
    const criteria = { narrative: 'x' };
    const definition = { issuerId: other.id, name: 'X', description: 'X', criteria, evidencePolicy: 'none' } as const;
    const achievement = await client.achievements.create(definition);
    const { url } = await client.credentials.issue(achievement.id, { recipient: { email: 'eve@example.org' } });
    const report = await stage.check({ url });
    expect(report.checks['issuer-domain']).toMatchObject({ outcome: 'failed', detail: { fault: 'other-issuer' } });
    expect(report.verdict).toBe('genuine-issuer-unknown');
  });
});
