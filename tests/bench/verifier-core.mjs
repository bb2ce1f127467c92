// DCC's verifier-core brings some ninety packages, so it is no dependency: `npm run bench -- --verifier-core` puts it into a folder of its own.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ours } from './ours.mjs';
import { badge } from './sample.mjs';

const NAME = '@digitalcredentials/verifier-core';
const VERSION = '1.0.0-beta.11';
const FOLDER = fileURLToPath(new URL('../node_modules/.cache/verifier-core', import.meta.url));

/** Puts it there, by npm, without running install scripts. */
export function installVerifierCore() {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, 'package.json'), JSON.stringify({ private: true, dependencies: { [NAME]: VERSION } }));
  execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: FOLDER, stdio: 'ignore' });
}

/** Checks badges of a did:key issuer without a status, the form that it can check without asking anybody. Nothing is fetched. */
export async function verifierCore(pair) {
  const manifest = join(FOLDER, 'node_modules', NAME, 'package.json');
  if (!existsSync(manifest)) throw new Error('not installed; see --verifier-core');
  const { module } = createRequire(import.meta.url)(manifest);
  const { verifyCredential } = await import(pathToFileURL(join(FOLDER, 'node_modules', NAME, module)));
  globalThis.fetch = async () => {
    throw new TypeError('nothing is fetched here');
  };
  console.log = () => {};
  console.error = () => {};
  const issuer = `did:key:${pair.multikey}`;
  const signing = ours(pair, `${issuer}#${pair.multikey}`, '2024-01-01T00:00:00Z');
  return {
    badge(number) {
      const { credentialStatus: _, ...rest } = badge(number, issuer);
      return { ...rest, validFrom: '2024-01-01T00:00:00Z' };
    },
    signed: signing.sign,
    async check(text) {
      const { log = [] } = await verifyCredential({ credential: JSON.parse(text), knownDIDRegistries: [] });
      return log.find(({ id }) => id === 'valid_signature')?.valid === true ? 'valid' : 'invalid';
    },
  };
}
