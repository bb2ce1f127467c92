import { decodeUtf8Document } from '@proofmark/primitives';
import type { Form } from './kinds.js';

const PNG = '\x89PNG\r\n\x1a\n';

/** Whether a body is allowed for its kind. A web page never is, whatever its content type. */
export function fits(form: Form, body: Uint8Array): boolean {
  if (form === 'digests') return true;
  const text = decodeUtf8Document(body);
  if (text !== null && (isJson(text) || /^\s*[\w-]{4,}\.[\w-]{4,}\.[\w-]*\s*$/.test(text))) return true;
  if (form !== 'badge') return false;
  // The keyword under which a badge stands in a picture is never compressed.
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.length);
  if (bytes.subarray(0, PNG.length).toString('latin1') === PNG) return bytes.includes('openbadge', 0, 'latin1');
  return (
    text !== null && /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,4000}?-->\s*)?<(?:\w+:)?svg[\s>]/i.test(text) && text.includes('openbadge')
  );
}

function isJson(text: string): boolean {
  if (!/^\s*[{[]/.test(text)) return false;
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}
