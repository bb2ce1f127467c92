import { decodeLatin1, decodeUtf8Document } from '@proofmark/primitives';
import { typesOf } from '@proofmark/schemas';
import { isPicture } from '../is-picture.js';

/** A compact token: three parts in base64url, of which the last may be missing. */
const TOKEN = /^\s*[\w-]+\.[\w-]+\.[\w-]*\s*$/;

/** What Open Badges 2.0 and 3.0, and their containers, say of themselves. */
const TYPES = /^(?:(?:Enveloped)?Verifiable(?:Credential|Presentation)|Assertion)$/;

/** Whether an attachment of a PDF has a form in which badges come: linked data of their types, a token, or a picture with one inside. */
export function mayBeBadge(bytes: Uint8Array): boolean {
  // PNG and SVG name what is baked into them.
  if (isPicture(bytes)) return decodeLatin1(bytes).includes('openbadge');
  const text = decodeUtf8Document(bytes);
  if (text === null) return false;
  if (/^\s*</.test(text)) return /<openbadges:(?:credential|assertion)\b/.test(text);
  return TOKEN.test(text) || nodesOf(text).some((node) => typesOf(node).some((type) => TYPES.test(type)));
}

/** The objects of a JSON text: itself, or those in its array. */
function nodesOf(text: string): readonly unknown[] {
  try {
    return [JSON.parse(text)].flat();
  } catch {
    return [];
  }
}
