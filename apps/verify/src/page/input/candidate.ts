import { isUrl } from '@proofmark/primitives';
import type { VerifyInput } from '@proofmark/verifying';

/** Input that may be a badge. The verifier finds out its kind, by content. */
export interface Candidate {
  /** Where it came from, for people: a file's name, or empty for what was typed or pasted. */
  readonly from: string;
  readonly input: VerifyInput;
  /**
   * False for a link that was found in a text about something else: such a link may lead to no badge, which is no problem.
   */
  readonly meant: boolean;
}

/** The content of one text or file. */
export interface Input {
  readonly candidates: readonly Candidate[];
  /** Texts of receipts of earlier checks, which are not badges and are checked by themselves. */
  readonly receipts?: readonly string[];
  /** Hosts of links that are not fetched, because their pages are no badges. */
  readonly passedOver: readonly string[];
}

/** The address that a candidate is, or null. */
export const addressOf = ({ input }: Candidate): string | null => ('url' in input ? input.url : null);

/** The host and path of an address, as a short name for it. */
export function shortAddress(url: string): string {
  if (!isUrl(url)) return url;
  const { host, pathname } = new URL(url);
  return `${host}${pathname === '/' ? '' : pathname}`;
}

/** A short name of a candidate: its file, its address, or what was pasted is called. */
export function originOf(candidate: Candidate, pasted = 'pasted'): string {
  const address = addressOf(candidate);
  return [candidate.from, address].filter((part) => part !== '' && part !== null).join(': ') || pasted;
}
