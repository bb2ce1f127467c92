import type { Context } from 'hono';
import type { Connection } from '../server/listen.js';

/**
 * The body of a request, in memory that threads can share; null when it is longer than `most` bytes. Before each piece of it new connections
 * are accepted: whoever comes anew does not wait for all bodies that arrive together.
 */
export async function readBodySlowly(c: Context, most: number): Promise<SharedArrayBuffer | null> {
  const { incoming, acceptFirst } = (c.env ?? {}) as Partial<Connection>;
  // Node's own stream is much cheaper than one of the web over it. What is too long is answered before the connection is closed.
  const source = incoming?.iterator({ destroyOnReturn: false }) ?? c.req.raw.body ?? [];
  const pieces: Uint8Array[] = [];
  let size = 0;
  await acceptFirst?.();
  for await (const piece of source as AsyncIterable<Uint8Array>) {
    size += piece.byteLength;
    if (size > most) return null;
    pieces.push(piece);
    await acceptFirst?.();
  }
  return joined(pieces, size);
}

function joined(pieces: readonly Uint8Array[], size: number): SharedArrayBuffer {
  const buffer = new SharedArrayBuffer(size);
  const bytes = new Uint8Array(buffer);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.byteLength;
  }
  return buffer;
}
