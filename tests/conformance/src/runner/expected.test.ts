import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compare, type Expected, readExpected, type TestResult } from './expected.js';
import { describeRun } from './report.js';
import { SUITES } from './suites.js';

const LISTED = { name: 'a listed test', reason: 'The suite is wrong here.', clause: 'VC 2.0, 5.3' };
const EXPECTED: Expected = { passed: 2, pending: 1, failures: [LISTED] };
const passed = (name: string): TestResult => ({ name, state: 'passed' });
const failed = (name: string): TestResult => ({ name, state: 'failed', message: 'why' });
const RUN: readonly TestResult[] = [passed('a'), passed('b'), failed(LISTED.name), { name: 'c', state: 'pending' }];
const kinds = (results: readonly TestResult[]): string[] => compare(results, EXPECTED).surprises.map(({ kind }) => kind);

describe('comparing a run with what is expected of it', () => {
  it('finds nothing to say when every failure is a listed one', () => {
    expect(compare(RUN, EXPECTED)).toMatchObject({ passed: 2, failed: 1, pending: 1, surprises: [] });
  });

  it('reports a failure that is not listed', () => {
    expect(kinds([...RUN, failed('d')])).toEqual(['unexpected-failure']);
  });

  it('reports a second failure of a name that is listed once', () => {
    expect(kinds([...RUN, failed(LISTED.name)])).toEqual(['unexpected-failure']);
  });

  it('reports a listed failure that passes', () => {
    expect(kinds([...RUN.filter(({ state }) => state !== 'failed'), passed(LISTED.name)])).toEqual(['unexpected-pass', 'other-count']);
  });

  it('reports a listed failure that did not run', () => {
    expect(kinds(RUN.filter(({ state }) => state !== 'failed'))).toEqual(['missing-test']);
  });

  it('reports a passing test that is lost, and one that is pending instead', () => {
    expect(kinds(RUN.slice(1))).toEqual(['other-count']);
    expect(kinds([...RUN.slice(1), { name: 'a', state: 'pending' }])).toEqual(['other-count', 'other-count']);
  });

  it('prints each listed failure with its reason and clause', () => {
    const text = describeRun('suite', compare([...RUN, failed('d')], EXPECTED)).join('\n');
    for (const part of ['NOT AS EXPECTED', LISTED.name, LISTED.reason, LISTED.clause, 'failed unexpectedly: d: why']) {
      expect(text).toContain(part);
    }
  });
});

describe('the lists of expected failures', () => {
  it('exist for every suite, and for nothing else', () => {
    const files = readdirSync(new URL('../../expected/', import.meta.url));
    expect(files.sort()).toEqual(SUITES.map(({ name }) => `${name}.json`).sort());
  });

  it.each(SUITES.map(({ name }) => name))('%s is well-formed and expects tests to pass', async (name) => {
    expect((await readExpected(name)).passed).toBeGreaterThan(0);
  });
});
