import { choice, publicTexts } from '@proofmark/messages/public';
import type { EvidencePolicy } from '@proofmark/schemas/api';

const texts = publicTexts.policy;
const KINDS: Readonly<Record<string, string>> = texts.kinds;

/** The evidence policy of an achievement in words. */
export function policySentence(policy: EvidencePolicy): string {
  if (policy === 'none') return texts.none;
  const kinds = (policy.kinds ?? []).map((kind) => KINDS[kind] ?? kind);
  const sentences = [
    texts.pieces({ min: policy.min, named: choice(kinds.length > 0), kinds: EITHER.format(kinds) }),
    texts.pinned[policy.pinned ?? 'preferred'],
    texts.authorship[policy.authorship ?? 'any'],
    policy.maxAge === undefined ? '' : texts['max-age']({ duration: durationWords(policy.maxAge) }),
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

// The texts are British English, which puts no comma before the last of a list.
const EITHER = new Intl.ListFormat('en-GB', { type: 'disjunction' });
const ALL = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** An ISO 8601 duration in calendar units as words: `P1Y6M` is "1 year and 6 months". */
function durationWords(duration: string): string {
  const parts = [...duration.matchAll(/(\d+)([YMWD])/g)].map(([, count = '', unit = '']) => [Number(count), unit as Unit] as const);
  return ALL.format(parts.filter(([count]) => count > 0).map(([count, unit]) => texts.durations[unit]({ count })));
}

type Unit = keyof typeof texts.durations;
