import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compileCatalogues } from '../scripts/compile.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'catalogues-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Compiles catalogues that are given as `{ 'en/card': {…} }`; answers the text of the compiled files by name. */
function compiled(catalogues: Readonly<Record<string, object>>): Record<string, string> {
  for (const [name, catalogue] of Object.entries(catalogues)) {
    const path = join(folder, 'in', `${name}.json`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify(catalogue));
  }
  compileCatalogues(join(folder, 'in'), join(folder, 'out'));
  const names = readdirSync(join(folder, 'out'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return Object.fromEntries(names.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, 'out', name), 'utf8')]));
}

describe('compiling the catalogues', () => {
  it('keeps a text as a string and makes a function of a message with arguments', () => {
    const { 'a/en.ts': module = '', 'types.ts': types = '' } = compiled({
      'en/a': { hello: 'Hello', to: 'To {name}', key: '=> () => "x"' },
    });
    expect(module).toContain('hello: "Hello"');
    expect(module).toContain('to: (d) => "To " + d.name');
    expect(module).toContain('key: "=> () => \\"x\\""');
    expect(types).toContain("readonly 'to': (d: { readonly name: string | number }) => string;");
  });

  it('keeps French marks on the line of their word', () => {
    const french = { x: 'Vu : « {name} » ; {n, plural, one {un ?} other {# ?}}' };
    const { 'a/fr.ts': module = '' } = compiled({ 'en/a': { x: '{name} {n, plural, one {1} other {#}} : ?' }, 'fr/a': french });
    expect(module).toContain('"Vu\u00a0: «\u00a0" + d.name + "\u00a0»\u202f; "');
    expect(module).toContain('"un\u202f?"');
    expect(module).toContain('"\u202f?"');
  });

  it('refuses a translation that lacks a message', () => {
    expect(() => compiled({ 'en/a': { x: 'Yes', y: 'No' }, 'de/a': { x: 'Ja' } })).toThrow('de/a.json: “y” is missing');
  });

  it('refuses a translation that has a message of its own', () => {
    expect(() => compiled({ 'en/a': { x: 'Yes' }, 'de/a': { x: 'Ja', z: 'Ach' } })).toThrow('“z” is not in the English catalogue');
  });

  it('refuses a translation of nothing', () => {
    expect(() => compiled({ 'en/a': {}, 'de/b': {} })).toThrow('de/b.json: there is no en/b.json');
  });

  it('refuses a translation with other arguments', () => {
    expect(() => compiled({ 'en/a': { x: 'To {name}' }, 'de/a': { x: 'An {nmae}' } })).toThrow('(nmae), and in English (name)');
  });

  it('refuses a message that is not ICU MessageFormat, or that needs a format of dates and numbers', () => {
    expect(() => compiled({ 'en/a': { x: 'To {name' } })).toThrow('en/a.json: “x”');
    expect(() => compiled({ 'en/a': { x: 'On {day, date}' } })).toThrow('not supported');
  });

  it('refuses a detail that does not exist', () => {
    expect(() => compiled({ 'en/checks': { x: 'At {hots}' } })).toThrow('no detail is called hots');
  });

  it('deletes what is no longer in the catalogues', () => {
    compiled({ 'en/a': { x: 'Yes' }, 'en/b': { x: 'Yes' } });
    rmSync(join(folder, 'in/en/b.json'));
    expect(Object.keys(compiled({}))).toEqual(expect.arrayContaining(['a/en.ts', 'types.ts']));
    expect(Object.keys(compiled({}))).not.toContain('b/en.ts');
  });
});
