import { decodeBase64url, decodeTextFile, decodeUtf8, isWellFormed, readJson } from '@proofmark/primitives';
import { chooseBadge, type MarkedPlace } from './choose-badge.js';
import { BAKING_LIMITS, type Bakeable, type BakingFailure, type BakingLimits, failed, kindOf, type Unbaked } from './outcome.js';
import { findSvgBadges, OB3_NAMESPACE, type SvgBadge } from './svg-badges.js';

export type BakedSvg = { readonly ok: true; readonly svg: string } | BakingFailure;

/** Of JSON beside a token: what both have to keep to be compared at all. */
const RULES = { maxLength: BAKING_LIMITS.maxText, maxDepth: 64, maxValues: 50_000, maxNodes: 10_000 } as const;

// Characters that XML cannot carry at all (XML 1.0, 2.2).
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/**
 * Puts a badge into an SVG: one `openbadges:credential` element directly after the `<svg>` tag, a JWS in its `verify`
 * attribute, JSON in a CDATA section (Open Badges 3.0, document format). Badges that are already inside are replaced; nothing else changes.
 */
export function bakeSvg(svg: string, badge: Bakeable, limits: BakingLimits = BAKING_LIMITS): BakedSvg {
  const { kind, text } = badge;
  if (kindOf(text) !== kind) return failed('not-a-badge-text');
  if (!isWellFormed(text) || NOT_XML.test(text)) return failed('malformed-text');
  if (svg.length > limits.maxImage || text.length > limits.maxText) return failed('too-large');
  const parts = findSvgBadges(svg);
  if (parts === null) return failed('not-an-svg');
  const { root, prefix, badges } = parts;
  const declaration = ` xmlns:openbadges="${OB3_NAMESPACE}"`;
  // A prefix that the picture uses for something else is overridden on our element only.
  const onRoot = prefix === undefined ? declaration : '';
  const onElement = prefix === undefined || prefix === OB3_NAMESPACE ? '' : declaration;
  const element =
    kind === 'jwt'
      ? `<openbadges:credential${onElement} verify="${text.trim()}"></openbadges:credential>`
      : `<openbadges:credential${onElement}><![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]></openbadges:credential>`;
  const tag = svg.slice(root.start, root.end).replace(/\/?>$/, '').trimEnd();
  const rest = root.selfClosing ? `</${root.name}>${svg.slice(root.end)}` : without(svg, root.end, badges);
  return { ok: true, svg: `${svg.slice(0, root.start)}${tag}${onRoot}>${element}${rest}` };
}

function without(svg: string, from: number, badges: readonly SvgBadge[]): string {
  const ends = [from, ...badges.map(({ end }) => end)];
  return ends.map((end, index) => svg.slice(end, badges[index]?.start)).join('');
}

/**
 * Finds the badge in an SVG: in the credential elements of known namespaces, in the `verify` attribute or the content.
 * Works on text or on the bytes of a file in an encoding of XML, reads no DTD, resolves no entity but XML's own, and never throws for what it reads.
 */
export function unbakeSvg(svg: string | Uint8Array, limits: BakingLimits = BAKING_LIMITS): Unbaked {
  if (svg.length > limits.maxImage) return failed('too-large');
  const text = typeof svg === 'string' ? svg : decodeTextFile(svg);
  if (text === null) return failed('malformed-text');
  const parts = findSvgBadges(text);
  if (parts === null) return failed('not-an-svg');
  const places = parts.badges.flatMap((badge) => textsOf(badge).map((found) => placeOf(badge.marker, found, limits)));
  // Nothing here waits for a host.
  return chooseBadge(places) as Unbaked;
}

function placeOf(marker: SvgBadge['marker'], found: string | null, { maxText }: BakingLimits): MarkedPlace {
  const text = found === null ? failed('undecodable') : found.length > maxText ? failed('too-large') : found;
  return { marker, text: () => text };
}

/** The texts that one element marks as a badge: a token is in the attribute, JSON in the content. Both at once are two, unless they say the same. */
function textsOf({ verify, content }: SvgBadge): readonly (string | null)[] {
  if (verify === null || content === null) return [null];
  const [inAttribute, inContent] = [kindOf(verify), kindOf(content)];
  // A hosted Open Badges 2.0 assertion has its address in `verify` and itself in the content.
  if (inAttribute !== 'jwt') return [inContent === 'json' || verify === '' ? content : verify];
  return inContent === 'json' && !isPayload(content, verify) ? [verify, content] : [verify];
}

/** Whether JSON is what a token signs, as far as two texts of one document show it. */
function isPayload(json: string, token: string): boolean {
  const payload = decodeBase64url(token.trim().split('.')[1] ?? '');
  const [inside, beside] = [readJson((payload && decodeUtf8(payload)) ?? '', RULES), readJson(json, RULES)];
  return inside.ok && beside.ok && JSON.stringify(inside.json) === JSON.stringify(beside.json);
}
