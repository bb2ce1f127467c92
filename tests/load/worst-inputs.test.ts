import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Killable, startKillable } from '../flow/killable.js';
import { attack } from './worst-inputs.mjs';

const folder = mkdtempSync(join(tmpdir(), 'proofmark-load-'));
let service: Killable;
let base = '';
let badge = '';

beforeAll(async () => {
  service = await startKillable({ PORT: '0', DATA_DIR: folder, TRUSTED_PROXIES: 'loopback' });
  const address = /http:\S+\/credentials\/\S+/.exec(service.printed)?.[0] ?? '';
  base = new URL(address).origin;
  badge = await (await fetch(address, { headers: { accept: 'application/json' } })).text();
});
afterAll(async () => {
  await service.end();
  rmSync(folder, { recursive: true, force: true });
});

describe('the hundred worst inputs, sent at once by sixteen clients', () => {
  it('leave /healthz below 100 ms and honest verifications below 1 s, and every input gets an answer', {
    timeout: 180_000,
  }, async () => {
    const found = await attack(base, badge);
    const others = Object.keys(found.attack.statuses).filter((status) => !['200', '400', '422', '429'].includes(status));
    expect(others).toEqual([]);
    expect(found.health.statuses).toEqual({ 200: found.health.count });
    expect(found.verifications.statuses['200']).toBeGreaterThan(found.verifications.count * 0.999);
    expect(found.health.p99).toBeLessThan(100);
    expect(found.verifications.p99).toBeLessThan(1000);
  });
});

describe('a client that leaves', () => {
  it('ends what was fetched for it', async () => {
    let [asked, closed] = [0, 0];
    const stranger: Server = createServer((_, response) => {
      asked += 1;
      response.on('close', () => {
        closed += 1;
      });
    });
    await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
    const { port } = stranger.address() as AddressInfo;
    const { proof, ...rest } = JSON.parse(badge) as { proof: object };
    const proofs = [1, 2, 3].map((n) => ({ ...proof, verificationMethod: `did:web:localhost%3A${port}:${n}#key` }));
    const body = JSON.stringify({ verifiableCredential: { ...rest, proof: proofs } });
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': '192.0.2.77' };
    const sent = request(`${base}/vc-api/credentials/verify`, { method: 'POST', headers });
    sent.on('error', () => undefined);
    sent.end(body);
    await vi.waitFor(() => expect(asked).toBe(3), 20_000);
    const left = performance.now();
    sent.destroy();
    await vi.waitFor(() => expect(closed).toBe(3), 20_000);
    // Without that, the fetches would go on for eight seconds.
    expect(performance.now() - left).toBeLessThan(5000);
    stranger.close();
  });
});
