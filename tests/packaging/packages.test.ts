import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packOne, publishedPackages } from '../../scripts/pack.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const tests = join(root, 'tests');
const published = publishedPackages();
const manifestOf = (folder: string) => JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
const run = promisify(execFile);
/** A program that the tests depend on, started without npm, which would take longer than the program. */
const tool = (name: string): string => join(tests, 'node_modules', '.bin', name);

let into: string;
beforeAll(() => {
  into = mkdtempSync(join(tmpdir(), 'proofmark-packed-'));
});
afterAll(() => rmSync(into, { recursive: true, force: true }));

describe('the packages that are published', () => {
  it('are the element, the client and the verifier, with all that they need of ours', () => {
    const names = published.map((folder) => manifestOf(folder).name as string);
    expect(names).toEqual(
      expect.arrayContaining(['@proofmark/badge-element', '@proofmark/client', '@proofmark/verifying', '@proofmark/platform']),
    );
    const needed = published
      .flatMap((folder) => Object.keys(manifestOf(folder).dependencies))
      .filter((name) => name.startsWith('@proofmark/'));
    expect(needed.filter((name) => !names.includes(name))).toEqual([]);
  });

  it.each(published)('%s names for others the entries that it has here, but for the sources', (folder) => {
    const { exports, publishConfig } = manifestOf(folder) as {
      exports: Record<string, string | Record<string, string>>;
      publishConfig: { exports: unknown; access: string; provenance: boolean };
    };
    const withoutSources = Object.entries(exports).map(([name, entry]) => {
      if (typeof entry === 'string') return [name, entry];
      const { source: _, ...others } = entry;
      return [name, others];
    });
    expect(publishConfig).toEqual({ access: 'public', provenance: true, exports: Object.fromEntries(withoutSources) });
  });

  it.each(published)('%s has a README and a changelog', (folder) => {
    expect(['README.md', 'CHANGELOG.md'].filter((name) => !existsSync(join(root, folder, name)))).toEqual([]);
  });
});

/** Whether a package has a file, or at least one that a pattern of an entry means: `./console/*`. */
function isThere(files: readonly string[], path: string): boolean {
  const [before = '', after] = path.split('*');
  return after === undefined ? files.includes(path) : files.some((name) => name.startsWith(before) && name.endsWith(after));
}

describe.each(published)('%s, packed', (folder) => {
  let tarball: string;
  let files: readonly string[];
  beforeAll(() => {
    tarball = packOne(folder, into);
    files = execFileSync('tar', ['tzf', tarball]).toString().trim().split('\n');
  });

  it('has code, types, README, licence and changelog, and nothing that only we need', () => {
    expect(files).toEqual(
      expect.arrayContaining(['LICENSE', 'README.md', 'CHANGELOG.md', 'package.json'].map((name) => `package/${name}`)),
    );
    expect(files.filter((name) => /\.d\.ts$/.test(name)).length).toBeGreaterThan(0);
    expect(
      files.filter((name) => /\.test\.|\.fixture\.|\.map$|tsbuildinfo|\/src\/|\.embed\.|node_modules|\.(?:br|gz)$/.test(name)),
    ).toEqual([]);
  });

  it('has every file that an entry names, and no version that only this workspace knows', () => {
    const manifest = JSON.parse(execFileSync('tar', ['xzOf', tarball, 'package/package.json']).toString());
    const named = Object.values(manifest.exports as object).flatMap((entry) =>
      typeof entry === 'string' ? [entry] : Object.values(entry as object),
    );
    const paths = named.map((path: string) => path.replace('./', 'package/'));
    expect(paths.filter((path) => !isThere(files, path))).toEqual([]);
    expect(manifest.private).toBeUndefined();
    expect(JSON.stringify([manifest.dependencies, manifest.exports])).not.toMatch(/workspace:|catalog:|"source"/);
  });

  // Each ends with another status than 0, and so fails the test with what it printed, when it finds a fault.
  it('is found by bundlers, Node and TypeScript as publint and attw see it', async () => {
    const publint = await run(tool('publint'), ['run', tarball, '--strict'], { cwd: tests });
    expect(publint.stdout).toContain('All good!');
    const attw = await run(tool('attw'), [tarball, '--profile', 'esm-only', '--format', 'json'], { cwd: tests, maxBuffer: 2 ** 26 });
    expect(Object.keys(JSON.parse(attw.stdout).analysis.entrypoints).length).toBeGreaterThan(0);
  });
});
