import { encodeUtf8 } from '@proofmark/primitives';
import type { Ports } from '@proofmark/verifying';

/** Rejects a verification that would hold up the page. */
export const TOO_HEAVY: unique symbol = Symbol();

/** What one document may weigh, in marks (see `weightOf`). The largest badge that our issuer writes has a quarter. */
const MOST_WEIGHT = 40_000;
/** The same for a document that the profile does not know: the readers of any vocabulary take 50 µs for a member, which has some ten marks. */
const MOST_WITHOUT_PROFILE = 4_000;

/** The bytes that stand around whatever a file holds: `"`, `&`, `,`, `:`, `<`, `=`, `[`, `\` and `{` in texts, zeros in a PNG. */
const MARKS = new Set([0, 34, 38, 44, 58, 60, 61, 91, 92, 123]);
/** Bytes that take as long as one mark where they hold none. */
const BYTES_OF_MARK = 64;
const QUOTE = 34;
/** The longest text that cannot be a token with a document of its own. */
const LONG = 4000;

/**
 * Ports for a check that runs on the thread of a host page: it lets the page go on between its parts, and rejects with `TOO_HEAVY` for what
 * would take longer than 50 ms in one piece. What decides is measured before anything is read.
 */
export function onPageThread(ports: Ports): Ports {
  const inflate: Ports['inflate'] = async (data, maxBytes) => {
    const text = await ports.inflate(data, maxBytes);
    if (text) refuseHeavy(text);
    return text;
  };
  return {
    ...ports,
    inflate,
    documents: {
      async fetch(request) {
        // The work itself is only hashed, and what a forge says of it has a bound of its own.
        if (['evidence', 'forge'].includes(request.for)) return ports.documents.fetch(request);
        const fetched = await ports.documents.fetch({ ...request, maxBytes: Math.min(request.maxBytes, MOST_WEIGHT * BYTES_OF_MARK) });
        if (fetched.ok) refuseHeavy(fetched.body);
        else if (fetched.code === 'too-large') throw TOO_HEAVY;
        return fetched;
      },
    },
    async pause(document) {
      if (document !== undefined) refuseHeavy(encodeUtf8(JSON.stringify(document)), MOST_WITHOUT_PROFILE);
      // A turn of the page's own loop.
      await ports.after?.(0);
    },
  };
}

/** Throws `TOO_HEAVY` for a file that would hold up the page. */
export function refuseHeavy(bytes: Uint8Array, most: number = MOST_WEIGHT): void {
  if (weightOf(bytes) > most) throw TOO_HEAVY;
}

/**
 * A file weighs as many marks as it has; long texts within it, which may be tokens, weigh by their length, unless they are pictures. Ends
 * where it is certain to be too much.
 */
function weightOf(bytes: Uint8Array): number {
  let weight = bytes.length / BYTES_OF_MARK;
  let start = -1;
  for (let at = 0; at <= bytes.length && weight <= MOST_WEIGHT; at += 1) {
    const byte = bytes[at] ?? QUOTE;
    if (!MARKS.has(byte)) continue;
    weight += 1;
    if (byte !== QUOTE) continue;
    // A picture begins with `data:i`.
    if (at - start > LONG && !(bytes[start + 1] === 100 && bytes[start + 6] === 105)) weight += (at - start) / 4;
    start = at;
  }
  return weight;
}
