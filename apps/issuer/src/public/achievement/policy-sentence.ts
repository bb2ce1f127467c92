import { choice, ENGLISH, type PublicLanguage } from '@proofmark/messages/public';
import type { EvidencePolicy } from '@proofmark/schemas/api';

/** The evidence policy of an achievement in words. */
export function policySentence(policy: EvidencePolicy, { texts: { policy: texts }, work }: PublicLanguage = ENGLISH): string {
  if (policy === 'none') return texts.none;
  const words: Readonly<Record<string, string>> = texts.kinds;
  const kinds = (policy.kinds ?? []).map((kind) => (Object.hasOwn(words, kind) ? (words[kind] ?? kind) : kind));
  const either = new Intl.ListFormat(work.lang, { type: 'disjunction' });
  const sentences = [
    texts.pieces({ min: policy.min, named: choice(kinds.length > 0), kinds: either.format(kinds) }),
    texts.pinned[policy.pinned ?? 'preferred'],
    texts.authorship[policy.authorship ?? 'any'],
    policy.maxAge === undefined ? '' : texts['max-age']({ duration: durationWords(policy.maxAge, texts.durations, work.lang) }),
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

type Durations = PublicLanguage['texts']['policy']['durations'];

/** An ISO 8601 duration in calendar units as words: `P1Y6M` is "1 year and 6 months". */
function durationWords(duration: string, texts: Durations, lang: string): string {
  const parts = [...duration.matchAll(/(\d+)([YMWD])/g)].map(
    ([, count = '', unit = '']) => [Number(count), unit as keyof Durations] as const,
  );
  const all = new Intl.ListFormat(lang, { type: 'conjunction' });
  return all.format(parts.filter(([count]) => count > 0).map(([count, unit]) => texts[unit]({ count })));
}
