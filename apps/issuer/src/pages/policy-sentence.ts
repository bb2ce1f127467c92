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
  return `Each badge carries ${pieces}${kinds}. ${PINNED[policy.pinned ?? 'preferred']}`;
}

const PINNED = {
  required: 'Every piece must be pinned: its link names one fixed version, or the badge holds its fingerprint.',
  preferred: 'Each piece is pinned where that is possible, and the badge’s page says where it is not.',
  any: 'The pieces need not be pinned, and the badge’s page says which are not.',
} as const;

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
