import { describeVerdict } from '@proofmark/messages';
import type { Report } from '@proofmark/schemas';

/** The verdict in a few words, for those who only hear it. */
export const resultOf = (report: Report): string => describeVerdict(report).title;
