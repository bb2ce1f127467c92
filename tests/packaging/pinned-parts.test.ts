import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ENTRY, pinParts } from '../../packages/badge-element/build/pinned-parts.js';

const bundle = (files: Record<string, string>): Map<string, string> => pinParts(new Map(Object.entries(files)));

describe('the parts of the script', () => {
  it('are named by what is in them, and nothing loads them but the loader', () => {
    const files = bundle({
      [ENTRY]: 'const go=()=>import("./proofmark-badge-work-abcd1234.js");',
      'proofmark-badge-work-abcd1234.js':
        'import{a}from"./proofmark-badge-text-efgh5678.js";import{b}from"./proofmark-badge.js";export const c=a+b;',
      'proofmark-badge-text-efgh5678.js': 'export const a=1;',
    });
    for (const [name, text] of files) {
      expect(text).not.toMatch(/import\(\s*["'`]\.\/proofmark-badge-\w+-\w{8}\.js/);
      if (name === ENTRY) continue;
      expect(name.slice(-46, -3)).toBe(createHash('sha256').update(text).digest('base64url'));
    }
    const [work, words] = ['work', 'text'].map(
      (stem) => [...files.keys()].find((name) => name.startsWith(`proofmark-badge-${stem}-`)) ?? '',
    );
    // What a part needs is pinned before the part itself.
    const parts = [words, work].map((name) => `"${name?.slice('proofmark-badge-'.length, -3)}"`).join();
    expect(files.get(ENTRY)).toContain(`$load(${parts})`);
    expect(files.get(work ?? '')).toContain(`from"./${words}"`);
    expect(files.get(work ?? '')).toContain('from"./proofmark-badge.js"');
  });

  it('load further parts through the loader as well', () => {
    const files = bundle({
      [ENTRY]: 'import("./proofmark-badge-outer-abcd1234.js");',
      'proofmark-badge-outer-abcd1234.js': 'import(`./proofmark-badge-inner-efgh5678.js`);',
      'proofmark-badge-inner-efgh5678.js': 'export const a=1;',
    });
    const outer = [...files].find(([name]) => name.includes('outer'))?.[1];
    expect(outer).toMatch(/^import\{\$load\}from".\/proofmark-badge.js";\$load\("inner-/);
  });

  it('are all there, and in no circle', () => {
    expect(() => bundle({ [ENTRY]: 'import("./proofmark-badge-gone-abcd1234.js")' })).toThrow('not built');
    // A page pins the entry alone: what the entry imports by itself, nobody would have checked.
    expect(() => bundle({ [ENTRY]: 'import"./proofmark-badge-a-abcd1234.js"', 'proofmark-badge-a-abcd1234.js': '' })).toThrow(
      'nothing pins',
    );
    const circle = {
      [ENTRY]: 'import("./proofmark-badge-a-abcd1234.js")',
      'proofmark-badge-a-abcd1234.js': 'import"./proofmark-badge-b-efgh5678.js"',
      'proofmark-badge-b-efgh5678.js': 'import"./proofmark-badge-a-abcd1234.js"',
    };
    expect(() => bundle(circle)).toThrow('circle');
  });
});
