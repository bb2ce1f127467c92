import type { BakedText } from '@proofmark/credentials';
import { lazily } from '../lazy.js';
import type { DocumentSource, Ports } from '../ports.js';
import { fetchBadge } from './fetch-badge.js';
import { fromJson, fromJsonText, fromJwt, refused } from './from-json.js';
import { addressIn, fromText } from './from-text.js';
import { type Container, type InputReading, notABadge, older, unreadable } from './reading.js';
import { sniff } from './sniff.js';
import type { InputContent } from './verify-input.js';

/**
 * Reads an input of any kind: text, tokens, pictures, envelopes, presentations, and what is no badge. This file is loaded for the first one
 * that is not plainly a badge with its proofs in itself.
 *
 * @param mayFetch whether an address that the input is, or holds, may still be asked
 */
export function readOtherInput(
  content: InputContent,
  ports: Pick<Ports, 'inflate'>,
  documents: DocumentSource,
  mayFetch: boolean,
): Promise<InputReading> {
  if ('json' in content) return Promise.resolve(fromJson(content.json, 'json'));
  const read = inputReader(ports, documents);
  return 'bytes' in content ? read.bytes(content.bytes, mayFetch) : read.text(content.text, mayFetch);
}

interface InputReader {
  bytes(bytes: Uint8Array, mayFetch: boolean): Promise<InputReading>;
  text(text: string, mayFetch: boolean): Promise<InputReading>;
}

function inputReader(ports: Pick<Ports, 'inflate'>, documents: DocumentSource): InputReader {
  const bytes: InputReader['bytes'] = async (data, mayFetch) => {
    const sniffed = sniff(data);
    if (sniffed.kind === 'text') return text(sniffed.text, mayFetch);
    if (sniffed.kind === 'too-large') return refused('too-large');
    if (sniffed.kind !== 'png') return notABadge(sniffed.kind);
    return picture(data, 'png', mayFetch);
  };
  const text: InputReader['text'] = (words, mayFetch) => {
    const address = mayFetch ? addressIn(words) : null;
    if (address !== null) return url(address);
    return fromText(words, (svg) => picture(svg, 'svg', mayFetch));
  };
  const url = async (address: string): Promise<InputReading> => {
    const fetched = await fetchBadge(address, documents);
    return 'reading' in fetched ? fetched.reading : bytes(fetched.bytes, false);
  };
  const picture = async (image: Uint8Array | string, container: Container, mayFetch: boolean): Promise<InputReading> => {
    const images = await lazily(() => import('./images.js'));
    if (images === null) return unreadable('unsupported-by-host', { container });
    const found = await images.unbake(image, ports);
    if (found.ok) return beside(await baked(found, container, mayFetch), found.hasOlder);
    if (found.code !== 'several-badges' || !('badges' in found)) return imageFault(found.code, container);
    // None of them is the badge of the picture: each is judged, and the picture says nothing about any.
    const members = await Promise.all(found.badges.map((one) => baked(one, container, false)));
    return unreadable('unsupported-format', { found: 'picture-of-many', container, count: members.length }, members);
  };
  const baked = async ({ kind, text }: BakedText, container: Container, mayFetch: boolean): Promise<InputReading> => {
    if (kind === 'json') return fromJsonText(text, container);
    if (kind === 'jwt') return fromJwt(text, container);
    // The oldest baked images contain only the address of their assertion.
    return mayFetch ? url(text) : older({ id: text }, null, container);
  };
  return { bytes, text };
}

/** A badge beside which the picture holds one of the older standard, which is not looked at. */
function beside(reading: InputReading, hasOlder: boolean | undefined): InputReading {
  return hasOlder === true && reading.kind === 'badge' ? { kind: 'badge', badge: { ...reading.badge, hasOlder } } : reading;
}

function imageFault(code: string, container: Container): InputReading {
  if (code === 'too-large') return refused('too-large');
  if (code === 'truncated') return notABadge('png-cut-off');
  if (code === 'not-an-svg') return notABadge('svg-malformed');
  if (code === 'no-badge' || code === 'not-a-png') return notABadge(container === 'png' ? 'png-without-badge' : 'svg-without-badge');
  // Something stands under the badge's keyword, and it is none.
  return { kind: 'other', format: { outcome: 'failed', code: 'malformed', detail: { fault: code } }, members: [] };
}
