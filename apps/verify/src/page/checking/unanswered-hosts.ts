import { hostOf } from '@proofmark/primitives';
import type { Report } from '@proofmark/schemas';

/** Why a repository was not looked at, where one who reads git itself may know more. */
const READABLE: ReadonlySet<string | undefined> = new Set([
  'unsupported-by-host',
  'forge-limited',
  'forge-refused',
  'another-commit',
  'tree-inconsistent',
  'malformed-response',
  'http-status',
  'too-large',
  'unreachable',
  'timeout',
]);

/** The hosts of repositories that the reader's browser could not look at, and the relay perhaps can. */
export function unansweredHosts({ evidence }: Pick<Report, 'evidence'>): readonly string[] {
  return evidence.flatMap(({ id, sameBytes, reason, readBy }) => {
    const isRepository = readBy?.grade === 'forge' || reason === 'unsupported-by-host';
    return sameBytes === 'not-checked' && isRepository && READABLE.has(reason) ? [hostOf(id ?? '')] : [];
  });
}
