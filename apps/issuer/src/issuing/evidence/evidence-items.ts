import type { Evidence } from '@proofmark/schemas';
import type { CredentialIntent } from '../../store/index.js';

/** The pieces of work stand first in a badge, in the order of what was found about them; other names of theirs follow. */
export function evidenceItems({
  unsigned,
  evidenceFindings,
}: Pick<CredentialIntent, 'unsigned'> & { readonly evidenceFindings: readonly unknown[] }): readonly Evidence[] {
  if (evidenceFindings.length === 0) return [];
  const { evidence = [] } = JSON.parse(unsigned) as { evidence?: readonly Evidence[] };
  return evidence.slice(0, evidenceFindings.length);
}
