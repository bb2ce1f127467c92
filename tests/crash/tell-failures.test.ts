import { expect, it, vi } from 'vitest';
import { tellFailures } from './tell-failures.mjs';

it('tells what a later check found, however much an earlier one found', () => {
  const lines: string[] = [];
  const write = vi.spyOn(console, 'error').mockImplementation((line: string) => void lines.push(line));
  const many = Array.from({ length: 300 }, (_, n) => ({ kind: 'lost', text: `badge ${n}`, found: 'the badges' }));
  tellFailures([...many, { kind: 'lost', text: 'the bits of list 3', found: 'the status lists' }]);
  write.mockRestore();
  expect(lines).toHaveLength(12);
  expect(lines).toContain('lost: the bits of list 3');
  expect(lines.at(-1)).toBe('and 290 more, found by the badges');
});
