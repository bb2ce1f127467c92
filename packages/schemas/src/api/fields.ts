import { canonicalEmail, isLoopbackHost, isUrl, isWellFormed } from '@proofmark/primitives';
import { z } from 'zod';
import { httpsOfRemote } from '../git/https-of-remote.js';

/** What is wrong with one member of a request; stands in `errors[].code` of a problem. */
export const FIELD_CODES = [
  'required',
  'unknown-field',
  'wrong-type',
  'too-short',
  'too-long',
  'too-few',
  'too-many',
  'out-of-range',
  'not-allowed',
  'malformed-text',
  'duplicate-key',
  'too-deep',
  'not-a-url',
  'not-a-uri',
  'insecure-url',
  'not-an-email',
  'not-a-did',
  'not-a-date',
  'not-a-duration',
  'not-a-language',
  'not-an-id',
  'not-an-image',
  'exactly-one',
  'at-least-one',
  'end-before-start',
  'not-unique',
  'no-such-value',
  'not-pinned',
  'not-seen',
  'wrong-kind',
  'not-theirs',
  'wrong-signature',
  'too-old',
  'age-unknown',
  'unreachable',
  'cell-formula',
  'cell-error',
  'cell-not-text',
  'cell-merged',
] as const;
export type FieldCode = (typeof FIELD_CODES)[number];

/** The options of a zod refinement that fails with one of our codes. */
export function as(code: FieldCode, message: string): { error: string; params: { code: FieldCode } } {
  return { error: message, params: { code } };
}

/**
 * Text of at most `max` characters that matches a pattern; the pattern is only asked when the length is right. `message` says what is wanted,
 * for a text of any length.
 */
export function matching(pattern: RegExp, max: number, code: FieldCode, message: string): z.ZodString {
  return z
    .string()
    .refine((value) => value.length <= max && pattern.test(value), as(code, message))
    .meta({ pattern: pattern.source, maxLength: max });
}

/** Text of 1 to `max` UTF-16 units of which something can be seen, and has neither NUL nor half a surrogate pair. */
export function text(max: number): z.ZodString {
  return z
    .string()
    .max(max, { abort: true })
    .refine(isWellFormed, as('malformed-text', 'holds NUL or half of a surrogate pair: leave that character out'))
    .refine((value) => VISIBLE.test(value), as('too-short', 'is empty: write at least one visible character, or leave it out'))
    .meta({ minLength: 1 });
}

