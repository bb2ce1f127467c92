import type { FoldedTexts } from '@proofmark/messages/card';
import type { Report } from '@proofmark/schemas';

/**
 * What a reader must know before reading the badge's own text; null when the issuer's signature covers it.
 * A withdrawn badge was signed as it is: the verdict says that it is withdrawn, and the text is not called altered.
 */
export function cautionOf(report: Report, texts: FoldedTexts): string | null {
  const { shape, signature } = report.checks;
  if (shape.outcome === 'passed' && signature.outcome === 'passed' && report.checks['issuer-binding'].outcome === 'passed') return null;
  return report.verdict === 'do-not-rely' ? texts.claimed : texts.unconfirmed;
}
