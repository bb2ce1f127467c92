import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');
const folders = ['packages', 'apps']
  .flatMap((parent) => readdirSync(join(root, parent)).map((name) => `${parent}/${name}`))
  .filter((folder) => existsSync(join(root, folder, 'package.json')));
const pages = [
  ...readdirSync(root),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map((name) => join('docs', name)),
  ...[...folders, ...readdirSync(join(root, 'tests')).map((name) => `tests/${name}`)]
    .map((folder) => `${folder}/README.md`)
    .filter((page) => existsSync(join(root, page))),
].filter((name) => name.endsWith('.md'));

/** The names in the first column of each table of exports, below a heading that begins with `API`. */
function describedExports(page: string): readonly string[] {
  const sections = textOf(page)
    .split(/^## /m)
    .filter((section) => section.startsWith('API'));
  const tables = sections.flatMap((section) => section.split('\n\n')).filter((block) => block.startsWith('| export |'));
  const cells = tables.flatMap((table) => table.split('\n').slice(2)).map((row) => row.split('|')[1] ?? '');
  return cells.flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name));
}

/** The files of an entry: one, or those that a pattern names. */
function filesOf(folder: string, source: string): readonly string[] {
  if (!source.includes('*')) return [join(folder, source)];
  const parent = join(folder, dirname(source));
  return readdirSync(join(root, parent))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(parent, name));
}

/** The text of all entries of a package. */
function entriesOf(folder: string): string {
  const { exports } = JSON.parse(textOf(`${folder}/package.json`)) as { exports: Record<string, string | { source: string }> };
  return Object.values(exports)
    .flatMap((entry) => (typeof entry === 'string' ? [] : filesOf(folder, entry.source).map(textOf)))
    .join('\n');
}

describe('the documentation', () => {
  it('has pages', () => {
    expect(pages.length).toBeGreaterThan(10);
  });

  it.each(pages)('%s leads only to files that exist', (page) => {
    const links = [...textOf(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, target = '']) => target);
    const missing = links.filter((target) => !existsSync(join(root, dirname(page), target)));
    expect(missing).toEqual([]);
  });

  it('lists every package and app in the table of the architecture', () => {
    const table = textOf('ARCHITECTURE.md');
    expect(folders.filter((folder) => !table.includes(`| [${folder}](${folder}) |`))).toEqual([]);
  });

  it('lists every decision on the page of decisions', () => {
    const index = textOf('docs/decisions/README.md');
    const decisions = readdirSync(join(root, 'docs/decisions')).filter((name) => name !== 'README.md');
    expect(decisions.filter((name) => !index.includes(`(${name})`))).toEqual([]);
  });
});

describe('the README of each package and app', () => {
  it('exists', () => {
    expect(folders.filter((folder) => !existsSync(join(root, folder, 'README.md')))).toEqual([]);
  });

  it('describes exports in at least twelve of them', () => {
    expect(folders.filter((folder) => describedExports(`${folder}/README.md`).length > 0).length).toBeGreaterThanOrEqual(12);
  });

  it.each(folders)('of %s describes only what is exported', (folder) => {
    const entries = entriesOf(folder);
    expect(describedExports(`${folder}/README.md`).filter((name) => !new RegExp(`\\b${name}\\b`).test(entries))).toEqual([]);
  });
});
