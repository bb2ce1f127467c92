import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { good } from '../issuing.fixture.js';
import { hookOf } from './receiver.fixture.js';
import { WebhookStage } from './webhook-stage.fixture.js';

const stage = new WebhookStage();
beforeAll(async () => {
  await stage.open();
  await stage.begin();
});
afterAll(async () => {
  await stage.receiver.close();
  await stage.issuing.close();
});

const page = readFileSync(new URL('../../../../../docs/webhooks.md', import.meta.url), 'utf8');

/** The receiver of the documentation, listening; what it prints is collected. */
async function startExample(secret: string, port: number) {
  const code = /```js\n([^`]+)```/.exec(page)?.[1] ?? '';
  const child = spawn(process.execPath, ['--input-type=module', '-e', `${code}\nprocess.stdout.write('begun\\n');`], {
    cwd: fileURLToPath(new URL('../../../', import.meta.url)),
    env: { WEBHOOK_SECRET: secret, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const printed: string[] = [];
  child.stdout.on('data', (chunk) => printed.push(String(chunk)));
  await once(child.stdout, 'data');
  return { printed, end: () => child.kill() };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

it('the receiver of the documentation takes what is signed by its secret, and nothing else', async () => {
  const port = await freePort();
  const hook = await hookOf(stage.issuing, stage.tenant, { url: `http://localhost:${port}/` });
  const other = await hookOf(stage.issuing, stage.tenant, { url: `http://localhost:${port}/` });
  const example = await startExample(hook.secret, port);
  try {
    const send = async (id: string) => good(await stage.issuing.useCases.testWebhook({ actor: stage.tenant.actor, input: id }));
    await expect.poll(async () => (await send(hook.id)).status).toBe(204);
    expect((await send(other.id)).status).toBe(401);
    expect(example.printed.join('')).toContain('webhook.test');
  } finally {
    example.end();
  }
});
