import type { BadgeSummary, Report } from '@proofmark/schemas';
import type { Entry } from '../results/entries.js';
import { evidenceItemsOf } from '../results/evidence-items.js';
import { speaksOf } from './words.js';

/** Where a badge names a skill, the strongest place first. */
export type Place = 'skill' | 'name' | 'tag' | 'work' | 'description';

/** A badge that names a skill. */
export interface Match {
  readonly entry: Entry;
  readonly report: Report;
  readonly place: Place;
  /** The words of the badge that name it. */
  readonly text: string;
  /** The evidence whose own name or description names the skill. */
  readonly work: BadgeSummary['evidence'];
  /** `old`: expired, or issued before the years that count; `unproven`: the badge cannot be relied on, or its check has no answer. */
  readonly state: 'current' | 'old' | 'unproven';
}

/** One skill of the role and the badges that speak of it. There is no score: weighing is left to the reader. */
export interface Coverage {
  readonly skill: string;
  /** By the best of its matches; `not-shown` when no badge names it. */
  readonly state: Match['state'] | 'not-shown';
  readonly matches: readonly Match[];
}

const ORDER: readonly Match['state'][] = ['current', 'old', 'unproven'];

/**
 * Compares a role's skills with badges, word by word. A match is a hint; the absence of one proves nothing.
 *
 * @param years - a badge that was issued longer ago counts as old
 * @param now - milliseconds since 1970 UTC
 */
export function coverageOf(skills: readonly string[], entries: readonly Entry[], years: number, now: number): readonly Coverage[] {
  return skills.map((skill) => {
    const matches = entries.flatMap((entry) => matchOf(skill, entry, years, now) ?? []);
    const state = ORDER.find((one) => matches.some((match) => match.state === one)) ?? 'not-shown';
    return { skill, state, matches: [...matches].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state)) };
  });
}

function matchOf(skill: string, entry: Entry, years: number, now: number): Match | null {
  const { report } = entry;
  const badge = report?.badge;
  if (!report || !badge) return null;
  const work = evidenceItemsOf(report)
    .map((item) => item.work)
    .filter(({ name, genre, narrative }) => says([name, genre], skill, 'title') ?? says([narrative], skill, 'prose'));
  const found =
    place(
      'skill',
      says(
        badge.skills.map(({ name }) => name),
        skill,
        'title',
      ),
    ) ??
    place('name', says([badge.name], skill, 'title')) ??
    place('tag', says(badge.tags, skill, 'title')) ??
    place('work', work[0] === undefined ? null : (work[0].name ?? work[0].genre ?? work[0].id ?? '')) ??
    place('description', says([badge.description, badge.criteria.narrative], skill, 'prose'));
  return found === null ? null : { entry, report, ...found, work, state: stateOf(report, years, now) };
}

const place = (where: Place, text: string | null): { readonly place: Place; readonly text: string } | null =>
  text === null ? null : { place: where, text };

const says = (texts: readonly (string | null)[], skill: string, kind: 'title' | 'prose'): string | null =>
  texts.find((text) => text !== null && speaksOf(text, skill, kind)) ?? null;

function stateOf({ verdict, checks, badge }: Report, years: number, now: number): Match['state'] {
  if (verdict === 'no-longer-current') return checks['valid-from'].outcome === 'failed' ? 'unproven' : 'old';
  if (!verdict.startsWith('genuine')) return 'unproven';
  const from = Date.parse(badge?.validFrom ?? '');
  if (Number.isNaN(from)) return 'current';
  const limit = new Date(now);
  limit.setUTCFullYear(limit.getUTCFullYear() - years);
  return from < limit.getTime() ? 'old' : 'current';
}
