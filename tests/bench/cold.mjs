// From starting a process to its first verdict: what one badge on the command line, or one small function in a cloud, has to wait for.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildDidDocument } from '@proofmark/proofs';
import { CONTENDERS, LIBRARY, OURS } from './contenders.mjs';
import { ed25519, ISSUER } from './keys.mjs';
import { median } from './rounds.mjs';
import { badge } from './sample.mjs';

const CLI = fileURLToPath(new URL('../../packages/cli/dist/main.js', import.meta.url));
const FIRST = fileURLToPath(new URL('first-verdict.mjs', import.meta.url));

/** `[{ name, milliseconds }]`, interleaved, the median of eleven starts each. */
export async function cold() {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const starts = await commands(folder);
    const samples = starts.map(() => []);
    for (let round = 0; round < 11; round++) {
      for (const [i, { args, name }] of starts.entries()) samples[i].push(started(name, args));
    }
    return starts.map(({ name }, i) => ({ name, milliseconds: median(samples[i]) }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function started(name, args) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args);
  if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`);
  return performance.now() - start;
}

async function commands(folder) {
  const write = (name, text) => {
    const file = join(folder, name);
    writeFileSync(file, text);
    return file;
  };
  const { key, multikey } = ed25519();
  const { credentialStatus: _, ...unsigned } = badge(0);
  const signed = async (name) => (await CONTENDERS[name]()).sign(unsigned);
  const own = write('badge.json', await signed(OURS));
  write('did.json', JSON.stringify(buildDidDocument({ did: ISSUER, keys: [{ id: `${ISSUER}#${multikey}`, publicKey: key }] })));
  const map = write('map.json', JSON.stringify({ [ISSUER]: 'did.json' }));
  const token = write('badge.jwt', await signed('jose, VC-JWT, EdDSA'));
  return [
    { name: 'Node, doing nothing', args: ['-e', '0'] },
    { name: 'Proofmark: gate, canonicalisation, signature', args: [FIRST, OURS, own] },
    {
      name: 'Proofmark: the whole command line, `verify --offline`',
      args: [CLI, 'verify', own, '--offline', '--documents', map, '--at', '2026-02-01T00:00:00Z'],
    },
    { name: 'jose, VC-JWT, EdDSA', args: [FIRST, 'jose, VC-JWT, EdDSA', token] },
    { name: LIBRARY, args: [FIRST, LIBRARY, own] },
  ];
}
