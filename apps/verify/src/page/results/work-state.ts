import { mayBeWithheld } from '@proofmark/messages';
import type { Report } from '@proofmark/schemas';
import { evidenceItemsOf } from './evidence-items.js';

/** What became of all pieces of work of one badge. */
export type WorkState = 'none' | 'withheld' | 'looking' | 'matches' | 'changed' | 'gone' | 'partly' | 'private' | 'open' | 'skipped';

export interface WorkCount {
  readonly state: WorkState;
  /** All pieces. */
  readonly count: number;
  /** Those of which the state speaks. */
  readonly some: number;
}

/** Sums up the pieces of work of a badge: what is known to have changed or gone comes before what is not known. */
export function workStateOf(report: Report, looking: boolean): WorkCount {
  const items = evidenceItemsOf(report);
  const count = items.length;
  const of = (answer: string): number => items.filter(({ facts }) => facts.sameBytes === answer).length;
  if (count === 0) return { state: mayBeWithheld(report.checks.evidence) ? 'withheld' : 'none', count, some: 0 };
  if (!/^(?:genuine|no-longer)/.test(report.verdict)) return { state: 'skipped', count, some: 0 };
  if (looking && items.every(({ facts }) => facts.checkedAt === undefined)) return { state: 'looking', count, some: 0 };
  for (const state of ['changed', 'gone'] as const) if (of(state) > 0) return { state, count, some: of(state) };
  const some = of('matches');
  if (some === count) return { state: 'matches', count, some };
  if (some > 0) return { state: 'partly', count, some };
  return of('private') === count ? { state: 'private', count, some: count } : { state: 'open', count, some: 0 };
}
