import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ENTRY, pinParts } from '../../packages/badge-element/build/pinned-parts.js';

const bundle = (files: Record<string, string>): Map<string, string> => pinParts(new Map(Object.entries(files)));
const part = (name: string): string => `proofmark-badge-${name}.js`;
const sumOf = (text: string | undefined): string =>
  createHash('sha256')
    .update(text ?? '')
    .digest('base64');
/** The hashes that a file holds, by the names of the parts. */
const known = (text = ''): unknown => JSON.parse(/\$know\((\{[^}]*\})\)/.exec(text)?.[1] ?? 'null');

describe('the parts of the script', () => {
  it('are loaded by nothing but the loader, each after the parts that it needs', () => {
    const files = bundle({
      [ENTRY]: 'const go=()=>import("./proofmark-badge-work-abcd1234.js");',
      [part('work-abcd1234')]: 'import{a}from"./proofmark-badge-text-efgh5678.js";import{b}from"./proofmark-badge.js";export const c=a+b;',
      [part('text-efgh5678')]: 'export const a=1;',
    });
    for (const text of files.values()) expect(text).not.toMatch(/import\(\s*["'`]\.\/proofmark-badge-\w+-\w{8}\.js/);
    expect(files.get(ENTRY)).toContain('$load("text-efgh5678","work-abcd1234")');
    expect(files.get(part('work-abcd1234'))).toContain('from"./proofmark-badge-text-efgh5678.js"');
  });

  it('have their hashes in the entry, when the entry loads them', () => {
    const files = bundle({
      [ENTRY]: 'import("./proofmark-badge-work-abcd1234.js");',
      [part('work-abcd1234')]: 'import{a}from"./proofmark-badge-text-efgh5678.js";',
      [part('text-efgh5678')]: 'export const a=1;',
    });
    expect(known(files.get(ENTRY))).toEqual({
      'work-abcd1234': sumOf(files.get(part('work-abcd1234'))),
      'text-efgh5678': sumOf(files.get(part('text-efgh5678'))),
    });
  });

  it('bring the hashes of all parts that can be loaded after them', () => {
    const files = bundle({
      [ENTRY]: 'import("./proofmark-badge-outer-abcd1234.js");',
      [part('outer-abcd1234')]: 'import(`./proofmark-badge-inner-efgh5678.js`);',
      [part('inner-efgh5678')]: 'import("./proofmark-badge-inmost-ijkl9012.js");',
      [part('inmost-ijkl9012')]: 'export const a=1;',
    });
    const outer = files.get(part('outer-abcd1234'));
    expect(outer).toMatch(/^import\{\$load,\$know\}from".\/proofmark-badge.js";/);
    expect(outer).toContain('$load("inner-efgh5678")');
    expect(known(outer)).toEqual({
      'inner-efgh5678': sumOf(files.get(part('inner-efgh5678'))),
      'inmost-ijkl9012': sumOf(files.get(part('inmost-ijkl9012'))),
    });
    expect(known(files.get(ENTRY))).toEqual({ 'outer-abcd1234': sumOf(outer) });
  });

  it('have their hashes in a list that is loaded before the first of them, when they are rare', () => {
    const files = pinParts(
      new Map([
        [ENTRY, 'import("./proofmark-badge-outer-abcd1234.js");'],
        [part('outer-abcd1234'), 'import("./proofmark-badge-soon-efgh5678.js");import("./proofmark-badge-rare-ijkl9012.js");'],
        [part('soon-efgh5678'), 'export const a=1;'],
        [part('rare-ijkl9012'), 'export const b=1;'],
      ]),
      (name) => name.includes('-rare-'),
    );
    const list = [...files.keys()].find((name) => name.includes('-hashes-')) ?? '';
    const outer = files.get(part('outer-abcd1234'));
    expect(known(files.get(list))).toEqual({ 'rare-ijkl9012': sumOf(files.get(part('rare-ijkl9012'))) });
    expect(known(outer)).toEqual({ 'soon-efgh5678': sumOf(files.get(part('soon-efgh5678'))) });
    expect(known(files.get(ENTRY))).toEqual({
      'outer-abcd1234': sumOf(outer),
      [list.replace(/^proofmark-badge-|\.js$/g, '')]: sumOf(files.get(list)),
    });
    expect(files.get(ENTRY)).toContain(`await $load("${list.replace(/^proofmark-badge-|\.js$/g, '')}")`);
  });

  it('may use what loads them, since no part holds its own hash', () => {
    const files = bundle({
      [ENTRY]: 'import("./proofmark-badge-outer-abcd1234.js");',
      [part('outer-abcd1234')]: 'export const a=1;import("./proofmark-badge-inner-efgh5678.js");',
      [part('inner-efgh5678')]: 'import{a}from"./proofmark-badge-outer-abcd1234.js";',
    });
    expect(known(files.get(part('outer-abcd1234')))).toEqual({ 'inner-efgh5678': sumOf(files.get(part('inner-efgh5678'))) });
  });

  it('are all there, and import each other in no circle', () => {
    expect(() => bundle({ [ENTRY]: 'import("./proofmark-badge-gone-abcd1234.js")' })).toThrow('not built');
    // A page pins the entry alone: nothing would have checked what the entry imports by itself.
    expect(() => bundle({ [ENTRY]: 'import"./proofmark-badge-a-abcd1234.js"', [part('a-abcd1234')]: '' })).toThrow('nothing pins');
    const circle = {
      [ENTRY]: 'import("./proofmark-badge-a-abcd1234.js")',
      [part('a-abcd1234')]: 'import"./proofmark-badge-b-efgh5678.js"',
      [part('b-efgh5678')]: 'import"./proofmark-badge-a-abcd1234.js"',
    };
    expect(() => bundle(circle)).toThrow('circle');
  });
});
