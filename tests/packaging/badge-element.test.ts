import { readdirSync, readFileSync } from 'node:fs';
import { ProofmarkBadge, ProofmarkBadges } from '@proofmark/badge-element';
import { describe, expect, it } from 'vitest';

const folder = new URL('../../packages/badge-element/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, folder), 'utf8');
const source = `${read('src/badge-element.ts')}${read('src/checking/badge-check.ts')}`;
const manifest = JSON.parse(read('custom-elements.json'));
const declared = manifest.modules[0].declarations[0];
const block = manifest.modules[1].declarations[0];
/** The value of each token, as the stylesheets write it. */
const tokens = new Map(
  [...read('../ui/src/tokens/sizes.ts').matchAll(/^ {2}'?([\w-]+)'?: '([^']+)',$/gm)].map(([, name = '', value = '']) => [name, value]),
);
/** A stylesheet with the values of its tokens in their places; a length below one has its 0. */
const inValues = (css: string): string =>
  css.replaceAll(/var\(--pm-([\w-]+)\)/g, (whole, name) => tokens.get(name)?.replace(/^\./, '0.') ?? whole);
const names = (list: readonly { readonly name: string }[]): string[] => list.map(({ name }) => name).sort();
const documented = (tag: string, text = source): string[] =>
  [...text.matchAll(new RegExp(`^ \\* @${tag} (?:\\{[^}]*\\} )?\\[?([\\w-]+)`, 'gm'))].map(([, name = '']) => name).sort();

describe('custom-elements.json', () => {
  it('has the attributes, properties and methods of the class', () => {
    expect(names(declared.attributes)).toEqual([...ProofmarkBadge.observedAttributes].sort());
    const state = [...ProofmarkBadge.elementProperties].filter(([, { state }]) => state === true).map(([name]) => name);
    const lifecycle = ['constructor', 'connectedCallback', 'firstUpdated', 'update', 'updated', 'render', ...state];
    const own = Object.getOwnPropertyNames(ProofmarkBadge.prototype).filter((name) => !lifecycle.includes(name));
    const { members } = declared as { members: { name: string; static?: boolean }[] };
    expect(names(members.filter((member) => member.static !== true))).toEqual(own.sort());
    for (const { name } of members.filter((member) => member.static === true)) expect(ProofmarkBadge).toHaveProperty(name);
  });

  it('has what the documentation of the class names', () => {
    expect(names(declared.events)).toEqual(documented('fires'));
    expect(names(declared.cssParts)).toEqual(documented('csspart'));
    expect(names(declared.cssProperties)).toEqual(documented('cssprop'));
    expect(names(declared.attributes)).toEqual(documented('attr'));
  });

  it('has what the block of several badges has', () => {
    const text = read('src/badges-element.ts');
    const prototype = Object.getOwnPropertyNames(ProofmarkBadges.prototype);
    expect(block.tagName).toBe('proofmark-badges');
    expect(names(block.cssParts)).toEqual(documented('csspart', text));
    expect(names(block.attributes)).toEqual(documented('attr', text));
    for (const { name } of block.members) expect(prototype).toContain(name);
    for (const { name } of block.cssParts) expect(read('src/block/block.ts')).toContain(`part="${name}"`);
  });

  it('names parts, properties and events that are there', () => {
    const views = readdirSync(new URL('src/view/', folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => read(`src/view/${name}`));
    const styles = inValues(`${read('src/styles.ts')}${views.join('')}`);
    for (const { name } of declared.cssParts) expect(styles, name).toContain(`part="${name}"`);
    for (const { name, default: value } of declared.cssProperties) {
      expect(styles, name).toContain(value === undefined ? `var(${name}` : `var(${name}, ${value})`);
    }
    for (const { name } of declared.events) expect(source, name).toContain(`badgeEvent('${name}'`);
    for (const { path } of manifest.modules) expect(read(path.replace(/^dist\/(.*)\.js$/, 'src/$1.ts'))).not.toBe('');
  });

  it('is found from the package', () => {
    expect(JSON.parse(read('package.json')).customElements).toBe('custom-elements.json');
  });
});

describe.each(readdirSync(new URL('examples/', folder)))('the example %s', (name) => {
  const text = read(`examples/${name}`);

  it('uses the tag, attributes and events that there are', () => {
    const tags = [...text.matchAll(/<proofmark-badge\b((?:"[^"]*"|'[^']*'|\{[^}]*\}|[^>"'{])*)>/g)].map(
      ([, attributes = '']) => attributes,
    );
    expect(tags.length).toBeGreaterThan(0);
    for (const attributes of tags) {
      for (const [, attribute = ''] of attributes.replace(/"[^"]*"|\{[^}]*\}/g, '').matchAll(/([@:]?[\w-]+)=/g)) {
        const known = attribute.startsWith('@') ? names(declared.events) : [...ProofmarkBadge.observedAttributes, 'ref'];
        expect(known).toContain(attribute.replace(/^[@:]/, ''));
      }
    }
    for (const [, event] of text.matchAll(/addEventListener\('([^']+)'/g)) expect(names(declared.events)).toContain(event);
  });

  it('keeps a link with a picture, or a text, for readers without JavaScript', () => {
    for (const [, inside = ''] of text.matchAll(/<proofmark-badge\b[\s\S]*?>\s*(<a[\s\S]*?)<\/proofmark-badge>/g)) {
      expect(inside).toMatch(/<a :?href=[\s\S]*(?:<img[\s\S]*alt=|Badge: )/);
    }
    expect(text).toMatch(/<a :?href=|\]\(https/);
  });

  it('imports what the package exports', () => {
    const { exports } = JSON.parse(read('package.json'));
    for (const [, entry = ''] of text.matchAll(/'@proofmark\/badge-element(\/[\w-]+)?'/g))
      expect(Object.keys(exports)).toContain(`.${entry}`);
  });
});

it('can be imported where there is no browser', () => {
  expect(typeof HTMLElement).toBe('undefined');
  expect(ProofmarkBadge.defaultChecker).toBeNull();
});
