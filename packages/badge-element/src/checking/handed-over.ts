import { encodeUtf8, isUrl } from '@proofmark/primitives';
import type { Json } from '@proofmark/schemas';
import type { VerifyInput } from '@proofmark/verifying';
import { type SafeLink, safeLink } from '../links/safe-url.js';

/** A badge as a program hands it over: the parsed JSON, its text (JSON or a compact JWT), or the bytes of a file (also a baked image). */
export type BadgeValue = string | Uint8Array | Readonly<Record<string, unknown>>;

/** What there is to verify, and the address of the badge's own page where one is known. */
export interface HandedOver {
  readonly input: VerifyInput;
  readonly link: SafeLink | null;
}

const VC = 'script[type="application/vc"], script[type="application/vc+jwt"]';

/** Finds what an element is to show: the property, then a data block inside the tag, then `src`. Null when there is nothing usable. */
export function handedOver(element: Element & { readonly badge: BadgeValue | null; readonly src: string }): HandedOver | null {
  const link = linkOf(element.src);
  const { badge } = element;
  if (badge instanceof Uint8Array) return { input: { bytes: badge }, link };
  if (typeof badge === 'string') return { input: { bytes: encodeUtf8(badge) }, link };
  if (badge !== null && typeof badge === 'object') return { input: { json: badge as Json }, link };
  const block = element.querySelector(`:scope > :is(${VC})`)?.textContent?.trim();
  // As bytes, so that a text that is an address is no reason to fetch it: an address belongs into `src`.
  if (block) return { input: { bytes: encodeUtf8(block) }, link };
  return link === null ? null : { input: { url: link.href }, link };
}

function linkOf(src: string): SafeLink | null {
  return src !== '' && isUrl(src, document.baseURI) ? safeLink(new URL(src, document.baseURI).href) : null;
}
