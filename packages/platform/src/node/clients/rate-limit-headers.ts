import type { Allowance, BucketOptions } from './token-buckets.js';

/** A limit as it is told to clients. */
export interface RatePolicy extends Pick<BucketOptions, 'capacity' | 'perSecond'> {
  /** Its name in the header fields: lower-case letters and hyphens. */
  readonly name: string;
}

/** What a limit says on the wire: `RateLimit-Policy` and `RateLimit` (draft-ietf-httpapi-ratelimit-headers-10), and `Retry-After` with a refusal. */
export function rateLimitHeaders(
  policy: RatePolicy,
  { allowed, remaining, retryAfter, reset }: Allowance,
): Readonly<Record<string, string>> {
  const { name, capacity, perSecond } = policy;
  return {
    'ratelimit-policy': `"${name}";q=${capacity};w=${Math.max(1, Math.round(capacity / perSecond))}`,
    ratelimit: `"${name}";r=${remaining};t=${allowed ? reset : retryAfter}`,
    ...(allowed ? {} : { 'retry-after': String(retryAfter) }),
  };
}
