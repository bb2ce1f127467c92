import type { EvidencePolicy } from '@proofmark/schemas/api';
import type { Policy } from './compiled/types.js';
import { choice } from './details.js';

/** The words of evidence policies, in one language. */
export type PolicyTexts = Policy;

/**
 * The evidence policy of an achievement in words.
 *
 * @param lang BCP 47, by which lists are joined
 */
export function policySentence(policy: EvidencePolicy, texts: PolicyTexts, lang: string): string {
  if (policy === 'none') return texts.none;
  const words: Readonly<Record<string, string>> = texts.kinds;
  const kinds = (policy.kinds ?? []).map((kind) => (Object.hasOwn(words, kind) ? (words[kind] ?? kind) : kind));
  const either = new Intl.ListFormat(lang, { type: 'disjunction' });
  const sentences = [
    texts.pieces({ min: policy.min, named: choice(kinds.length > 0), kinds: either.format(kinds) }),
    texts.pinned[policy.pinned ?? 'preferred'],
    texts.authorship[policy.authorship ?? 'any'],
    policy.maxAge === undefined ? '' : texts['max-age']({ duration: durationWords(policy.maxAge, texts, lang) }),
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

/** An ISO 8601 duration in calendar units as words: `P1Y6M` is "1 year and 6 months". */
export function durationWords(duration: string, { durations }: PolicyTexts, lang: string): string {
  const parts = [...duration.slice(0, 40).matchAll(/(\d+)([YMWD])/g)].map(
    ([, count = '', unit = '']) => [Number(count), unit as keyof PolicyTexts['durations']] as const,
  );
  const all = new Intl.ListFormat(lang, { type: 'conjunction' });
  return all.format(parts.filter(([count]) => count > 0).map(([count, unit]) => durations[unit]({ count })));
}
