import { type Finding, note, ok, problem } from './finding.js';
import type { Looked } from './look.js';

const MINUTE = 60_000;

/** Whether the issuer's clock agrees with ours: a badge of a clock that is ahead is not valid yet. */
export function checkClock({ seen }: Looked, now: number): readonly Finding[] {
  const date = Date.parse(seen?.headers.date ?? '');
  if (Number.isNaN(date)) return [];
  const apart = Math.round((date - now) / 1000);
  const text = `The clock of the host is ${Math.abs(apart)} seconds ${apart < 0 ? 'behind' : 'ahead of'} that of this machine.`;
  const remedy = 'Let both keep time by NTP. Badges of a clock that is ahead are “not valid yet”.';
  if (Math.abs(apart) * 1000 > 5 * MINUTE) return [problem('clock', text, remedy)];
  if (Math.abs(apart) * 1000 > MINUTE) return [note('clock', text, remedy)];
  return [ok('clock', 'The clock of the host agrees with that of this machine.')];
}
