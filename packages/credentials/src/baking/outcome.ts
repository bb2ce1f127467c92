import { hasLoneSurrogate } from '@proofmark/primitives';

/** What a baked image holds: a JSON document, a compact JWS, or (before Open Badges 1.1) only the address of an assertion. */
export type BakedKind = 'json' | 'jwt' | 'url';

/** The marker, by standard, under which the text was found. */
export type BakedMarker = 'openbadges-3' | 'clr-2' | 'openbadges-2';

/** A badge to put into an image. */
export interface Bakeable {
  readonly kind: 'json' | 'jwt';
  readonly text: string;
}

/** Why nothing could be baked or found. Stable. */
export const BAKING_CODES = [
  'not-a-png',
  'not-an-svg',
  'truncated',
  'too-large',
  'bad-crc',
  'no-badge',
  'several-badges',
  'not-a-badge-text',
  'malformed-text',
  'undecodable',
] as const;
export type BakingCode = (typeof BAKING_CODES)[number];

export interface BakingFailure {
  readonly ok: false;
  readonly code: BakingCode;
}

/** The text of a badge in an image. */
export interface BakedText {
  readonly kind: BakedKind;
  readonly marker: BakedMarker;
  readonly text: string;
}

/** Badges of the current standards that an image holds beside each other: none of them is *the* badge of the image. */
export interface SeveralBadges {
  readonly ok: false;
  readonly code: 'several-badges';
  /** Those that can be read, in the order in which they stand. */
  readonly badges: readonly BakedText[];
}

/** What an image holds. `hasOlder`: a badge of Open Badges 2.0 stands beside it, which other readers may show. */
export type Unbaked = (BakedText & { readonly ok: true; readonly hasOlder?: true }) | BakingFailure | SeveralBadges;

/** The largest input that is read, in bytes (of an SVG string, in UTF-16 units). */
export interface BakingLimits {
  readonly maxImage: number;
  readonly maxText: number;
}

export const BAKING_LIMITS: BakingLimits = { maxImage: 32 * 1024 * 1024, maxText: 4 * 1024 * 1024 };

/** A failure. */
export function failed(code: BakingCode): BakingFailure {
  return { ok: false, code };
}

/** The kind of a text, by its form alone; null when it is none of those that a badge image holds. */
export function kindOf(text: string): BakedKind | null {
  const trimmed = text.trim();
  if (trimmed.startsWith('{')) return 'json';
  if (/^[\w-]+\.[\w-]*\.[\w-]+$/.test(trimmed)) return 'jwt';
  return /^https?:\/\/\S+$/i.test(trimmed) ? 'url' : null;
}

/** A text that was found under a marker, or why it is no badge's. A byte order mark before it is no part of it. */
export function readBaked(text: string, marker: BakedMarker): BakedText | BakingFailure {
  if (hasLoneSurrogate(text)) return failed('malformed-text');
  const kind = kindOf(text);
  if (kind === null) return failed('not-a-badge-text');
  return { kind, marker, text: kind === 'json' ? text.replace(/^\ufeff/, '') : text.trim() };
}
