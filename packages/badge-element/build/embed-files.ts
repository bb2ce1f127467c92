import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { smaller } from '../../ui/build/smaller.js';
import { withOwnNamespaces } from './own-namespaces.js';
import { ENTRY, pinParts } from './pinned-parts.js';

/** What most badges of ours need: the verifier, the reader of links to the work, and the language of the page. */
const SOON = /^proofmark-badge-(?:verifier|work|de|es|fr|nl)-/;

const isOurs = (file: string): boolean => /^proofmark-badge.*\.js$/.test(file);

/**
 * Finishes the bundle that lies in `raw`: pins the lazy parts, puts all into `dist`, where tsc writes as well, prints what a reader has to load,
 * and writes `embed.json`, the list of files that an issuer serves under `/embed/`.
 */
export function embedFiles(raw: string, dist: string): Plugin {
  return {
    name: 'embed-files',
    apply: 'build',
    async closeBundle() {
      if (!existsSync(raw)) return;
      const built = await Promise.all(
        readdirSync(raw).map(async (name) => [name, await smaller(readFileSync(join(raw, name), 'utf8'))] as const),
      );
      const texts = pinParts(withOwnNamespaces(new Map(built)), (name) => !SOON.test(name));
      for (const [name, text] of texts) writeFileSync(join(dist, name), text);
      list(dist, [...texts.keys()]);
      for (const name of readdirSync(dist)) if (isOurs(name) && !texts.has(name)) rmSync(join(dist, name));
      rmSync(raw, { recursive: true });
    },
  };
}

function list(dist: string, names: readonly string[]): void {
  const files = [...names]
    .sort((a, b) => Number(b === ENTRY) - Number(a === ENTRY) || a.localeCompare(b))
    .map((name) => {
      const bytes = readFileSync(join(dist, name));
      const integrity = `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
      return { name, integrity, bytes: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
    });
  const version = createHash('sha256')
    .update(files.map(({ integrity }) => integrity).join())
    .digest('hex')
    .slice(0, 16);
  writeFileSync(join(dist, 'embed.json'), `${JSON.stringify({ version, files }, null, 2)}\n`);
  for (const { name, bytes, gzip } of files) console.log(`${name}  ${bytes} bytes, gzip ${gzip}`);
  console.log(`version ${version}\nintegrity of ${ENTRY}: ${files[0]?.integrity}`);
}
