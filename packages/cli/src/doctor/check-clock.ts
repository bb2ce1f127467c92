import { doctorTexts } from '@proofmark/messages/terminal';
import { type Finding, note, ok, problem } from './finding.js';
import type { Looked } from './look.js';

const MINUTE = 60_000;
const texts = doctorTexts.clock;

/** Whether the issuer's clock agrees with ours: a badge of a clock that is ahead is not valid yet. */
export function checkClock({ seen }: Looked, now: number): readonly Finding[] {
  const date = Date.parse(seen?.headers.date ?? '');
  if (Number.isNaN(date)) return [];
  const apart = Math.round((date - now) / 1000);
  const text = (apart < 0 ? texts.behind : texts.ahead)({ seconds: Math.abs(apart) });
  if (Math.abs(apart) * 1000 > 5 * MINUTE) return [problem('clock', text, texts.remedy)];
  if (Math.abs(apart) * 1000 > MINUTE) return [note('clock', text, texts.remedy)];
  return [ok('clock', texts.ok)];
}
