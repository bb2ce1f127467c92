import { withoutMetadata } from '@proofmark/evidence';

/** What is stored and served of a piece of work. */
export interface CapturableFile {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Metadata were taken out, so that the copy has another digest than the original. */
  readonly stripped: boolean;
}

/** Pictures of which metadata can be removed. */
const STRIPPED = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif']);
/** Types under which a copy is served as they are. Others could run, or be taken for a style or script of ours: they become text or bytes. */
const HARMLESS =
  /^(?:application\/(?:pdf|zip|gzip|json|epub\+zip|msword|rtf|vnd\.[a-z0-9.-]+)|text\/(?:plain|csv|markdown)|(?:audio|video)\/[a-z0-9.+-]+)$/;
const TEXTUAL = /^text\/|[/+](?:json|xml|yaml|javascript|ecmascript|typescript)$|^application\/x-(?:sh|python|httpd-php)$/;

/** A file as it may be copied; null for a picture of a kind from which metadata cannot be taken, SVG included. */
export function capturableFile(body: Uint8Array, mediaType: string): CapturableFile | null {
  if (mediaType.startsWith('image/')) {
    const bytes = STRIPPED.has(mediaType) ? withoutMetadata(body, mediaType) : null;
    return bytes === null ? null : { mediaType, bytes, stripped: bytes.length !== body.length };
  }
  if (HARMLESS.test(mediaType)) return { mediaType, bytes: body, stripped: false };
  return { mediaType: TEXTUAL.test(mediaType) ? 'text/plain' : 'application/octet-stream', bytes: body, stripped: false };
}
