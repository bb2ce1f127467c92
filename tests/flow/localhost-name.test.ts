import { createServer } from 'node:net';
import { createClient } from '@proofmark/client';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Stage, startStage } from './stage.js';

let stage: Stage;
let port: number;
beforeAll(async () => {
  port = await freePort();
  stage = await startStage({ PORT: String(port), PUBLIC_BASE_URL: `http://acme.localhost:${port}` });
});

/** A port that nobody listens on now: the address of the service has to be known before it starts. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

describe('a service whose public address is a name below localhost', () => {
  it('issues a badge that its own verifier finds genuine, in both forms', async () => {
    const { baseUrl, adminKey } = stage.service;
    expect(baseUrl).toBe(`http://acme.localhost:${port}`);
    // The system's resolver may not know names below localhost; the service does not mind by which name it is asked.
    const client = createClient({ baseUrl: `http://localhost:${port}`, apiKey: adminKey ?? '' });
    const issuer = await client.issuers.create({ slug: 'acme', name: 'Acme', url: 'https://acme.example' });
    expect(issuer.did).toBe(`did:web:acme.localhost%3A${port}:issuers:acme`);
    const achievement = await client.achievements.create({
      issuerId: issuer.id,
      name: 'Web API design',
      description: 'Designs web APIs.',
      criteria: { narrative: 'A reviewed design.' },
      evidencePolicy: 'none',
    });
    const { url, jwt } = await client.credentials.issue(achievement.id, { recipient: { email: 'ada@example.org' } });
    for (const input of [{ url }, { text: jwt }]) {
      const report = await stage.check(input);
      expect(report).toMatchObject({
        verdict: 'genuine-issuer-unknown',
        checks: { signature: { outcome: 'passed' }, revoked: { outcome: 'passed' } },
      });
    }
  });
});
