import { isUrl } from '@proofmark/primitives';
import { LIMITS } from '../limits.js';
import { fromJsonText, fromJwt, isCompactJws, isToken, refused } from './from-json.js';
import { type InputReading, notABadge } from './reading.js';
import { rootElementOf } from './root-element.js';

/** An address that a text consists of, or null. A host with a path is taken for https. */
export function addressIn(text: string): string | null {
  const trimmed = text.trim().replace(/^<(.*)>$/, '$1');
  if (trimmed.length > 4096 || /\s/.test(trimmed)) return null;
  if (/^https?:\/\//i.test(trimmed)) return isUrl(trimmed) ? trimmed : null;
  // A token may look like a host name; it must not be sent to a name server.
  if (trimmed.startsWith('eyJ') && isCompactJws(trimmed)) return null;
  const withScheme = `https://${trimmed}`;
  return /^[\w-]{1,63}(?:\.[\w-]{1,63})*\.[a-z]{2,63}(?::\d+)?(?:\/\S*)?$/i.test(trimmed) && isUrl(withScheme) ? withScheme : null;
}

/** Text that is a credential in one of its forms. Addresses are the caller's affair. */
export async function fromText(text: string, svg: (text: string) => Promise<InputReading>): Promise<InputReading> {
  const start = text.replace(/^\ufeff/, '').trimStart();
  if (start === '') return notABadge('nothing');
  if (text.length > LIMITS.imageBytes) return refused('too-large');
  if (start.startsWith('{') || start.startsWith('[')) return fromJsonText(start, 'json');
  if (isToken(start) || isFoldedToken(start)) return fromJwt(start, 'jwt');
  if (start.startsWith('"')) return fromJsonText(start, 'json');
  if (rootElementOf(start) === 'svg') return svg(start);
  const head = start.slice(0, 4096);
  if (/^<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]/i.test(head)) return notABadge('web-page');
  return notABadge('text');
}

/** A token that was folded into lines. */
function isFoldedToken(text: string): boolean {
  return text.length <= LIMITS.textBytes && /^[\w\s-]+\./.test(text) && isToken(text.replace(/\s+/g, ''));
}
