import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** What became of one test of a suite. Names are the full titles; several tests may have the same. */
export interface TestResult {
  readonly name: string;
  readonly state: 'passed' | 'failed' | 'pending';
  /** The first line of the failure, to read. */
  readonly message?: string;
}

/** What is known of a suite, from `expected/<suite>.json`. */
export interface Expected {
  readonly passed: number;
  readonly pending: number;
  /** The tests that fail, each with the reason and what it says in which standard. */
  readonly failures: readonly { readonly name: string; readonly reason: string; readonly clause: string }[];
}

/** Something that is not as expected. */
export interface Surprise {
  readonly kind: 'unexpected-failure' | 'unexpected-pass' | 'missing-test' | 'other-count';
  readonly text: string;
}

export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly pending: number;
  readonly expected: Expected;
  readonly surprises: readonly Surprise[];
}

const shape: z.ZodType<Expected> = z.strictObject({
  passed: z.int().min(0),
  pending: z.int().min(0),
  failures: z.array(z.strictObject({ name: z.string().min(1), reason: z.string().min(10), clause: z.string().min(3) })),
});

/** Reads what is expected of a suite. Throws when the file is missing or malformed: it is ours. */
export async function readExpected(suite: string): Promise<Expected> {
  return shape.parse(JSON.parse(await readFile(new URL(`../../expected/${suite}.json`, import.meta.url), 'utf8')));
}

/** Compares a run with what is expected of it: each failure by name, and how many tests passed and were pending, so that none is lost. */
export function compare(results: readonly TestResult[], expected: Expected): Outcome {
  const of = (state: TestResult['state']): readonly TestResult[] => results.filter((one) => one.state === state);
  const [passed, failed, pending] = [of('passed'), of('failed'), of('pending')];
  const open = expected.failures.map(({ name }) => name);
  const surprises: Surprise[] = [];
  for (const { name, message = '' } of failed) {
    const at = open.indexOf(name);
    if (at >= 0) open.splice(at, 1);
    else surprises.push({ kind: 'unexpected-failure', text: `${name}: ${message}` });
  }
  for (const name of open) {
    const passes = passed.some((one) => one.name === name);
    surprises.push({ kind: passes ? 'unexpected-pass' : 'missing-test', text: name });
  }
  if (passed.length !== expected.passed) surprises.push(count('passed', passed.length, expected.passed));
  if (pending.length !== expected.pending) surprises.push(count('are pending', pending.length, expected.pending));
  return { passed: passed.length, failed: failed.length, pending: pending.length, expected, surprises };
}

function count(what: string, found: number, wanted: number): Surprise {
  return { kind: 'other-count', text: `${found} tests ${what}; ${wanted} were expected` };
}
