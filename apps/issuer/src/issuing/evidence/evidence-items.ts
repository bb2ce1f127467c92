import type { Evidence } from '@proofmark/schemas';
import type { SignedForms } from '../../store/index.js';

/** The work of a badge that is there. Of an erased one, nothing. */
export function evidenceOf({
  signed,
  evidenceFindings,
}: {
  readonly signed: SignedForms | null;
  readonly evidenceFindings: readonly unknown[];
}): readonly Evidence[] {
  return signed === null ? [] : evidenceItems(signed.json, evidenceFindings);
}

/**
 * The evidence comes first in a badge, in the order of its findings; further ids of the same evidence follow.
 *
 * @param json the signed badge
 */
export function evidenceItems(json: string, findings: readonly unknown[]): readonly Evidence[] {
  if (findings.length === 0) return [];
  const { evidence = [] } = JSON.parse(json) as { evidence?: readonly Evidence[] };
  return evidence.slice(0, findings.length);
}
