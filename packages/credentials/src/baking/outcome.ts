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
  'not-a-badge-text',
  'malformed-text',
  'undecodable',
] as const;
export type BakingCode = (typeof BAKING_CODES)[number];

export interface BakingFailure {
  readonly ok: false;
  readonly code: BakingCode;
}

export type Unbaked = { readonly ok: true; readonly kind: BakedKind; readonly marker: BakedMarker; readonly text: string } | BakingFailure;

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

/** The outcome of having found a text under a marker. */
export function found(text: string, marker: BakedMarker): Unbaked {
  if (hasLoneSurrogate(text)) return failed('malformed-text');
  const kind = kindOf(text);
  return kind === null ? failed('not-a-badge-text') : { ok: true, kind, marker, text: kind === 'json' ? text : text.trim() };
}
