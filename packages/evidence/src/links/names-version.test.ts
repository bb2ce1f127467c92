import { expect, it } from 'vitest';
import { mayNameVersion } from './names-version.js';

const COMMIT = '0f3c1b2a4d5e6f708192a3b4c5d6e7f801234567';

it.each([
  [`https://github.com/ada/todo/tree/${COMMIT}`, true],
  [`https://dev.azure.com/o/p/_git/r?version=GC${COMMIT}&path=/x`, true],
  [`https://git.example/x.git#${COMMIT}`, true],
  [`https://a.example/x${COMMIT}`, false],
  [`https://a.example/${COMMIT}0`, false],
  ['https://github.com/ada/todo/tree/main', false],
])('answers for %s with %s', (link, answer) => {
  expect(mayNameVersion(link)).toBe(answer);
});
