import { isUrl } from '@proofmark/primitives';
import type { VerifyInput } from '@proofmark/verifying';

/** Something that may be a badge. What it is, is for the verifier to find out, by content. */
export interface Candidate {
  /** Where it came from, for people: a file's name, or empty for what was typed or pasted. */
  readonly from: string;
  readonly input: VerifyInput;
  /**
   * False for a link that was found among others, in a text that is about something else: that it leads to no badge is then no
   * fault of anybody's.
   */
  readonly meant: boolean;
}

/** What was found in one text or file. */
export interface Taken {
  readonly candidates: readonly Candidate[];
  /** Texts of receipts of earlier checks, which are not badges and are checked by themselves. */
  readonly receipts?: readonly string[];
  /** Hosts of links that were found and are not asked, because what they show is no badge. */
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

/** What to call a candidate where there is no room for more: its file, its address, or that it was pasted. */
export function originOf(candidate: Candidate): string {
  const address = addressOf(candidate);
  return [candidate.from, address].filter((part) => part !== '' && part !== null).join(': ') || 'pasted';
}
