import { BAKING_LIMITS, type BakedMarker } from './outcome.js';
import { decodeEntities, scanXml, type XmlPiece } from './xml-scan.js';

export const OB3_NAMESPACE = 'https://purl.imsglobal.org/ob/v3p0';
const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';

/** The elements of the standards: namespace and local name (Open Badges 3.0, CLR 2.0, Open Badges 2.0). */
const ELEMENTS: ReadonlyMap<string, BakedMarker> = new Map<string, BakedMarker>([
  [`${OB3_NAMESPACE} credential`, 'openbadges-3'],
  ['https://purl.imsglobal.org/clr/v2p0 credential', 'clr-2'],
  ['http://openbadges.org assertion', 'openbadges-2'],
]);

/** A badge element of an SVG, with its place in the text. */
export interface SvgBadge {
  readonly marker: BakedMarker;
  readonly start: number;
  readonly end: number;
  /** The `verify` attribute, and the text inside; null when an entity in it cannot be resolved. */
  readonly verify: string | null;
  readonly content: string | null;
}

export interface SvgParts {
  /** The root's start tag. */
  readonly root: Extract<XmlPiece, { kind: 'open' }>;
  /** What the prefix `openbadges` means at the root, if anything. */
  readonly prefix: string | undefined;
  readonly badges: readonly SvgBadge[];
}

type Scope = ReadonlyMap<string, string>;
type OpenPiece = Extract<XmlPiece, { kind: 'open' }>;
type Half = { piece: OpenPiece; marker: BakedMarker; depth: number; content: string | null };

// Ordinary pictures have a dozen. Each element copies the scope it changes, so the number must stay small.
const MAX_PREFIXES = 256;
// Elements within elements, and all of them: drawings have some dozen, and some ten thousand.
const MAX_DEPTH = 512;
const MAX_ELEMENTS = 200_000;
// Written out, entities and all: more than any badge's text.
const MAX_RAW = BAKING_LIMITS.maxText;

/** The prefixes in scope inside an element; null when there are too many. */
function scopeOf({ attributes }: OpenPiece, outer: Scope): Scope | null {
  let inner: Map<string, string> | null = null;
  for (const [key, raw] of attributes) {
    if (key !== 'xmlns' && !key.startsWith('xmlns:')) continue;
    inner ??= new Map(outer);
    inner.set(key === 'xmlns' ? '' : key.slice(6), decodeEntities(raw) ?? '');
    if (inner.size > MAX_PREFIXES) return null;
  }
  return inner ?? outer;
}

function expandedName(name: string, scope: Scope): string {
  const [local = '', prefix = ''] = name.split(':').reverse();
  return `${scope.get(prefix) ?? ''} ${local}`;
}

/** Raw text with its entities resolved; null when it and the `before` letters exceed the limit. */
function resolved(raw: string, before: number): string | null {
  return before + raw.length > MAX_RAW ? null : decodeEntities(raw);
}

/** The root and every badge element of an SVG; null when the text is no well-formed SVG document. */
export function findSvgBadges(svg: string): SvgParts | null {
  const stack: { name: string; scope: Scope }[] = [];
  const badges: SvgBadge[] = [];
  let root: OpenPiece | null = null;
  let prefix: string | undefined;
  let half: Half | null = null;
  let elements = 0;
  const finish = (end: number): void => {
    if (half === null) return;
    const { marker, content } = half;
    const { start, attributes } = half.piece;
    badges.push({ marker, start, end, verify: resolved(attributes.get('verify') ?? '', 0), content });
    half = null;
  };
  for (const piece of scanXml(svg)) {
    if (piece === null) return null;
    if (piece.kind === 'open') {
      elements += 1;
      if (elements > MAX_ELEMENTS || stack.length > MAX_DEPTH) return null;
      if (stack.length === 0 && root !== null) return null;
      const scope = scopeOf(piece, stack.at(-1)?.scope ?? new Map());
      if (scope === null) return null;
      const name = expandedName(piece.name, scope);
      if (root === null) {
        if (name !== `${SVG_NAMESPACE} svg` && name !== ' svg') return null;
        root = piece;
        prefix = scope.get('openbadges');
      }
      const marker = ELEMENTS.get(name);
      if (half === null && marker !== undefined && stack.length > 0) half = { piece, marker, depth: stack.length, content: '' };
      if (!piece.selfClosing) stack.push({ name: piece.name, scope });
      else if (half?.depth === stack.length) finish(piece.end);
    } else if (piece.kind === 'close') {
      if (stack.pop()?.name !== piece.name) return null;
      if ((half as Half | null)?.depth === stack.length) finish(piece.end);
    } else if (half !== null) {
      const open: Half = half;
      const value = piece.kind === 'cdata' ? piece.value : resolved(piece.value, open.content?.length ?? MAX_RAW);
      open.content = value === null || open.content === null ? null : open.content + value;
    } else if (stack.length === 0 && (piece.kind === 'cdata' || piece.value.trim() !== '')) {
      return null;
    }
  }
  return root === null || stack.length > 0 ? null : { root, prefix, badges };
}
