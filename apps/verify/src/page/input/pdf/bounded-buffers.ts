import type { PdfReading } from './read-pdf.js';

/** Bytes of one buffer: far more than a stream or a picture of a PDF needs that somebody prints. */
const MAX_BUFFER = 200_000_000;

/**
 * Lets nothing in this thread make a larger buffer, until it is ended. PDF.js unpacks a stream into a buffer that it doubles as long as there are bytes, and
 * has no bound of its own.
 */
export function boundBuffers(): { readonly wantedTooMuch: () => boolean; readonly end: () => void } {
  const own = globalThis.Uint8Array;
  let isExceeded = false;
  globalThis.Uint8Array = new Proxy(own, {
    construct(target, args: readonly unknown[], newTarget) {
      if (Number(args[0]) > MAX_BUFFER) {
        isExceeded = true;
        throw new RangeError('a part of the PDF unpacks into too much');
      }
      return Reflect.construct(target, args, newTarget) as Uint8Array;
    },
  });
  return {
    wantedTooMuch: () => isExceeded,
    end() {
      globalThis.Uint8Array = own;
    },
  };
}

/** A reading of a PDF, part of which wanted too large a buffer: PDF.js goes on without such a part, and does not tell. */
export function withTooMuch(reading: PdfReading): PdfReading {
  return reading.ok
    ? { ok: true, content: { ...reading.content, gaps: [...new Set([...reading.content.gaps, 'too-heavy' as const])] } }
    : { ok: false, code: 'too-heavy' };
}
