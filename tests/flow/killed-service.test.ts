import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, createClient } from '@proofmark/client';
import { nodePorts } from '@proofmark/platform/node';
import type { CredentialResource } from '@proofmark/schemas/api';
import { verify } from '@proofmark/verifying';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort, type Killable, startKillable } from './killable.js';

// T10: a service that is killed while it issues.

let dataDir: string;
let port: number;
let running: Killable;
let client: Client;
let achievementId: string;

/** Starts the built service on its embedded PostgreSQL and answers what it printed when it was ready. */
async function start(): Promise<string> {
  running = await startKillable({ PORT: String(port), DATA_DIR: dataDir });
  return running.printed;
}

beforeAll(async () => {
  [dataDir, port] = await Promise.all([mkdtemp(join(tmpdir(), 'proofmark-kill-')), freePort()]);
  const adminKey = /pm_admin_[\w-]+/.exec(await start())?.[0] ?? '';
  client = createClient({ baseUrl: `http://localhost:${port}`, apiKey: adminKey });
  const issuer = await client.issuers.create({ slug: 'killed', name: 'Killed' });
  const definition = { name: 'Endurance', description: 'Survives.', criteria: { narrative: 'None.' }, evidencePolicy: 'none' } as const;
  ({ id: achievementId } = await client.achievements.create({ issuerId: issuer.id, ...definition }));
});

afterAll(async () => {
  await running.end();
  await rm(dataDir, { recursive: true });
});

const attempted = new Set<string>();

/** Issues without a pause, on several connections, until the service is gone; answers what was acknowledged. */
async function issueUntilKilled(round: number): Promise<Map<string, CredentialResource>> {
  const acknowledged = new Map<string, CredentialResource>();
  let killed: Promise<void> | undefined;
  const lane = async (number: number): Promise<void> => {
    for (let i = 0; ; i++) {
      const idempotencyKey = `${round}-${number}-${i}`;
      attempted.add(idempotencyKey);
      try {
        acknowledged.set(idempotencyKey, await issue(idempotencyKey));
      } catch {
        return;
      }
      // Killed in the middle of what the other lanes are doing.
      if (acknowledged.size >= 15) killed ??= running.kill();
    }
  };
  await Promise.all([0, 1, 2, 3].map(lane));
  await killed;
  return acknowledged;
}

const issue = (idempotencyKey: string): Promise<CredentialResource> =>
  client.credentials.issue(achievementId, { recipient: { email: `${idempotencyKey}@example.org` } }, { idempotencyKey });

const indexOf = ({ credential }: CredentialResource): string => {
  const { statusListCredential, statusListIndex } = credential.credentialStatus as Record<string, string>;
  return `${statusListCredential} ${statusListIndex}`;
};

describe('a service that is killed while it issues', () => {
  it('loses nothing that it acknowledged, and gives no status index twice', async () => {
    const acknowledged = new Map<string, CredentialResource>();
    for (const round of [1, 2, 3]) {
      for (const [key, badge] of await issueUntilKilled(round)) acknowledged.set(key, badge);
      expect(await start()).not.toMatch(/pm_admin_/);
    }
    expect(acknowledged.size).toBeGreaterThanOrEqual(45);

    for (const badge of acknowledged.values()) {
      const kept = await client.credentials.get(badge.id);
      expect(kept.credential).toEqual(badge.credential);
      expect(kept.jwt).toBe(badge.jwt);
    }

    const all: CredentialResource[] = [];
    for await (const { id } of client.credentials.list({ achievement: achievementId })) all.push(await client.credentials.get(id));
    expect(new Set(all.map(indexOf)).size).toBe(all.length);

    const ports = nodePorts({ allowLoopback: true });
    for (const badge of all) {
      const { verdict } = await verify({ json: badge.credential as never }, ports, { at: Date.now() });
      expect(verdict).toBe('genuine-issuer-unknown');
    }
    await ports.close();
  });

  it('makes one badge of each request that is repeated, also where the answer never arrived', async () => {
    for (const key of attempted) expect((await issue(key)).id).toBe((await issue(key)).id);
    const ids = new Set<string>();
    for await (const { id } of client.credentials.list({ achievement: achievementId })) ids.add(id);
    expect(ids.size).toBe(attempted.size);
  });
});
