import { isUrl } from '@proofmark/primitives';
import { badgeRequest } from '../documents/requests.js';
import { lazily } from '../lazy.js';
import type { DocumentSource, Ports } from '../ports.js';
import { fromJson, fromJsonText, fromJwt, refused } from './from-json.js';
import { addressIn, fromText } from './from-text.js';
import { isLinkedIn } from './linked-in.js';
import { type Container, type InputReading, notABadge, older, unreadable } from './reading.js';
import { sniff } from './sniff.js';
import type { VerifyInput } from './verify-input.js';

/**
 * Finds the badge in the input, by content. At most one document is fetched: the address that the input is, or (an old
 * baked image) holds. What is no badge is an outcome that names what it is. Never throws for what the input contains.
 */
export function readInput(input: VerifyInput, ports: Pick<Ports, 'inflate'>, documents: DocumentSource): Promise<InputReading> {
  if ('json' in input) return Promise.resolve(fromJson(input.json, 'json'));
  const read = inputReader(ports, documents);
  if ('bytes' in input) return read.bytes(input.bytes, true);
  if ('url' in input) return read.url(input.url.trim());
  return read.text(input.text, true);
}

interface InputReader {
  bytes(bytes: Uint8Array, mayFetch: boolean): Promise<InputReading>;
  text(text: string, mayFetch: boolean): Promise<InputReading>;
  url(url: string): Promise<InputReading>;
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
  const url: InputReader['url'] = async (address) => {
    if (!isUrl(address)) return notABadge('text');
    if (isLinkedIn(address)) return notABadge('linkedin');
    const fetched = await documents.fetch(badgeRequest(address));
    if (fetched.ok) return bytes(fetched.body, false);
    const detail = {
      host: new URL(address).host,
      reason: fetched.code,
      ...(fetched.status === undefined ? {} : { status: fetched.status }),
    };
    return unreadable(fetched.code === 'offline' ? 'offline' : 'badge-unreachable', detail);
  };
  const picture = async (image: Uint8Array | string, container: Container, mayFetch: boolean): Promise<InputReading> => {
    const images = await lazily(() => import('./images.js'));
    if (images === null) return unreadable('unsupported-by-host', { container });
    const found = await images.unbake(image, ports);
    if (!found.ok) return imageFault(found.code, container);
    if (found.kind === 'json') return fromJsonText(found.text, container);
    if (found.kind === 'jwt') return fromJwt(found.text, container);
    // The oldest pictures hold nothing but the address of their assertion.
    return mayFetch ? url(found.text) : older({ id: found.text }, null, container);
  };
  return { bytes, text, url };
}

function imageFault(code: string, container: Container): InputReading {
  if (code === 'too-large') return refused('too-large');
  if (code === 'no-badge' || code === 'not-an-svg' || code === 'truncated' || code === 'not-a-png') {
    return notABadge(container === 'png' ? 'png-without-badge' : 'svg-without-badge');
  }
  // Something stands under the badge's keyword, and it is none.
  return { kind: 'other', format: { outcome: 'failed', code: 'malformed', detail: { fault: code } }, members: [] };
}
