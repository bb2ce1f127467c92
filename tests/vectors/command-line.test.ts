import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { proofmark } from '../support/command-line.js';
import type { Case } from './generate/case.js';
import type { CaseTable } from './generate/index.js';

const folder = fileURLToPath(new URL('.', import.meta.url));
const built = fileURLToPath(new URL('../../packages/cli/dist/main.js', import.meta.url));
const { at, cases } = JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8')) as CaseTable;

function argumentsOf({ file, recipient, trusted = [] }: Case): readonly string[] {
  const asked = [...(recipient === undefined ? [] : ['--recipient', recipient]), ...trusted.flatMap((issuer) => ['--trust', issuer])];
  const documents = ['--offline', '--documents', join(folder, 'documents/map.json')];
  return ['verify', '--json', '--at', at, ...documents, ...asked, join(folder, 'badges', file)];
}

describe('the command line, without a network', () => {
  it.each(cases)('ends with $exit for $file', async (one) => {
    const { code, lines } = await proofmark(...argumentsOf(one));
    expect([code, lines<{ verdict: string }>().map(({ verdict }) => verdict)]).toEqual([one.exit, [one.verdict]]);
  });
});

/** One for each exit code, and one with an option. */
const BUILT = [
  'genuine/embedded.json',
  'genuine/trusted.json',
  'altered/token-payload.jwt',
  'status/no-list.json',
  'unreadable/picture.png',
];

describe('the built command line', () => {
  it.each(cases.filter(({ file }) => BUILT.includes(file)))('answers $verdict for $file', (one) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [built, ...argumentsOf(one)], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: one.exit, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ verdict: one.verdict, because: Object.keys(one.because) });
  });

  it('is tried with every one of those', () => {
    expect(cases.filter(({ file }) => BUILT.includes(file))).toHaveLength(BUILT.length);
  });
});
