import type { BadgeSummary, Report } from '@proofmark/schemas';
import type { Entry } from '../results/entries.js';
import { evidenceItemsOf } from '../results/evidence-items.js';
import { compareSkill, type Reason } from './compare-skill.js';

/** Where a badge names a skill, the strongest place first. */
export type Place = 'skill' | 'name' | 'tag' | 'work' | 'description';

/** A badge that names a skill. */
export interface Match {
  readonly entry: Entry;
  readonly report: Report;
  readonly place: Place;
  /** The words of the badge that name it. */
  readonly text: string;
  /** Why they count. */
  readonly reason: Reason;
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

const REASONS: readonly Reason['kind'][] = ['words', 'same', 'narrower'];
const ORDER: readonly Match['state'][] = ['current', 'old', 'unproven'];

/**
 * Compares a role's skills with badges: by their words, by other names of a skill, and by the skills that are a part of it. A match is a
 * hint; the absence of one proves nothing.
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
    .flatMap((item) => {
      const said = says([item.name, item.genre], skill, 'title') ?? says([item.narrative], skill, 'prose');
      return said === null ? [] : [{ item, reason: said.reason }];
    });
  const skills = badge.skills.map(({ name }) => name);
  const best = work[0];
  const found = bestOf([
    ['skill', says(skills, skill, 'title')],
    ['name', says([badge.name], skill, 'title')],
    ['tag', says(badge.tags, skill, 'title')],
    ['work', best === undefined ? null : { text: best.item.name ?? best.item.genre ?? best.item.id ?? '', reason: best.reason }],
    ['description', says([badge.description, badge.criteria.narrative], skill, 'prose')],
  ]);
  return found === null ? null : { entry, report, ...found, work: work.map(({ item }) => item), state: stateOf(report, years, now) };
}

type Said = Pick<Match, 'text' | 'reason'>;

/** The place with the best reason; of several the strongest place, which stands first. */
function bestOf(places: readonly (readonly [Place, Said | null])[]): (Said & { readonly place: Place }) | null {
  const found = places.flatMap(([place, said]) => (said === null ? [] : [{ place, ...said }]));
  return found.sort((a, b) => REASONS.indexOf(a.reason.kind) - REASONS.indexOf(b.reason.kind))[0] ?? null;
}

/** The text that names a skill for the best reason: its own words before another name, and that before a part of it. */
function says(texts: readonly (string | null)[], skill: string, kind: 'title' | 'prose'): Said | null {
  const found = texts.flatMap((text) => {
    const reason = text === null ? null : compareSkill(text, skill, kind);
    return text === null || reason === null ? [] : [{ text, reason }];
  });
  return [...found].sort((a, b) => REASONS.indexOf(a.reason.kind) - REASONS.indexOf(b.reason.kind))[0] ?? null;
}

function stateOf({ verdict, checks, badge }: Report, years: number, now: number): Match['state'] {
  if (verdict === 'no-longer-current') return checks['valid-from'].outcome === 'failed' ? 'unproven' : 'old';
  if (!verdict.startsWith('genuine')) return 'unproven';
  const from = Date.parse(badge?.validFrom ?? '');
  if (Number.isNaN(from)) return 'current';
  const limit = new Date(now);
  limit.setUTCFullYear(limit.getUTCFullYear() - years);
  return from < limit.getTime() ? 'old' : 'current';
}
