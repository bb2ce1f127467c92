/** What a forge answered in place of what was asked for. `headers`: those that the host lets be read, with names in lower case. */
export interface ForgeRefusal {
  readonly code: string;
  readonly status?: number;
  readonly headers?: readonly (readonly [name: string, value: string])[];
}

/** Longer than a day nobody is asked to wait; the limits of forges are of an hour or a minute. */
const LONGEST_WAIT = 86_400_000;

/** Why a forge gave no answer about a commit, and from when on it may be asked again, in milliseconds since 1970 UTC; null where it does not say. */
export interface Refused {
  readonly reason: string;
  readonly askAgain: number | null;
}

/**
 * Reads a refusal. What is not public is answered like what is not there, so that a forge alone never says that work is gone.
 *
 * @param now milliseconds since 1970 UTC
 */
export function refusedBy({ code, status, headers = [] }: ForgeRefusal, now: number): Refused {
  const fields = new Map(headers);
  const isLimited =
    status === 429 || (status === 403 && (fields.has('retry-after') || fields.get('x-ratelimit-remaining')?.trim() === '0'));
  if (isLimited) return { reason: 'forge-limited', askAgain: againAt(fields, now) };
  if (status === 403 || status === 451) return { reason: 'forge-refused', askAgain: null };
  const hidden = status === 401 || status === 404 || status === 409 || status === 410 || status === 422;
  return { reason: hidden ? 'not-seen' : code, askAgain: null };
}

/** `Retry-After` in seconds or as a date (RFC 9110, 10.2.3), or the second of the reset as GitHub and GitLab name it. */
function againAt(fields: ReadonlyMap<string, string>, now: number): number | null {
  const wait = fields.get('retry-after');
  const reset = fields.get('x-ratelimit-reset') ?? fields.get('ratelimit-reset');
  const at =
    wait === undefined ? secondsOf(reset) * 1000 : /^\s*\d/.test(wait) ? now + secondsOf(wait) * 1000 : Date.parse(wait.slice(0, 60));
  return at > now && at - now <= LONGEST_WAIT ? at : null;
}

const secondsOf = (text: string | undefined): number => (/^\s*\d{1,12}\s*$/.test(text ?? '') ? Number(text) : Number.NaN);
