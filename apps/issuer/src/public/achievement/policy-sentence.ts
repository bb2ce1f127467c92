import type { EvidencePolicy } from '@proofmark/schemas/api';

const KINDS: Readonly<Record<string, string>> = {
  repository: 'source code',
  deployment: 'running work',
  document: 'a document',
  video: 'a video',
  image: 'an image',
  file: 'a file',
  page: 'a web page',
};

/** The evidence policy of an achievement in words. */
export function policySentence(policy: EvidencePolicy): string {
  if (policy === 'none') return 'This achievement asks for no work to be attached. Its badges rest on the word of the issuer alone.';
  const pieces = policy.min === 1 ? 'at least one piece of work' : `at least ${policy.min} pieces of work`;
  const kinds = policy.kinds === undefined ? '' : ` (${list(policy.kinds.map((kind) => KINDS[kind] ?? kind))})`;
  const sentences = [
    `Each badge carries ${pieces}${kinds}.`,
    PINNED[policy.pinned ?? 'preferred'],
    AUTHORSHIP[policy.authorship ?? 'any'],
    policy.maxAge === undefined ? '' : `No piece is older than ${durationWords(policy.maxAge)} when the badge is issued.`,
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

const PINNED = {
  required: 'Every piece must be pinned: its link names one fixed version, or the badge holds its fingerprint.',
  preferred: 'Each piece is pinned where that is possible, and the badge’s page says where it is not.',
  any: 'The pieces need not be pinned, and the badge’s page says which are not.',
} as const;

const AUTHORSHIP = {
  required: 'Something ties every piece to the person who earned the badge, and the badge’s report says what.',
  recommended: 'Where something ties a piece to the person who earned the badge, the badge’s report says what.',
  any: '',
} as const;

/** An ISO 8601 duration in calendar units as words: `P1Y6M` is "1 year and 6 months". */
function durationWords(duration: string): string {
  const parts = [...duration.matchAll(/(\d+)([YMWD])/g)].map(([, count = '', unit = '']) => [Number(count), UNITS[unit] ?? ''] as const);
  const words = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`);
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

const UNITS: Readonly<Record<string, string>> = { Y: 'year', M: 'month', W: 'week', D: 'day' };

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
