import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { machineMemory } from '../../place-marks/machine-memory.js';
import { readConfiguration, type Service, startService } from '../../service.js';
import { copyFolder, drillFolder } from './server.fixture.js';

// T10, T23: a cold copy of the whole data folder, keys and embedded PostgreSQL, looks exactly like the original.

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

interface Life {
  readonly service: Service;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the API answers
  post(path: string, body: object): Promise<any>;
  close(): Promise<void>;
}

async function start(dataDir: string, key = ''): Promise<Life> {
  const port = await freePort();
  const address = { PORT: String(port), PUBLIC_BASE_URL: 'https://badges.example', KEY_PASSPHRASE: 'correct horse battery staple' };
  const settings = { ...address, DATA_DIR: dataDir, LOG_LEVEL: 'silent' };
  const service = await startService(readConfiguration(settings), { checkSignatures: async () => undefined });
  let open = true;
  const close = async (): Promise<void> => {
    if (open) await service.close();
    open = false;
  };
  ends.push(close);
  const headers = { authorization: `Bearer ${key || service.adminKey}`, 'content-type': 'application/json' };
  return {
    service,
    close,
    async post(path, body) {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
      if (answer.status !== 201) throw new Error(await answer.text());
      return answer.json();
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe('a data folder that is copied while its service is stopped', () => {
  it('gives no place out twice, whether the copy starts beside the original or is put back in its place', async () => {
    const folder = drillFolder();
    ends.push(() => rmSync(folder, { recursive: true, force: true }));
    const [data, copy, backup] = [join(folder, 'data'), join(folder, 'copy'), join(folder, 'backup')];
    const places: string[] = [];
    const first = await start(data);
    const key = first.service.adminKey ?? '';
    const issuer = await first.post('/v1/issuers', { slug: 'acme', name: 'Acme' });
    const definition = { name: 'Endurance', description: 'Survives.', criteria: { narrative: 'None.' }, evidencePolicy: 'none' };
    const achievement = await first.post('/v1/achievements', { issuerId: issuer.id, ...definition });
    async function issue({ post }: Life, many: number): Promise<string> {
      let list = '';
      for (let n = 0; n < many; n += 1) {
        const { credential } = await post(`/v1/achievements/${achievement.id}/credentials`, { recipient: { email: 'ada@example.org' } });
        places.push(credential.credentialStatus.id);
        list = credential.credentialStatus.statusListCredential;
      }
      return list;
    }
    const list = await issue(first, 2);
    expect(list).toMatch(/^https:\/\/badges\.example\/issuers\/acme\/status\/\d+$/);
    await first.close();
    for (const place of [copy, backup]) copyFolder(data, place);

    // The original goes on with its list, where the machine has a memory that tells it from the copy.
    const original = await start(data, key);
    expect((await issue(original, 2)) === list).toBe(machineMemory() !== null);
    const beside = await start(copy, key);
    expect(await issue(beside, 2)).not.toBe(list);
    await issue(original, 2);
    await original.close();

    rmSync(data, { recursive: true });
    copyFolder(backup, data);
    const restored = await start(data, key);
    expect(await issue(restored, 2)).not.toBe(list);
    await restored.close();
    await issue(await start(data, key), 2);

    expect(places).toHaveLength(12);
    expect(places.filter((place, at) => places.indexOf(place) !== at)).toEqual([]);
  });
});
