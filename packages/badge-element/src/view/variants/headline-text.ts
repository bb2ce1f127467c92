import type { Report } from '@proofmark/schemas';
import type { CardContext } from '../context.js';
import { dateWriter } from '../date-writer.js';
import { headlineOf } from '../headline.js';

/** All that the headline of a card says, as one text: for those who hear it, and for a pointer that rests on it. */
export function headlineText(report: Report, { texts, locale }: CardContext): string {
  const { title, why } = headlineOf(report, texts, dateWriter(locale));
  return /[.!?]$/.test(title) ? `${title} ${why}` : `${title}. ${why}`;
}
