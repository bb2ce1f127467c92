import type { Outcome, Surprise } from './expected.js';

const KINDS: Readonly<Record<Surprise['kind'], string>> = {
  'unexpected-failure': 'failed unexpectedly',
  'unexpected-pass': 'passed, and is listed as a failure',
  'missing-test': 'is listed as a failure, and did not run',
  'other-count': 'other numbers',
};

/** The lines that tell of one suite. */
export function describeRun(name: string, { passed, failed, pending, expected, surprises }: Outcome): readonly string[] {
  const verdict = surprises.length === 0 ? 'as expected' : 'NOT AS EXPECTED';
  return [
    `${name}: ${passed} passed, ${failed} failed, ${pending} pending: ${verdict}`,
    ...expected.failures.map(({ name: test, reason, clause }) => `  listed failure: ${test}\n    ${reason} (${clause})`),
    ...surprises.map(({ kind, text }) => `  ${KINDS[kind]}: ${text}`),
  ];
}
