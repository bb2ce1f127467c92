import type { Clock, Store } from '../ports.js';
import { done, type Result, refused } from '../result.js';
import { mailOfToken } from './bounce-token.js';

/** What a server says of a mail that it could not deliver (RFC 3464). */
export interface DeliveryReport {
  /** The addresses to which the report was sent: one of them has the token of the mail. */
  readonly to: readonly string[];
  /** What became of it: `failed` for good, or for now. */
  readonly action: 'failed' | 'delayed' | 'other';
  /** The sentence of the server, without addresses. */
  readonly diagnostic: string | null;
}

/** Reads a message; null where it is no report on a delivery. */
export type ReadReport = (message: Uint8Array) => Promise<DeliveryReport | null>;

export interface BounceNoting {
  readonly store: Pick<Store, 'badgeMails'>;
  readonly clock: Clock;
  readonly pepper: Uint8Array;
  readonly readReport: ReadReport;
}

/** What the message changed. */
export type Bounce = 'bounced' | 'unchanged';

/** Addresses of one message that are looked at. */
const MOST_ADDRESSES = 20;

/**
 * Takes a message that came back. The token in the address to which it came is the authorisation: this service signed it, and only the servers and the reader
 * of that mail have seen it. A mail that is only late stays as it is.
 */
export async function noteBounce({ store, clock, pepper, readReport }: BounceNoting, message: Uint8Array): Promise<Result<Bounce>> {
  const report = await readReport(message);
  if (report === null) return refused('malformed-request', NO_REPORT);
  const ids = report.to.slice(0, MOST_ADDRESSES).map((address) => mailOfToken(pepper, /\+([^+@]{1,64})@/.exec(address)?.[1] ?? ''));
  const id = ids.find((one) => one !== null) ?? null;
  const mail = id === null ? null : await store.badgeMails.findAnywhere(id);
  if (mail === null) return refused('not-found', NO_MAIL_OF_IT);
  if (report.action !== 'failed') return done('unchanged');
  return done((await store.badgeMails.bounced(mail, report.diagnostic, clock.now())) ? 'bounced' : 'unchanged');
}

const NO_REPORT =
  'The body is no report on the delivery of a mail (RFC 3464): post the whole message as it came, with its header, as message/rfc822.';
const NO_MAIL_OF_IT =
  'The address to which this report was sent is none of this service: it has to be the one of `MAIL_RETURN_PATH` with what follows the +, unchanged.';