// A name of zero-width or direction marks alone is invisible.
const VISIBLE = /[^\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u;

function parsed(value: string): URL | null {
  return isWellFormed(value) && !/\s/.test(value) && isUrl(value) ? new URL(value) : null;
}

/** Whether a URL may be named at all: https, or http on this machine (refused later unless the service itself is local); no user name. */
export function isWebUrl(value: string): boolean {
  const url = parsed(value);
  if (url === null || url.username !== '' || url.password !== '' || url.hostname === '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackHost(url.hostname));
}

/** Characters that no address may hold as they are (RFC 3987, 2.2); JSON-LD would not sign such an address. */
const NOT_IN_ADDRESSES = /[\s"<>\\^`{|}]/;
const UNENCODED = as('not-a-url', 'holds one of " < > \\ ^ ` { | }, which have to be percent-encoded in an address');

/** The options of a refinement by `isWebUrl`. */
export const AS_WEB_URL: {
  readonly error: (issue: { readonly input?: unknown }) => string;
  readonly params: { readonly code: FieldCode };
  readonly abort: true;
} = { error: ({ input }) => notAWebUrl(String(input)), params: { code: 'not-a-url' }, abort: true };

function notAWebUrl(value: string): string {
  if (/^http:\/\//i.test(value)) return 'is a plain http address: give the one that begins with https://';
  if (/^https:\/\/[^/?#]*@/i.test(value)) return 'holds a user name: give the address without what stands before the @';
  return 'is not an https address such as https://school.example/page';
}

/** A web address: https, or http on loopback. At most 2048 characters. */
export function webUrl(): z.ZodString {
  return z
    .string()
    .max(2048, { abort: true })
    .refine(isWebUrl, AS_WEB_URL)
    .refine((value) => !NOT_IN_ADDRESSES.test(value), UNENCODED)
    .meta({ format: 'uri' });
}

/** The address of a piece of evidence: a web address, or a persistent name (`swh:1:…`, `doi:…`). */
export function workUrl(): z.ZodString {
  return z
    .string()
    .max(2048, { abort: true })
    .refine((value) => isWebUrl(value) || /^(swh|doi):[\x21-\x7e]+$/i.test(value), {
      error: ({ input }) => notAWorkUrl(String(input)),
      params: { code: 'not-a-url' },
      abort: true,
    })
    .refine((value) => !NOT_IN_ADDRESSES.test(value), UNENCODED)
    .meta({ format: 'uri' });
}

function notAWorkUrl(value: string): string {
  const https = httpsOfRemote(value);
  return https === null ? notAWebUrl(value) : `is an address for SSH: link to ${https}`;
}

/** Any absolute URI, such as `urn:…` or `https:…`. */
export function uri(): z.ZodString {
  return z
    .string()
    .max(2048, { abort: true })
    .refine((value) => /^[a-z][a-z0-9+.-]*:\S+$/i.test(value) && parsed(value) !== null, {
      ...as('not-a-uri', 'is not an absolute URI such as https://school.example/page or urn:uuid:…'),
      abort: true,
    })
    .refine((value) => !NOT_IN_ADDRESSES.test(value), UNENCODED)
    .meta({ format: 'uri' });
}

/** An e-mail address of at most 254 characters, international ones included (RFC 6531). */
export function email(): z.ZodString {
  return z
    .string()
    .max(254, { abort: true })
    .refine((value) => canonicalEmail(value) !== null, as('not-an-email', 'is not an e-mail address such as ada@example.org'))
    .meta({ format: 'idn-email' });
}

/** A decentralised identifier (DID Core 1.0, 3.1), without path, query or fragment. */
export function did(): z.ZodString {
  return z
    .string()
    .max(1024, { abort: true })
    .refine(
      (value) => /^did:[a-z0-9]+:(?:[A-Za-z0-9._:-]|%[0-9A-Fa-f]{2})*(?:[A-Za-z0-9._-]|%[0-9A-Fa-f]{2})$/.test(value),
      as('not-a-did', 'is not a DID such as did:key:z6Mk… or did:web:ada.example, without path, query and fragment'),
    );
}

/** RFC 3339 with a zone, between the years 1900 and 2999. Parts of a second are dropped. */
export function dateTime(): z.ZodString {
  return z
    .string()
    .max(40, { abort: true })
    .refine(
      (value) => DATE_TIME.safeParse(value).success && /^(19|2\d)\d\d-/.test(value),
      as('not-a-date', 'is not a date and time with a zone, such as 2028-01-31T23:59:59Z, of the years 1900 to 2999'),
    )
    .meta({ format: 'date-time' });
}
const DATE_TIME = z.iso.datetime({ offset: true });

/** An ISO 8601 duration in calendar units, such as `P2Y` or `P6M`; at most 100 years. */
export function duration(): z.ZodString {
  return z
    .string()
    .refine((value) => daysOf(value) !== null, {
      ...as('not-a-duration', 'is not a duration in years, months, weeks and days, such as P2Y, P6M or P90D'),
      abort: true,
    })
    .refine((value) => daysOf(value) !== 0, as('not-a-duration', 'is no time at all: give a duration such as P2Y, or leave it out'))
    .refine((value) => (daysOf(value) ?? 0) <= MOST_DAYS, as('out-of-range', 'is longer than 100 years, the longest that is taken'))
    .meta({ example: 'P2Y' });
}

const MOST_DAYS = 36_600;

/** The most days that a duration can have; null for a text that is none. */
function daysOf(value: string): number | null {
  const match = /^P(?=\d)(?:(\d{1,9})Y)?(?:(\d{1,9})M)?(?:(\d{1,9})W)?(?:(\d{1,9})D)?$/.exec(value.slice(0, 50));
  if (match === null) return null;
  const [years = 0, months = 0, weeks = 0, days = 0] = match.slice(1).map((part) => Number(part ?? 0));
  return years * 366 + months * 31 + weeks * 7 + days;
}

/** A language tag (BCP 47), such as `en` or `de-AT`. */
export function language(): z.ZodString {
  return matching(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,5}$/, 35, 'not-a-language', 'is not a language tag such as en or de-AT').meta({
    example: 'en',
  });
}

/** The id of one of our things: a UUID in lower case. */
export function id(): z.ZodString {
  return matching(UUID, 36, 'not-an-id', 'is not an id of this service, which is a UUID in lower case').meta({ format: 'uuid' });
}
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
