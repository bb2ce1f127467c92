import { decodeUtf8, isWellFormed } from '@proofmark/primitives';
import { BAKING_LIMITS, type Bakeable, type BakingFailure, type BakingLimits, failed, found, kindOf, type Unbaked } from './outcome.js';
import { findSvgBadges, OB3_NAMESPACE, type SvgBadge } from './svg-badges.js';

export type BakedSvg = { readonly ok: true; readonly svg: string } | BakingFailure;

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
  const tag = svg.slice(root.start, root.end).replace(/\s*\/?>$/, '');
  const rest = root.selfClosing ? `</${root.name}>${svg.slice(root.end)}` : without(svg, root.end, badges);
  return { ok: true, svg: `${svg.slice(0, root.start)}${tag}${onRoot}>${element}${rest}` };
}

function without(svg: string, from: number, badges: readonly SvgBadge[]): string {
  const ends = [from, ...badges.map(({ end }) => end)];
  return ends.map((end, index) => svg.slice(end, badges[index]?.start)).join('');
}

/**
 * Finds the badge in an SVG: the first credential element of a known namespace, its `verify` attribute or its content.
 * Works on text or UTF-8 bytes, reads no DTD, resolves no entity but XML's own, and never throws for what it reads.
 */
export function unbakeSvg(svg: string | Uint8Array, limits: BakingLimits = BAKING_LIMITS): Unbaked {
  if (svg.length > limits.maxImage) return failed('too-large');
  const text = typeof svg === 'string' ? svg : decodeUtf8(svg);
  if (text === null) return failed('malformed-text');
  const parts = findSvgBadges(text);
  if (parts === null) return failed('not-an-svg');
  const [badge] = parts.badges;
  if (badge === undefined) return failed('no-badge');
  const { marker, verify, content } = badge;
  if (verify === null || content === null) return failed('undecodable');
  // A hosted Open Badges 2.0 assertion has its address in `verify` and itself in the content.
  const inside = kindOf(verify) !== 'jwt' && kindOf(content) === 'json' ? content : verify === '' ? content : verify;
  return inside.length > limits.maxText ? failed('too-large') : found(inside, marker);
}
