import { expect } from 'vitest';
import { type Api, type CallOptions, problemIn } from './api.fixture.js';

export interface ExpectedRefusal {
  readonly status: number;
  readonly code: string;
  readonly errors?: unknown;
}

/** Posts, and expects this problem document, and that no table has another number of rows. */
export async function expectRefusal(api: Api, path: string, options: CallOptions, expected: ExpectedRefusal): Promise<void> {
  const before = await api.rowCounts();
  const answer = await api.call('POST', path, options);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.body.type).toBe(`http://localhost:3000/problems/${expected.code}`);
  expect(problemIn(answer)).toEqual({ errors: [], ...expected });
  expect(await api.rowCounts()).toEqual(before);
}
