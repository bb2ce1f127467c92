import { expect, it, vi } from 'vitest';
import { tellFailures } from './tell-failures.mjs';

const many = Array.from({ length: 300 }, (_, n) => ({ kind: 'lost', text: `badge ${n}`, found: 'the badges' }));

it.each([
  ['what a later check found, however much an earlier one found', { kind: 'lost', text: 'the bits of list 3', found: 'the status lists' }],
  ['what of another kind a check found, however much of one', { kind: 'doubled', text: 'badge 7', found: 'the badges' }],
])('tells %s', (_, failure) => {
  const lines: string[] = [];
  const write = vi.spyOn(console, 'error').mockImplementation((line: string) => void lines.push(line));
  tellFailures([...many, failure]);
  write.mockRestore();
  expect(lines).toHaveLength(12);
  expect(lines).toContain(`${failure.kind}: ${failure.text}`);
  expect(lines.at(-1)).toBe('and 290 more lost, found by the badges');
});
