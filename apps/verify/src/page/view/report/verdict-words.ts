import { localise } from '@proofmark/badge-element/view';
import { describeVerdict, signerOf } from '@proofmark/messages';
import { decidingOutcome } from '@proofmark/messages/card';
import { choice } from '@proofmark/messages/page';
import type { Report } from '@proofmark/schemas';
import type { PageContext } from '../page-context.js';

/** What is said of a verdict; a part that is empty has nothing to say. */
export interface VerdictWords {
  /** In two or three words. */
  readonly answer: string;
  /** By whom it is signed, or who confirms that. */
  readonly lead: string;
  /** What decided it. */
  readonly text: string;
  readonly todo: string;
}

/** The words of a verdict, for the tile of one badge and the table of many. */
export function verdictWords(report: Report, context: PageContext): VerdictWords {
  const { text, todo } = describeVerdict(localise(report, context.locale), context.says.verdicts);
  const outcome = decidingOutcome(report);
  const isEarly = outcome?.outcome === 'failed' && outcome.code === 'not-yet-valid';
  const { genuine } = context.words.tiles;
  return { answer: isEarly ? genuine['not-yet-valid'] : genuine.answers[report.verdict], lead: leadOf(report, context), text, todo };
}

/** The verdict in one line. It says who trusts the issuer: the reader, a registry, or the operator of the page for all readers. */
export function titleOf(report: Report, { words: { trust }, trusted, says }: PageContext): string {
  const isOperators = report.verdict === 'genuine-issuer-confirmed' && trusted.byOperator(report) === 'entry';
  return isOperators ? trust['by-operator']({ host: trusted.operatorHost || 'none' }) : describeVerdict(report, says.verdicts).title;
}

function leadOf(report: Report, context: PageContext): string {
  const words = context.words.tiles.genuine;
  if (report.verdict === 'genuine-issuer-confirmed') return `${titleOf(report, context)}.`;
  const signer = report.verdict === 'genuine-issuer-unknown' ? signerOf(report) : null;
  if (signer === null) return '';
  return signer.host === null ? words['by-key'] : words.by({ host: signer.host, hosted: choice(signer.hosted) });
}
