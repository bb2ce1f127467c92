// Chooses the hundred: sends each worst input of the corpus alone to the built service, and writes down those that took longest.
// node tests/load/choose-worst.mjs, on a machine that does nothing else
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { vcApiRequest, WORST } from '../corpus/worst/index.mjs';
import { send } from './send.mjs';
import { strangerServer } from './stranger.mjs';

const folder = mkdtempSync(join(tmpdir(), 'proofmark-choose-'));
const { DATABASE_URL: _, ...environment } = process.env;
const service = spawn(process.execPath, [fileURLToPath(new URL('../../apps/issuer/dist/main.js', import.meta.url))], {
  env: { ...environment, LOG_LEVEL: 'silent', PORT: '0', DATA_DIR: folder, TRUSTED_PROXIES: 'loopback' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
let printed = '';
for await (const chunk of service.stdout) {
  printed += chunk;
  if (printed.includes('/credentials/')) break;
}
service.stdout.resume();
const base = new URL(/http:\S+\/credentials\/\S+/.exec(printed)[0]).origin;

const stranger = await strangerServer();
const taken = [];
for (const [at, input] of WORST.entries()) {
  const made = await input.make(stranger.origin);
  const question = vcApiRequest(made);
  if (question === null) continue;
  stranger.serve(made.web ?? {});
  // A client of its own, so that none pays for another.
  const { status, ms } = await send(base, question.path, `203.0.${at >> 8}.${at & 255}`, { body: Buffer.from(question.body) });
  console.log(`${Math.round(ms)} ms, ${status}: ${input.name}`);
  taken.push({ name: input.name, ms });
}
const worst = taken.sort((a, b) => b.ms - a.ms).slice(0, 100);
writeFileSync(
  new URL('./hundred-worst.json', import.meta.url),
  `${JSON.stringify(
    worst.map(({ name }) => name),
    null,
    2,
  )}\n`,
);

await stranger.close();
const ended = once(service, 'exit');
service.kill('SIGTERM');
await ended;
rmSync(folder, { recursive: true, force: true });
