import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompressSync, constants, gunzipSync, gzip } from 'node:zlib';

type Bytes = Uint8Array<ArrayBuffer>;

/** The content codings that are offered, the preferred one first, with the ending that the build gives to their files. */
export const CODING_ENDINGS = { br: 'br', gzip: 'gz' } as const;
export type ContentCoding = keyof typeof CODING_ENDINGS;

/** A file that is served as it is, and the compressed forms of it. */
export interface StaticFile {
  readonly contentType: string;
  readonly body: Bytes;
  /** Changes with every byte of the file. */
  readonly version: string;
  /** Only forms that are smaller than the file. */
  readonly encoded: ReadonlyMap<ContentCoding, Bytes>;
}

/**
 * Reads a built file and the `.br` and `.gz` that `scripts/precompress.mjs` put beside it. A compressed form of another file, such as one that
 * an earlier build left behind, is not used.
 *
 * @throws Error when the file cannot be read
 */
export function readStaticFile(path: string, contentType: string): StaticFile {
  const body = bytesOf(readFileSync(path));
  const found = Object.entries(CODING_ENDINGS).map(([coding, ending]) => [coding as ContentCoding, readForm(`${path}.${ending}`)] as const);
  return staticFile(
    body,
    contentType,
    found.filter(([coding, form]) => form !== null && isFormOf(form, coding, body)),
  );
}

/** A file whose content is known only when the process runs; compressed in the thread pool. */
export async function compressedFile(content: string | Uint8Array, contentType: string): Promise<StaticFile> {
  const body = bytesOf(typeof content === 'string' ? Buffer.from(content, 'utf8') : content);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
  const [br, gz] = await Promise.all([promisify(brotliCompress)(body, { params }), promisify(gzip)(body, { level: 9 })]);
  return staticFile(body, contentType, [
    ['br', br],
    ['gzip', gz],
  ]);
}

/** A file of bytes that are at hand, and the compressed forms of it, which are trusted to be forms of it. */
export function staticFile(
  given: Uint8Array,
  contentType: string,
  forms: readonly (readonly [ContentCoding, Uint8Array | null])[],
): StaticFile {
  const body = bytesOf(given);
  const version = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  const encoded = forms.flatMap(([coding, form]) => (form !== null && form.length < body.length ? [[coding, bytesOf(form)] as const] : []));
  return { contentType, body, version, encoded: new Map(encoded) };
}

function readForm(path: string): Buffer | null {
  return existsSync(path) ? readFileSync(path) : null;
}

function isFormOf(form: Uint8Array, coding: ContentCoding, body: Bytes): boolean {
  const limit = { maxOutputLength: body.length + 1 };
  try {
    return (coding === 'br' ? brotliDecompressSync(form, limit) : gunzipSync(form, limit)).equals(body);
  } catch {
    // Damaged, or longer than the file.
    return false;
  }
}

function bytesOf(bytes: Uint8Array): Bytes {
  return new Uint8Array(bytes);
}
