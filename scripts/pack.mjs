// Packs every package that is published, as a registry gets it: node scripts/pack.mjs FOLDER. What is packed was built before.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));

/** The folders of the packages that are published: those that are not private. */
export const publishedPackages = () =>
  readdirSync(join(root, 'packages'))
    .map((name) => `packages/${name}`)
    .filter((folder) => read(`${folder}/package.json`).private !== true);

/**
 * Packs one package.
 *
 * @param {string} folder such as `packages/client`
 * @param {string} into folder for the tarball
 * @returns {string} the path of the tarball
 */
export function packOne(folder, into) {
  const { name, version } = read(`${folder}/package.json`);
  const { packageManager } = read('package.json');
  mkdirSync(into, { recursive: true });
  // npm's own variables would make a nested pnpm behave as if npm had configured it.
  const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => !/^npm_/i.test(key)));
  const pack = ['--prefer-offline', '-y', packageManager, '--dir', join(root, folder), 'pack', '--pack-destination', resolve(into)];
  execFileSync('npx', pack, { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
  return join(resolve(into), `${name.replace('@', '').replace('/', '-')}-${version}.tgz`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [into] = process.argv.slice(2);
  if (into === undefined) throw new Error('Usage: node scripts/pack.mjs FOLDER');
  for (const folder of publishedPackages()) console.log(packOne(folder, into));
}
