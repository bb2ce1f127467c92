import { decodeTextFile } from '@proofmark/primitives';
import { LIMITS } from '../limits.js';

/** What bytes are, by their first ones. A file name or content type decides nothing. */
export type Sniffed =
  | { readonly kind: 'png' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'nothing' | 'pdf' | 'photo' | 'archive' | 'binary' | 'too-large' };

const MAGIC: readonly (readonly [Exclude<Sniffed['kind'], 'text'>, string, number])[] = [
  ['png', '\x89PNG\r\n\x1a\n', 0],
  ['pdf', '%PDF-', 0],
  ['photo', '\xff\xd8\xff', 0],
  ['photo', 'GIF8', 0],
  ['photo', 'WEBP', 8],
  ['photo', 'ftyp', 4],
  ['archive', 'PK\x03\x04', 0],
  ['archive', '\x1f\x8b', 0],
];

function startsWith(bytes: Uint8Array, magic: string, at: number): boolean {
  for (let i = 0; i < magic.length; i += 1) if (bytes[at + i] !== magic.charCodeAt(i)) return false;
  return true;
}

/** Looks at bytes. Text is what `decodeTextFile` takes for text; anything else that is not recognised is `binary`. */
export function sniff(bytes: Uint8Array): Sniffed {
  if (bytes.length === 0) return { kind: 'nothing' };
  for (const [kind, magic, at] of MAGIC) {
    if (startsWith(bytes, magic, at)) return { kind: kind === 'png' && bytes.length > LIMITS.imageBytes ? 'too-large' : kind };
  }
  if (bytes.length > LIMITS.imageBytes) return { kind: 'too-large' };
  const text = decodeTextFile(bytes);
  return text === null ? { kind: 'binary' } : { kind: 'text', text };
}
