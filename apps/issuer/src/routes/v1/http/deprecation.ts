import type { MiddlewareHandler } from 'hono';
import type { ApiEnv } from './requests.js';

/** An operation that will go. `docs/api-stability.md` says how long it stays. */
export interface DeprecatedOperation {
  /** The day from which on it is not to be used any more: `2027-03-01`. */
  readonly since: `${number}-${number}-${number}`;
  /** The day from which on it may be gone. */
  readonly sunset: `${number}-${number}-${number}`;
  /** What to use instead, as a whole sentence. */
  readonly instead: string;
}

/** Days that a deprecated operation stays at least. */
export const NOTICE_DAYS = 180;

/** Where readers of the headers find what they mean. */
const PAGE = '/docs/api-stability.md';

/** Tells programs in every answer that an operation will go: `Deprecation` (RFC 9745), `Sunset` (RFC 8594) and where that is explained. */
export function tellDeprecation({ since, sunset }: DeprecatedOperation, baseUrl: string): MiddlewareHandler<ApiEnv> {
  const headers = [
    ['deprecation', `@${Date.parse(since) / 1000}`],
    ['sunset', new Date(sunset).toUTCString()],
  ] as const;
  const link = `<${baseUrl}${PAGE}>; rel="deprecation"; type="text/markdown"`;
  return async (c, next) => {
    await next();
    for (const [name, value] of headers) c.res.headers.set(name, value);
    c.res.headers.append('link', link);
  };
}

/** What the OpenAPI document says of it. */
export function deprecationText({ since, sunset, instead }: DeprecatedOperation): string {
  return `Deprecated since ${since}; it may be gone from ${sunset} on. ${instead}`;
}
