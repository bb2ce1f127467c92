import { expect, it } from 'vitest';
import { inOrder, looksOf } from './history.js';

it('tells each look at the work once, whatever it looked at, the last first', () => {
  const look = (at: string) => ({ at, sameBytes: 'yes' as const, reason: null });
  const piece = (...times: string[]) => ({ id: 'x', age: null, kept: [], theirs: [], looks: times.map(look) });
  const looks = looksOf({ work: [piece('2026-01-02', '2026-01-01'), piece('2026-01-02')] as never });
  expect(inOrder([...looks, { at: '2026-01-03', what: 'credential.revoked' }]).map(({ at }) => at)).toEqual([
    '2026-01-03',
    '2026-01-02',
    '2026-01-01',
  ]);
});
