import { shownText } from '@proofmark/messages';
import type { Entry } from './entries.js';

/**
 * What genuine badges name, as plain text for the search field of a hiring system: each badge's name, skills and keywords once, in
 * their order. Badges that cannot be relied on, or are no longer current, give none.
 */
export function keywordsOf(entries: readonly Entry[]): string {
  const badges = entries.flatMap(({ report }) => (report?.badge && report.verdict.startsWith('genuine') ? [report.badge] : []));
  const words = badges.flatMap(({ name, skills, tags }) => [name, ...skills.map((skill) => skill.name), ...tags]);
  const seen = new Set<string>();
  return words
    .flatMap((word) => (word === null ? [] : [shownText(word, 120).replace(/\s*,\s*/g, ' ')]))
    .filter((word) => word !== '' && !seen.has(word.toLowerCase()) && seen.add(word.toLowerCase()))
    .join(', ');
}
