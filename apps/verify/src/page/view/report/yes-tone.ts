import type { Report } from '@proofmark/schemas';
import type { Tone } from '@proofmark/ui';

/** The colour of a yes: green says that somebody whom the reader trusts confirms it, so no other issuer's badge has any. */
export const yesTone = ({ verdict }: Pick<Report, 'verdict'>): Tone => (verdict === 'genuine-issuer-confirmed' ? 'good' : 'open');
