import type { Evidence } from '@proofmark/schemas';
import type { CredentialIntent } from '../../store/index.js';

/** The evidence comes first in a badge, in the order of its findings; further ids of the same evidence follow. */
export function evidenceItems({
  unsigned,
  evidenceFindings,
}: Pick<CredentialIntent, 'unsigned'> & { readonly evidenceFindings: readonly unknown[] }): readonly Evidence[] {
  if (evidenceFindings.length === 0) return [];
  const { evidence = [] } = JSON.parse(unsigned) as { evidence?: readonly Evidence[] };
  return evidence.slice(0, evidenceFindings.length);
}
